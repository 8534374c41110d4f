// Power never goes while a machine is known to be hot, whatever ends access and however long it takes; only a fatal
// monitor and an outage are worse.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coolDown, coolingOver, isStricter } from '../../../src/domain/access/end-of-access.ts';
import { owedPower } from '../../../src/domain/access/owed.ts';
import type { EndCause } from '../../../src/domain/journal/entry.ts';
import { guardedWorkshop } from '../../fakes/guarded-workshop.ts';
import { createHistory } from '../../fakes/history.ts';

const causes = Object.keys(coolDown) as EndCause[];
const worse: readonly EndCause[] = ['monitor-fatal', 'outage'];

it('inv. 9: no cause but a fatal monitor and an outage cuts what is known to be hot', () => {
  fc.assert(
    fc.property(fc.constantFrom(...causes), fc.nat(30 * 86_400_000), (cause, laterMs) => {
      const history = createHistory({
        workshop: guardedWorkshop({ coolBelowC: 50, neverCutWhileHot: true }),
      });
      const { session } = history.start('laser', 'anna');
      history.power('laser-plug', true);
      history.report('laser', 'idle');
      history.heat('laser', 'hot');
      const named = { session, machine: 'laser' };
      history.add({ type: 'session-ending', data: { ...named, cause, reader: null, tap: null } });
      history.add({ type: 'access-ended', data: { ...named, outcome: 'confirmed' } });
      history.clock.advance(laterMs);
      const held = history.state.sessions.get('laser');
      if (!held) throw new Error('the session is gone');
      const over = coolingOver(history.state, held, history.stamp());
      expect(over === null).toBe(!worse.includes(cause));
      expect(owedPower(history.state).get('laser-plug')?.on).toBe(true);
    }),
  );
});

it('a stricter cause overtakes, an equal or gentler one never does', () => {
  expect(isStricter('monitor-critical', 'second-tap')).toBe(true);
  expect(isStricter('monitor-fatal', 'monitor-critical')).toBe(true);
  expect(isStricter('monitor-warning', 'second-tap')).toBe(false);
  for (const cause of causes) {
    expect(isStricter(cause, cause)).toBe(false);
    expect(isStricter(cause, 'monitor-fatal')).toBe(false);
  }
});
