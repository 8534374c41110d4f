// The rest of the tick: within the time that it names, time alone brings nothing about, whatever state a life has come to.

import { describe, expect, it } from 'vitest';
import { decideTick } from '../../../src/domain/access/decide-tick.ts';
import { restMs } from '../../../src/domain/access/rest-ms.ts';
import { apply } from '../../../src/domain/journal/apply.ts';
import { emptyState } from '../../../src/domain/journal/state.ts';
import { live } from '../../../src/simulation/live.ts';

describe('the rest of the tick', () => {
  it.each([3, 8])(
    'holds for every state of the life of seed %i',
    async (seed) => {
      const size = {
        seed,
        members: 60,
        machines: 12,
        faults: 'many',
        pace: 10,
        days: 2,
        deeds: 1_500,
      } as const;
      const { world, broken } = await live(size);
      expect(broken).toBeNull();
      const state = emptyState('gateway-1');
      let rests = 0;
      for (const entry of world.disk.entries()) {
        apply(state, entry);
        if (decideTick(state, entry).length > 0) continue;
        const leftMs = restMs(state, entry);
        expect(leftMs).toBeLessThanOrEqual(60_000);
        for (const ms of [leftMs / 3, leftMs - 1].map(Math.floor).filter((part) => part > 0)) {
          rests += 1;
          const later = { atMs: entry.atMs + ms, monoMs: entry.monoMs + ms };
          expect(decideTick(state, later), `after entry ${entry.seq} and ${ms} ms`).toEqual([]);
        }
      }
      expect(rests).toBeGreaterThan(1_000);
    },
    30_000,
  );
});
