// What the entries about bookings change in the state. An entry that the table of a booking does not allow is a
// programmer's error. What is over goes after a while, with the next entry about any booking.

import type { Booking } from '../booking/booking-state.ts';
import { pastKeptMs, pastMost } from '../booking/booking-state.ts';
import { type BookingPhase, type BookingStep, bookingSteps, isLive } from '../booking/booking-table.ts';
import type { BookingBody } from './booking-entries.ts';
import type { Entry } from './entry.ts';
import type { Session, State } from './state.ts';

type BookingType = BookingBody['type'];
type Of<T extends BookingType> = Extract<Entry, { type: T }>;

export const bookingEffects: { readonly [T in BookingType]: (state: State, entry: Of<T>) => void } = {
  'booking-made': (state, { atMs, data }) => {
    const { moves, drawn, ...made } = data;
    const before = moves === undefined ? undefined : state.bookings.get(moves);
    forgetPast(state, atMs);
    state.bookings.set(data.booking, {
      ...made,
      uid: before?.uid ?? data.booking,
      phase: 'booked',
      drawn: drawn ?? null,
      chargedAtMs: atMs,
      offeredTo: null,
      session: null,
      heldMs: 0,
      freeAtMs: null,
      settled: false,
      sequence: before ? before.sequence + 1 : 0,
      changedAtMs: atMs,
    });
  },
  'booking-offered': (state, entry) => {
    step(state, entry, 'booked').offeredTo = entry.data.to;
  },
  'booking-given': (state, entry) => {
    const { to: member, chargeMs, path } = entry.data;
    const given = step(state, entry, 'booked');
    // Under a key of its own, so that the calendar of who gave it away can say that it is gone.
    const key = `${given.booking}-${given.sequence}`;
    state.bookings.set(key, { ...given, booking: key, phase: 'given', chargeMs: 0, settled: true });
    Object.assign(given, { member, chargeMs, path, chargedAtMs: entry.atMs, offeredTo: null });
  },
  'booking-cancelled': (state, entry) => {
    const { late } = entry.data;
    close(step(state, entry, late ? 'late' : 'cancelled'), { isSettled: !late });
  },
  'booking-moved': (state, entry) => close(step(state, entry, 'moved'), { isSettled: true }),
  'booking-began': (state, entry) => {
    // From here on its turn is charged.
    Object.assign(step(state, entry, 'used'), { session: entry.data.session, chargeMs: 0, offeredTo: null });
  },
  'booking-released': (state, entry) => close(step(state, entry, 'released'), { isSettled: false }),
  'booking-ended': (state, entry) => close(step(state, entry, 'over'), { isSettled: false }),
  'booking-settled': (state, entry) => {
    const { heldMs, chargeMs } = entry.data;
    const { phase } = known(state, entry.data.booking);
    Object.assign(step(state, entry, phase), { heldMs, chargeMs, settled: true });
  },
  'wish-made': (state, { data }) => {
    state.wishes.set(data.wish, data);
  },
  'wish-withdrawn': (state, { data }) => {
    state.wishes.delete(data.wish);
  },
  'draft-drawn': (state, { data: { pool, week } }) => {
    for (const [id, wish] of state.wishes)
      if (wish.pool === pool && wish.week <= week) state.wishes.delete(id);
  },
};

/** A session is over: it was held for so long within each booking of its machine that is not settled. */
export function heldBookings(state: State, session: Session | undefined, atMs: number): void {
  if (!session) return;
  for (const one of state.bookings.values()) {
    if (one.machine !== session.machine || one.settled) continue;
    const heldMs = Math.min(one.toMs, atMs) - Math.max(one.fromMs, session.startedAtMs);
    if (heldMs > 0) one.heldMs += heldMs;
    if (one.phase === 'booked' && session.startedAtMs < one.fromMs && atMs > one.fromMs) one.freeAtMs = atMs;
  }
}

type Stepped = Entry & { readonly type: BookingStep; readonly data: { readonly booking: string } };

function step(state: State, entry: Stepped, to: BookingPhase): Booking {
  const booking = known(state, entry.data.booking);
  const { from, to: allowed } = bookingSteps[entry.type];
  if (!from.includes(booking.phase) || !allowed.includes(to) || booking.settled)
    throw new RangeError(`${entry.type} of the booking ${booking.booking}, which is ${booking.phase}`);
  if (entry.type !== 'booking-offered') booking.sequence += 1;
  Object.assign(booking, { phase: to, changedAtMs: entry.atMs });
  return booking;
}

function known(state: State, id: string): Booking {
  const booking = state.bookings.get(id);
  if (!booking) throw new RangeError(`there is no booking ${id}`);
  return booking;
}

function close(booking: Booking, { isSettled }: { readonly isSettled: boolean }): void {
  booking.offeredTo = null;
  booking.settled = isSettled;
  if (isSettled) booking.chargeMs = 0;
}

/** The oldest first, by the order of making. */
function forgetPast({ bookings }: State, atMs: number): void {
  const past = [...bookings.values()].filter(({ settled, phase }) => settled && !isLive(phase));
  const tooMany = past.length - pastMost;
  for (const [index, { booking, toMs }] of past.entries())
    if (index < tooMany || toMs + pastKeptMs < atMs) bookings.delete(booking);
}
