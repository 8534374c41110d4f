// The part of the turns that is mine, and what I used of it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitsOf } from '../../../src/domain/schedule/decayed.ts';
import type { Queue } from '../../../src/domain/schedule/schedule-state.ts';
import { usedPart } from '../../../src/domain/schedule/used-part.ts';

const memory = { halfLifeMs: 86_400_000, epochMs: 0 };
const hourMs = 3_600_000;

function queueOf(used: Readonly<Record<string, number>>): Queue {
  const uses = new Map(
    Object.entries(used).map(([branch, ms]) => [branch, { units: unitsOf(ms, memory, 0), heaviest: [] }]),
  );
  return {
    ...{ pool: 'lasers', memory, uses, tickets: new Map(), taken: 0 },
    ...{ contendedMs: 0, contendedToMs: 0, lengths: { grantedMs: 0, usedMs: 0 }, readyAtMs: new Map() },
  };
}

const member = (name: string) => [{ branch: `member-${name}`, weight: 100 }];
const inTeam = (team: string, weight: number, name: string) => [
  { branch: `team-${team}`, weight },
  ...member(name),
];

describe('the part of a member', () => {
  it('is an equal one among those who used any, and the member', () => {
    const queue = queueOf({ 'member-ada': hourMs, 'member-bo': 3 * hourMs });
    const others = [member('bo'), member('cem')];
    const at = { others, nowMs: 0 };
    expect(usedPart(queue, { ...at, mine: member('ada') })).toEqual({ usedMs: hourMs, partMs: 2 * hourMs });
    expect(usedPart(queue, { ...at, mine: member('eva') })?.usedMs).toBe(0);
  });

  it('is given to teams first, by their weight', () => {
    const queue = queueOf({
      ...{ 'team-volta': 2 * hourMs, 'member-ada': hourMs, 'member-bo': hourMs },
      'member-cem': 4 * hourMs,
    });
    const others = [inTeam('volta', 200, 'bo'), member('cem')];
    const found = usedPart(queue, { mine: inTeam('volta', 200, 'ada'), others, nowMs: 0 });
    // Two thirds of six hours for the team, half of it each.
    expect(found).toEqual({ usedMs: hourMs, partMs: 2 * hourMs });
  });

  it('is nothing where nobody was', () => {
    expect(usedPart(queueOf({}), { mine: member('ada'), others: [], nowMs: 0 })).toBeNull();
  });

  it('of all together is what all have used, and time changes no proportion', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 8 }),
        fc.nat(10),
        (minutes, days) => {
          const names = minutes.map((_, index) => `m${index}`);
          const queue = queueOf(
            Object.fromEntries(minutes.map((one, index) => [`member-m${index}`, one * 60_000])),
          );
          const found = names.map((name) =>
            usedPart(queue, {
              mine: member(name),
              others: names.filter((one) => one !== name).map(member),
              nowMs: days * 86_400_000,
            }),
          );
          const used = found.reduce((sum, one) => sum + (one?.usedMs ?? 0), 0);
          const parts = found.reduce((sum, one) => sum + (one?.partMs ?? 0), 0);
          // Each is cut to whole milliseconds.
          expect(Math.abs(used - parts)).toBeLessThanOrEqual(names.length);
        },
      ),
    );
  });
});
