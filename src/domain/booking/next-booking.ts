// The bookings of one machine in time: which comes next, and which its member may begin now. Instants decide, never
// minutes of the day.

import type { State } from '../journal/state.ts';
import type { Stamp } from '../time.ts';
import { standingRules } from './booking-rules.ts';
import type { Booking } from './booking-state.ts';

type Booked = Pick<State, 'bookings'>;

/** The one for which the machine is kept soonest, or already; `not` leaves those of one member out. */
export function nextBooking({ bookings }: Booked, machine: string, not?: string): Booking | null {
  let next: Booking | null = null;
  for (const one of bookings.values()) {
    if (one.machine !== machine || one.phase !== 'booked' || one.member === not) continue;
    if (next === null || one.fromMs < next.fromMs) next = one;
  }
  return next;
}

/** The booking that a member may begin at a machine now. */
export function ownBooking(
  state: Booked & Pick<State, 'policy'>,
  { machine, member }: { readonly machine: string; readonly member: string },
  { atMs }: Pick<Stamp, 'atMs'>,
): Booking | null {
  for (const one of state.bookings.values()) {
    if (one.machine !== machine || one.member !== member || one.phase !== 'booked') continue;
    const { claimMs } = standingRules(state, one.pool);
    if (atMs >= one.fromMs - claimMs && atMs < one.toMs) return one;
  }
  return null;
}

/** When a session of that member at a machine must make way, wall clock; null while no booking of another comes. */
export function madeWayMs(
  state: Booked,
  { machine, member }: { machine: string; member: string },
): number | null {
  return nextBooking(state, machine, member)?.fromMs ?? null;
}
