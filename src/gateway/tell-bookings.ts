// Tells members what became of their bookings: kept for them from now on, waited for, missed, lost with the machine, drawn
// or offered. On their page only; a card shows no more than that a machine is booked.

import { standingRules } from '../domain/booking/booking-rules.ts';
import type { Booking } from '../domain/booking/booking-state.ts';
import type { EntryBody } from '../domain/journal/entry.ts';
import { formatLocal } from '../domain/local-time.ts';
import { machineById } from '../domain/machine/lookup.ts';
import { formatterPerZone, localDate } from '../domain/time.ts';
import type { Committer } from './commit.ts';
import type { Change } from './gateway.ts';
import type { Texts } from './ports.ts';

export type TellBookings = {
  readonly committer: Committer;
  readonly texts: Texts;
  readonly newId: () => string;
  readonly emit: (change: Change) => void;
};

/** @param bodies durable by now */
export function tellBookings(box: TellBookings, bodies: readonly EntryBody[]): void {
  const { bookings } = box.committer.durable();
  const machines = new Set<string>();
  for (const { type, data } of bodies) {
    const booking = 'booking' in data ? bookings.get(data.booking) : undefined;
    if (!booking || type === 'use-charged') continue;
    machines.add(booking.machine);
    if (type === 'booking-released') tell(box, booking, { code: 'booking-missed' });
    if (type === 'booking-cancelled' && data.why === 'machine') tell(box, booking, { code: 'booking-lost' });
    if (type === 'booking-made' && data.from === 'draft') tell(box, booking, { code: 'booking-drawn' });
    if (type === 'booking-offered' && data.to !== null)
      tell(box, booking, { code: 'booking-offered', to: data.to });
  }
  // Whether and when it is booked stands on the card of each.
  for (const machine of machines) box.emit({ kind: 'machine', machine });
}

/** @returns tells each member once when the machine is kept for them, and when it is not free yet; safe to call at any time */
export function createBookingCalls(box: TellBookings): () => void {
  // Bounded by the bookings that are near.
  let told: ReadonlySet<string> = new Set();
  return () => {
    const state = box.committer.durable();
    const { atMs } = box.committer.stamp();
    const now = new Set<string>();
    for (const booking of state.bookings.values()) {
      if (booking.phase !== 'booked') continue;
      const { fromMs, pool, machine, member } = booking;
      if (atMs < fromMs - standingRules(state, pool).claimMs) continue;
      const holder = state.sessions.get(machine);
      const isHeld = holder !== undefined && holder.member !== member;
      const code = atMs < fromMs ? 'booking-soon' : isHeld ? 'booking-waits' : null;
      if (code === null) continue;
      const key = `${booking.booking} ${code}`;
      now.add(key);
      if (!told.has(key)) tell(box, booking, { code });
    }
    told = now;
  };
}

function tell(box: TellBookings, booking: Booking, { code, to }: { code: string; to?: string }): void {
  const state = box.committer.durable();
  const { machine: id, fromMs, member } = booking;
  const timezone = state.workshop?.space.timezone ?? 'UTC';
  const isToday = localDate(fromMs, timezone) === localDate(box.committer.stamp().atMs, timezone);
  const at = isToday ? clockTime(timezone).format(fromMs) : formatLocal(fromMs, timezone);
  const text = box.texts.say(code, { machine: machineById(state, id)?.name ?? id, at });
  box.emit({ kind: 'told', member: to ?? member, told: { machine: id, code, text, untilMs: fromMs } });
}

const clockTime = formatterPerZone('en-GB', { hour: '2-digit', minute: '2-digit' });
