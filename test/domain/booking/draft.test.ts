// The weekly draft against an independent judge: nobody envies another by more than one booking, by their own ranking and
// their weight (WEF1); same wishes, same bookings; and every booking says how it came about.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnAtMs, weekOf } from '../../../src/domain/booking/draft-week.ts';
import { makeWish } from '../../../src/domain/booking/make-wish.ts';
import { createBookedHistory, hour, mondayMs, pool } from '../../fakes/booked-history.ts';

const draft = { day: 'su', at: '18:00' } as const;
const bookings = { draft, horizonDays: 30, perPeakDay: 99, futureMinutes: 99_999 };
/** Twelve slots of an hour in the week after, that do not overlap: the same goods for all. */
const slots = Array.from({ length: 12 }, (_, index) => mondayMs + 7 * 24 * hour + index * 2 * hour);
const members = ['anna', 'bruno', 'carla', 'dora', 'elio'];

type Wishes = readonly { readonly member: string; readonly slots: readonly number[] }[];

/** Each member in a team of their own, with a second member who gives it weight and wishes nothing. */
function drawn(wishes: Wishes, heavy: readonly string[] = []) {
  const history = createBookedHistory({ shared: { bookings }, members });
  for (const member of heavy) {
    history.member(member, { team: `team-of-${member}` });
    history.member(`friend-of-${member}`, { team: `team-of-${member}`, badges: [] });
  }
  // Wishes come in as people make them: by rank, one after the other.
  for (let rank = 0; rank < 12; rank++)
    for (const { member, slots: mine } of wishes) {
      const slot = mine[rank];
      if (slot === undefined) continue;
      const fromMs = slots[slot] ?? 0;
      const wish = { wish: history.newId(), pool, member, machine: 'laser', fromMs, toMs: fromMs + hour };
      const outcome = makeWish(history.state, wish, history.stamp());
      if (!outcome.ok) throw new Error(outcome.code);
      history.add(...outcome.bodies);
    }
  history.clock.advance(6 * 24 * hour + 11 * hour);
  history.settle();
  return history;
}

const anyWishes = fc
  .array(fc.shuffledSubarray(slots.map((_, index) => index)), { minLength: 2, maxLength: 5 })
  .map((all): Wishes => all.map((mine, index) => ({ member: members[index] ?? '', slots: mine })));

/** What a bundle is worth to somebody: the better a wish ranks, the more; what they did not wish for, nothing. */
const worthTo = (mine: readonly number[], bundle: readonly number[]): number =>
  bundle.reduce(
    (sum, slot) => sum + (mine.includes(slot) ? 1 + (mine.length - mine.indexOf(slot)) ** 2 : 0),
    0,
  );

function bundles(history: ReturnType<typeof drawn>): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { member, fromMs } of history.state.bookings.values())
    found.set(member, [...(found.get(member) ?? []), slots.indexOf(fromMs)]);
  return found;
}

/** Weighted envy-freeness up to one good, as Chakraborty et al. define it. */
function judge(
  wishes: Wishes,
  had: ReadonlyMap<string, readonly number[]>,
  weightOf: (member: string) => number,
) {
  for (const one of wishes)
    for (const other of wishes) {
      if (one === other) continue;
      const [mine, theirs] = [had.get(one.member) ?? [], had.get(other.member) ?? []];
      const own = worthTo(one.slots, mine) / weightOf(one.member);
      const best = Math.max(0, ...theirs.map((slot) => worthTo(one.slots, [slot])));
      const envied = (worthTo(one.slots, theirs) - best) / weightOf(other.member);
      expect(own).toBeGreaterThanOrEqual(envied - 1e-9);
    }
}

describe('the draft of a week', () => {
  it('leaves no envy beyond one booking', () => {
    fc.assert(
      fc.property(anyWishes, (wishes) => judge(wishes, bundles(drawn(wishes)), () => 1)),
      { numRuns: 30 },
    );
  });

  it('and by weight, where a team weighs as many as it has members', () => {
    fc.assert(
      fc.property(anyWishes, (wishes) => {
        const heavy = ['anna', 'carla'];
        judge(wishes, bundles(drawn(wishes, heavy)), (member) => (heavy.includes(member) ? 2 : 1));
      }),
      { numRuns: 30 },
    );
  });

  it('inv. 3: the same wishes give the same bookings', () => {
    fc.assert(
      fc.property(anyWishes, (wishes) => {
        expect(drawn(wishes).state.bookings).toEqual(drawn(wishes).state.bookings);
      }),
      { numRuns: 10 },
    );
  });

  it('goes in rounds, the second in reverse, and says so', () => {
    const all = [0, 1, 2, 3, 4, 5];
    const history = drawn([
      { member: 'anna', slots: all },
      { member: 'bruno', slots: all },
      { member: 'carla', slots: all },
    ]);
    const told = [...history.state.bookings.values()].map(({ member, drawn: how }) => [member, how]);
    expect(told).toEqual([
      ['anna', { round: 1, place: 1, rank: 1 }],
      ['bruno', { round: 1, place: 2, rank: 2 }],
      ['carla', { round: 1, place: 3, rank: 3 }],
      ['carla', { round: 2, place: 1, rank: 4 }],
      ['bruno', { round: 2, place: 2, rank: 5 }],
      ['anna', { round: 2, place: 3, rank: 6 }],
    ]);
  });

  it('is drawn once a week, at an instant of the week before, also where the clock is put back', () => {
    const week = weekOf(Date.UTC(2027, 10, 3), 'Europe/Rome');
    expect(week).toBe('2027-11-01');
    expect(drawnAtMs(draft, week, 'Europe/Rome')).toBe(Date.UTC(2027, 9, 31, 17));
    expect(drawnAtMs({ day: 'su', at: '02:30' }, '2027-03-29', 'Europe/Rome')).toBe(
      Date.UTC(2027, 2, 28, 1, 30),
    );
  });
});
