// Bookings and wishes as one viewer may see them, from the durable state: pure, built field by field.

import type { MachineCard } from '../contract/board.ts';
import type { BookingView, PoolBookings, WishView } from '../contract/bookings.ts';
import { latestCancelMs } from '../domain/booking/book.ts';
import { bookingRules } from '../domain/booking/booking-rules.ts';
import type { Booking } from '../domain/booking/booking-state.ts';
import { isLive } from '../domain/booking/booking-table.ts';
import { drawnAtMs, nextDrawn } from '../domain/booking/draft-week.ts';
import { nextBooking } from '../domain/booking/next-booking.ts';
import type { State } from '../domain/journal/state.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { rfc3339 } from './instant.ts';
import type { Viewer } from './viewers.ts';

type Source = Pick<Gateway, 'state' | 'person'>;

export function bookingView(source: Source, viewer: Viewer, booking: Booking): BookingView {
  const { member, offeredTo } = booking;
  const state = source.state();
  const mine = member === viewer.member;
  const isToMe = offeredTo !== null && offeredTo === viewer.member;
  const isTold =
    mine || isToMe || viewer.scopes.has('members:read') || state.members.get(member)?.shown === true;
  return {
    booking: booking.booking,
    pool: booking.pool,
    machine: booking.machine,
    from: rfc3339(booking.fromMs),
    to: rfc3339(booking.toMs),
    phase: booking.phase === 'used' ? 'used' : 'booked',
    mine,
    member: isTold ? (source.person(member)?.name ?? null) : null,
    offered: isToMe ? 'to-me' : mine && offeredTo !== null ? 'by-me' : 'no',
    latestCancel: mine ? rfc3339(latestCancelMs(state, booking)) : null,
    drawn: mine && booking.drawn ? { ...booking.drawn } : null,
  };
}

/** Left out of the card of a machine that cannot be booked and is not. */
export function bookingMark(
  { state }: Pick<Gateway, 'state'>,
  { member }: Pick<Viewer, 'member'>,
  { id, pool }: { readonly id: string; readonly pool: string },
): Pick<MachineCard, 'booking'> {
  const next = nextBooking(state(), id);
  if (!next) return bookingRules(state(), pool) ? { booking: { next: null } } : {};
  const { fromMs, toMs } = next;
  return { booking: { next: { from: rfc3339(fromMs), to: rfc3339(toMs), mine: next.member === member } } };
}

type Span = { readonly pool: string; readonly fromMs: number; readonly toMs: number };

/** Null for a pool that cannot be booked. */
export function poolBookings(
  source: Source,
  viewer: Viewer,
  { span, nowMs }: { readonly span: Span; readonly nowMs: number },
): PoolBookings | null {
  const state = source.state();
  const { pool, fromMs, toMs } = span;
  const rules = bookingRules(state, pool);
  if (!rules) return null;
  const { workshop } = state;
  const timezone = workshop?.space.timezone ?? 'UTC';
  const week = rules.draft ? nextDrawn(rules.draft, nowMs, timezone) : null;
  const machines = Object.entries(workshop?.machines ?? {}).filter(
    ([, machine]) => machine.pool === pool && machine.reader !== null,
  );
  const here = liveBookings(state).filter(
    (one) => one.pool === pool && one.fromMs < toMs && fromMs < one.toMs,
  );
  return {
    pool,
    machines: machines.map(([id, { name }]) => ({ id, name })),
    leastMinutes: rules.leastMs / 60_000,
    mostMinutes: rules.mostMs / 60_000,
    horizonDays: rules.horizonDays,
    lateHours: rules.lateMs / 3_600_000,
    draft:
      rules.draft && week !== null
        ? { week, drawnAt: rfc3339(drawnAtMs(rules.draft, week, timezone)) }
        : null,
    bookings: here.map((one) => bookingView(source, viewer, one)),
    wishes: wishViews(state, viewer).filter((one) => one.pool === pool),
  };
}

/** In the order of their beginning. */
export function liveBookings({ bookings }: Pick<State, 'bookings'>): readonly Booking[] {
  const live = [...bookings.values()].filter(({ phase }) => isLive(phase));
  return live.sort((one, other) => one.fromMs - other.fromMs || (one.machine < other.machine ? -1 : 1));
}

/** One's own, ranked in each pool and week. */
export function wishViews(state: State, { member }: Pick<Viewer, 'member'>): readonly WishView[] {
  const timezone = state.workshop?.space.timezone ?? 'UTC';
  const ranks = new Map<string, number>();
  const views: WishView[] = [];
  for (const one of state.wishes.values()) {
    const draft = bookingRules(state, one.pool)?.draft;
    if (one.member !== member || !draft) continue;
    const key = `${one.pool} ${one.week}`;
    const rank = (ranks.get(key) ?? 0) + 1;
    ranks.set(key, rank);
    views.push({
      wish: one.wish,
      pool: one.pool,
      machine: one.machine,
      from: rfc3339(one.fromMs),
      to: rfc3339(one.toMs),
      rank,
      drawnAt: rfc3339(drawnAtMs(draft, one.week, timezone)),
    });
  }
  return views;
}
