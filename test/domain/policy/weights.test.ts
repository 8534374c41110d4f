// What a branch weighs: teams by their members and what was decided for them, members by the care that they gave, and no
// more than was decided, whatever they gave.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathOf } from '../../../src/domain/access/turn-at.ts';
import type { PolicyDocument } from '../../../src/domain/policy/policy-document.ts';
import { weightOfMember } from '../../../src/domain/policy/weights.ts';
import { createHistory, type History } from '../../fakes/history.ts';
import { decideTo } from '../../fakes/policy.ts';

const dayMs = 86_400_000;
const withCare: PolicyDocument = {
  pools: { lasers: {} },
  weights: { acme: 150 },
  care: { days: 30, hours: 8, mostPercent: 120 },
};

function opened(document: PolicyDocument = withCare): History {
  const history = createHistory();
  history.boot();
  history.member('dora', { team: 'acme' });
  history.member('emil', { team: 'acme' });
  decideTo(history, document);
  return history;
}

let cares = 0;
function careFor(history: History, by: string, minutes: number): void {
  const of = { care: `care-${++cares}`, machine: 'laser', by, minutes, part: null, noteDigest: null };
  history.add({ type: 'care-noted', data: { ...of, kind: 'cleaned' } });
}

const pathAt = ({ state }: History, member: string) => {
  const recorded = state.members.get(member);
  if (!recorded) throw new Error(`${member} is nobody`);
  return pathOf(state, recorded);
};

describe('weights', () => {
  it('are per cent of one member, for teams and for those without one', () => {
    const history = opened();
    expect(pathAt(history, 'anna')).toEqual([{ branch: 'member-anna', weight: 100 }]);
    expect(pathAt(history, 'dora')).toEqual([
      { branch: 'team-acme', weight: 300 },
      { branch: 'member-dora', weight: 100 },
    ]);
  });

  it('grow by care in a straight line, up to what was decided', () => {
    const history = opened();
    careFor(history, 'anna', 240);
    expect(weightOfMember(history.state, 'anna')).toEqual({ percent: 110, careMinutes: 240 });
    history.add({
      type: 'problem-closed',
      data: { problem: 'p1', machine: 'laser', by: 'anna', what: 'mended', minutes: 240 },
    });
    expect(weightOfMember(history.state, 'anna')).toEqual({ percent: 120, careMinutes: 480 });
    careFor(history, 'anna', 10_000);
    expect(weightOfMember(history.state, 'anna').percent).toBe(120);
  });

  it('count a service once, and nobody who is no member', () => {
    const history = opened();
    history.add({ type: 'service-done', data: { machine: 'laser', part: null, by: 'anna', minutes: 60 } });
    careFor(history, 'anna', 60);
    careFor(history, 'console', 60);
    expect(weightOfMember(history.state, 'anna').careMinutes).toBe(60);
    expect([...history.state.careGiven.keys()]).toEqual(['anna']);
  });

  it('forget care that is older than was decided, and whoever is erased', () => {
    const history = opened();
    careFor(history, 'anna', 240);
    history.clock.advance(29 * dayMs);
    history.add({ type: 'clock-judged', data: { synchronised: true } });
    expect(weightOfMember(history.state, 'anna').percent).toBe(110);
    history.clock.advance(dayMs);
    history.add({ type: 'clock-judged', data: { synchronised: true } });
    expect(weightOfMember(history.state, 'anna').percent).toBe(100);
    history.add({ type: 'member-erased', data: { member: 'anna' } });
    expect(history.state.careGiven.size).toBe(0);
  });

  it('inv. 10: are whole, between the usual and the most, and remembered for a bounded time', () => {
    const gift = fc.record({
      minutes: fc.integer({ min: 0, max: 1440 }),
      afterDays: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(
        fc.array(gift, { maxLength: 60 }),
        fc.integer({ min: 100, max: 200 }),
        (gifts, mostPercent) => {
          const history = opened({ ...withCare, care: { days: 90, hours: 20, mostPercent } });
          for (const { minutes, afterDays } of gifts) {
            history.clock.advance(afterDays * dayMs);
            careFor(history, 'anna', minutes);
            const { percent } = weightOfMember(history.state, 'anna');
            expect(Number.isSafeInteger(percent) && percent >= 100 && percent <= mostPercent).toBe(true);
          }
          expect(history.state.careGiven.get('anna')?.size ?? 0).toBeLessThanOrEqual(92);
        },
      ),
      { numRuns: 60, seed: 5 },
    );
  });
});
