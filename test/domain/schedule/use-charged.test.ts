// Use without a ticket: what is charged and given back at the same value leaves nothing behind, in any order and however
// much later; and it moves nobody who did not use anything.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applySchedule } from '../../../src/domain/schedule/apply-schedule.ts';
import { emptySchedule } from '../../../src/domain/schedule/schedule-state.ts';

const hour = 3_600_000;
const pool = 'lasers';
const charge = fc.record({
  who: fc.constantFrom('a', 'b'),
  ms: fc.integer({ min: 1, max: 1000 * hour }),
  atMs: fc.integer({ min: 0, max: 400 * 24 * hour }),
});

it('what is given back leaves exactly nothing, whenever that is', () => {
  fc.assert(
    fc.property(fc.array(charge, { minLength: 1, maxLength: 20 }), fc.nat(), (charges, laterMs) => {
      const state = emptySchedule();
      applySchedule(state, { type: 'queue-described', atMs: 0, data: { pool, halfLifeMs: 7 * 24 * hour } });
      const put = (sign: 1 | -1, atMs: number): void => {
        for (const { who, ms, atMs: chargedAtMs } of charges) {
          const path = [
            { branch: 'team-t', weight: 2 },
            { branch: `member-${who}`, weight: 1 },
          ];
          const data = { pool, booking: 'b', path, ms: sign * ms, chargedAtMs };
          applySchedule(state, { type: 'use-charged', atMs, data });
        }
      };
      put(1, 0);
      const used = state.queues.get(pool)?.uses.get('team-t')?.units ?? 0n;
      expect(used).toBeGreaterThan(0n);
      put(-1, laterMs);
      for (const { units } of state.queues.get(pool)?.uses.values() ?? []) expect(units).toBe(0n);
    }),
  );
});
