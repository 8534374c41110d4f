// T1 beside bookings: whoever waits is called as early as promised, whatever others book, cancel and miss meanwhile; and no
// booking finds its machine in the hands of a turn that was given after it was made.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { endsOf } from '../../../src/domain/access/what-ends.ts';
import { createBookedHistory, minute, pool } from '../../fakes/booked-history.ts';
import { createSeededChance } from '../../fakes/seeded-chance.ts';

const members = ['anna', 'bruno', 'carla', 'dora', 'elio', 'fede', 'gina'];
const readers = new Map([
  ['laser', 'front'],
  ['laser-2', 'second'],
  ['laser-3', 'third'],
]);

function live(seed: number) {
  const chance = createSeededChance(seed);
  const bookings = { perPeakDay: 9, futureMinutes: 4_000, lateHours: 1 };
  const history = createBookedHistory({ shared: { bookings }, members });
  const { state, clock, stamp } = history;
  const seen = { booked: 0, promises: 0, late: 0, voided: 0, busy: 0 };
  let read = 0;
  const judge = (): void => {
    const { atMs } = stamp();
    for (const ticket of state.schedule.queues.get(pool)?.tickets.values() ?? [])
      if (ticket.phase === 'callable' && ticket.promise?.latestMs != null && atMs > ticket.promise.latestMs)
        seen.late += 1;
    for (; read < history.entries.length; read++) {
      const entry = history.entries[read];
      if (entry?.type !== 'promises-made') continue;
      seen.promises += entry.data.promises.length;
      seen.voided += entry.data.promises.filter(({ why }) => why === 'booking').length;
    }
    for (const one of state.bookings.values()) {
      const session = state.sessions.get(one.machine);
      if (one.phase === 'booked' && atMs >= one.fromMs && session && session.member !== one.member)
        seen.busy += 1;
    }
  };
  for (let step = 0; step < 600; step++) {
    clock.advance(minute);
    history.settle();
    for (const [machine, session] of [...state.sessions]) {
      const due = endsOf(state, session, stamp())[0]?.atMs ?? Number.POSITIVE_INFINITY;
      if (due <= stamp().atMs || chance.next() < 0.01) history.end(machine);
    }
    history.settle();
    const member = chance.pick(members);
    const [machine, reader] = chance.pick([...readers]);
    const luck = chance.next();
    const holds = [...state.sessions.values()].some((one) => one.member === member);
    if (luck < 0.15 && !holds) history.tap(member, reader);
    else if (luck < 0.3) {
      const fromMs = Math.ceil(stamp().atMs / (5 * minute)) * 5 * minute + chance.below(80) * 5 * minute;
      const made = history.book(member, { machine, fromMs, minutes: 30 + 5 * chance.below(30) });
      if (made.startsWith('b-')) seen.booked += 1;
    } else if (luck < 0.32) {
      const coming = [...state.bookings.values()].filter(({ phase }) => phase === 'booked');
      if (coming.length > 0) history.cancel(chance.pick(coming).booking);
    }
    // Those who are called, or have a booking, mostly come.
    for (const ticket of [...(state.schedule.queues.get(pool)?.tickets.values() ?? [])])
      if (ticket.phase === 'called' && chance.next() < 0.3)
        history.tap(ticket.member, readers.get(ticket.turn?.machine ?? '') ?? 'front');
    for (const one of [...state.bookings.values()])
      if (one.phase === 'booked' && stamp().atMs >= one.fromMs && chance.next() < 0.2)
        history.tap(one.member, readers.get(one.machine) ?? 'front');
    history.settle();
    judge();
  }
  return seen;
}

it('T1: no booking breaks a promise, and no turn is given into a booking', () => {
  const sums = { booked: 0, promises: 0 };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const { booked, promises, ...wrong } = live(seed);
      sums.booked += booked;
      sums.promises += promises;
      expect(wrong).toEqual({ late: 0, voided: 0, busy: 0 });
    }),
    { numRuns: 12 },
  );
  // It saw something.
  expect(sums.booked).toBeGreaterThan(100);
  expect(sums.promises).toBeGreaterThan(100);
});
