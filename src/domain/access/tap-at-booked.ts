// A tap at a machine that may be booked: whoever booked it begins, another has it only as far as their turn is over before
// the booking begins. All other taps go on to the queue.

import { standingRules } from '../booking/booking-rules.ts';
import type { Booking } from '../booking/booking-state.ts';
import { nextBooking, ownBooking } from '../booking/next-booking.ts';
import type { State } from '../journal/state.ts';
import { formatLocal } from '../local-time.ts';
import { tieUpOf, turnsOf } from '../schedule/situation.ts';
import { formatterPerZone, localDate, type Stamp } from '../time.ts';
import { beginBooking } from './decide-bookings.ts';
import { refuse } from './tap-decision.ts';
import { type Seat, type TapInTurn, tapInTurn } from './tap-in-turn.ts';
import { inTurnAt, ticketOf } from './turn-at.ts';

/** Null where neither a booking nor a queue has a say. */
export function tapAtBooked(state: State, tapped: TapInTurn, stamp: Stamp): Seat | null {
  const { id, member } = tapped;
  const own = ownBooking(state, { machine: id, member: member.member }, stamp);
  if (own && !isElsewhere(state, own, id)) {
    if (!tapped.isFree && stamp.atMs >= own.fromMs) return notYetFree(state, tapped);
    if (tapped.isFree && !isKept(state, own)) return begin(state, { tapped, own }, stamp);
  }
  const next = nextBooking(state, id, member.member);
  // Whoever was called here in time has it, however late they come.
  if (!next || !tapped.isFree || isCalled(state, tapped)) return tapInTurn(state, tapped, stamp);
  return besideBooking(state, { tapped, next }, stamp);
}

function begin(state: State, { tapped, own }: { tapped: TapInTurn; own: Booking }, stamp: Stamp): Seat {
  const session = { session: tapped.request.newSession };
  const bodies = beginBooking(state, { booking: own, session }, stamp);
  return { starts: true, bodies, untilMs: own.toMs };
}

/** Whoever holds another machine of the pool has their turn there. */
function isElsewhere(state: State, { pool, member }: Booking, id: string): boolean {
  const at = inTurnAt(state, pool);
  const turn = at && ticketOf(at.queue, member)?.turn;
  return turn != null && turn.machine !== id;
}

/** Called before the booking begins, another has it still. */
function isKept(state: State, { pool, machine, member }: Booking): boolean {
  const at = inTurnAt(state, pool);
  const held = at && turnsOf(at.queue).get(machine);
  return held != null && held.ticket.member !== member;
}

function isCalled(state: State, { id, machine, member }: TapInTurn): boolean {
  const at = inTurnAt(state, machine.pool);
  return at !== null && ticketOf(at.queue, member.member)?.turn?.machine === id;
}

/** Nobody is cut off; whoever booked it is the next to have it. */
function notYetFree(state: State, { id, machine, request }: TapInTurn): Seat {
  const no = { code: 'booking-busy', values: { machine: machine.name }, machine: id } as const;
  return { starts: false, decision: refuse(state, request, no) };
}

type Beside = { readonly tapped: TapInTurn; readonly next: Booking };

function besideBooking(state: State, { tapped, next }: Beside, stamp: Stamp): Seat | null {
  const { id, machine, request } = tapped;
  const at = inTurnAt(state, machine.pool);
  const { leastMs } = standingRules(state, machine.pool);
  // Without a queue a turn has no length: a gap that is shorter than the shortest booking is no use to anybody.
  const neededMs = at ? tieUpOf(at.lengthMs, at.policy) : leastMs;
  if (stamp.atMs + neededMs <= next.fromMs) return tapInTurn(state, tapped, stamp);
  const times = timesOf(state, next, stamp);
  if (at)
    return tapInTurn(state, { ...tapped, isFree: false, booked: { ...times, untilMs: next.toMs } }, stamp);
  const no = { code: 'machine-booked', values: { machine: machine.name, ...times }, machine: id } as const;
  return { starts: false, decision: refuse(state, request, { ...no, untilMs: next.toMs }) };
}

/** With its day, where that is not today. */
function timesOf({ workshop }: State, { fromMs, toMs }: Booking, stamp: Stamp) {
  const timezone = workshop?.space.timezone ?? 'UTC';
  const text = (atMs: number): string =>
    localDate(atMs, timezone) === localDate(stamp.atMs, timezone)
      ? clockTime(timezone).format(atMs)
      : formatLocal(atMs, timezone);
  return { at: text(fromMs), until: text(toMs) };
}

const clockTime = formatterPerZone('en-GB', { hour: '2-digit', minute: '2-digit' });
