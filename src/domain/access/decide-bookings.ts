// What is due of bookings now, as levels of the state: sessions that began in one, nobody who came, ends, charges that are
// settled, drafts. Instants are compared, so that what a stopped gateway missed is found at the next look.

import { bookingRules, standingRules } from '../booking/booking-rules.ts';
import type { Booking } from '../booking/booking-state.ts';
import { chargeBy } from '../booking/charge-booking.ts';
import { drawnAtMs } from '../booking/draft-week.ts';
import { drawDraft } from '../booking/draw-draft.ts';
import { ownBooking } from '../booking/next-booking.ts';
import type { EntryBody } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import { machineById } from '../machine/lookup.ts';
import { turnsOf } from '../schedule/situation.ts';
import type { Stamp } from '../time.ts';
import { walkUp } from './decide-turns.ts';
import { inTurnAt, isUsable, ticketOf } from './turn-at.ts';

/** One thing at a time: it changes what is due next. */
export function decideBookings(state: State, stamp: Stamp, newId: () => string): readonly EntryBody[] {
  for (const booking of state.bookings.values()) {
    const due = booking.settled ? [] : dueOf(state, booking, stamp);
    if (due.length > 0) return due;
  }
  for (const { wish, member, pool } of state.wishes.values())
    if (state.members.get(member)?.status !== 'active' || !bookingRules(state, pool)?.draft)
      return [{ type: 'wish-withdrawn', data: { wish } }];
  return draftDue(state, stamp, newId);
}

/** When time alone brings something about next, wall clock; infinite where nothing does. */
export function nextBookingDueMs(state: State, { atMs }: Stamp): number {
  let dueMs = Number.POSITIVE_INFINITY;
  for (const one of state.bookings.values()) {
    if (one.settled) continue;
    const { claimMs } = standingRules(state, one.pool);
    const instants =
      one.phase === 'booked'
        ? [one.fromMs - claimMs, one.fromMs, missedAtMs(state, one), one.toMs]
        : [one.toMs];
    for (const at of instants) if (at > atMs) dueMs = Math.min(dueMs, at);
  }
  const timezone = state.workshop?.space.timezone ?? 'UTC';
  for (const { pool, week } of state.wishes.values()) {
    const draft = bookingRules(state, pool)?.draft;
    if (draft) dueMs = Math.min(dueMs, drawnAtMs(draft, week, timezone));
  }
  return dueMs;
}

function dueOf(state: State, booking: Booking, stamp: Stamp): readonly EntryBody[] {
  const { phase, session, machine } = booking;
  if (phase === 'booked') return whileBooked(state, booking, stamp);
  const isOver = stamp.atMs >= booking.toMs;
  if (phase === 'used') {
    if (!isOver && state.sessions.get(machine)?.session === session) return [];
    return [{ type: 'booking-ended', data: { booking: booking.booking } }];
  }
  return isOver ? settled(state, booking) : [];
}

function whileBooked(state: State, booking: Booking, stamp: Stamp): readonly EntryBody[] {
  const { member, machine, pool } = booking;
  const described = machineById(state, machine);
  if (state.members.get(member)?.status !== 'active' || described?.pool !== pool)
    return cancelled(state, booking, 'gone');
  const session = state.sessions.get(machine);
  if (session && session.member === member && session.phase === 'active')
    return ownBooking(state, booking, stamp) === booking
      ? beginBooking(state, { booking, session }, stamp)
      : [];
  if (session && session.startedAtMs < booking.fromMs)
    // Somebody is not done yet, and is never cut off: whoever booked pays nothing for it.
    return stamp.atMs >= booking.toMs ? cancelled(state, booking, 'machine') : [];
  if (stamp.atMs < missedAtMs(state, booking) && stamp.atMs < booking.toMs) return [];
  const isThere = isUsable(state, { id: machine, machine: described }, stamp);
  return isThere || session
    ? [{ type: 'booking-released', data: { booking: booking.booking } }]
    : cancelled(state, booking, 'machine');
}

/** From the beginning, or from when the machine was free at last. */
function missedAtMs(state: State, { fromMs, freeAtMs, pool }: Booking): number {
  return Math.max(fromMs, freeAtMs ?? fromMs) + standingRules(state, pool).noShowMs;
}

const cancelled = (state: State, booking: Booking, why: 'gone' | 'machine'): readonly EntryBody[] => [
  { type: 'booking-cancelled', data: { booking: booking.booking, late: false, why } },
  ...chargeBy(state, booking, -booking.chargeMs),
];

type Beginning = { readonly booking: Booking; readonly session: Pick<Session, 'session'> };

/** Its turn, as long as the booking, takes the place of what was charged for it. */
export function beginBooking(
  state: State,
  { booking, session }: Beginning,
  stamp: Stamp,
): readonly EntryBody[] {
  const { pool, machine: id } = booking;
  const at = inTurnAt(state, pool);
  const member = state.members.get(booking.member);
  const waits = at ? ticketOf(at.queue, booking.member) : undefined;
  const hasTurn = at ? turnsOf(at.queue).has(id) || waits?.phase === 'running' : false;
  const of = { booking: booking.booking, session: session.session };
  return [
    ...chargeBy(state, booking, -booking.chargeMs),
    { type: 'booking-began', data: of },
    ...(at && member && !hasTurn
      ? [
          ...(waits
            ? [{ type: 'ticket-dropped', data: { pool, ticket: waits.ticket, why: 'left' } } as const]
            : []),
          ...walkUp(state, at, {
            machine: id,
            member,
            ticket: session.session,
            stamp,
            bookedMs: booking.toMs - stamp.atMs,
          }),
        ]
      : []),
  ];
}

/** Charged is what nobody used of it: its own session has its turn, and what others used kept nobody away. */
function settled(state: State, booking: Booking): readonly EntryBody[] {
  const { fromMs, toMs, machine } = booking;
  const running = state.sessions.get(machine);
  const runsMs = running ? Math.max(0, toMs - Math.max(fromMs, running.startedAtMs)) : 0;
  const heldMs = Math.min(toMs - fromMs, booking.heldMs + runsMs);
  const chargeMs = booking.path.length === 0 ? 0 : toMs - fromMs - heldMs;
  return [
    { type: 'booking-settled', data: { booking: booking.booking, heldMs, chargeMs } },
    ...chargeBy(state, booking, chargeMs - booking.chargeMs),
  ];
}

function draftDue(state: State, stamp: Stamp, newId: () => string): readonly EntryBody[] {
  const timezone = state.workshop?.space.timezone ?? 'UTC';
  if (!state.synchronised) return [];
  for (const { pool, week } of state.wishes.values()) {
    const draft = bookingRules(state, pool)?.draft;
    if (draft && drawnAtMs(draft, week, timezone) <= stamp.atMs)
      return drawDraft(state, { pool, week, newId }, stamp);
  }
  return [];
}
