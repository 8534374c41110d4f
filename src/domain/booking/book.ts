// A member books, cancels, moves, gives and takes a booking: the entries that say so with what they charge, or a no that
// changes nothing (invariant 6).

import type { EntryBody } from '../journal/entry.ts';
import type { State } from '../journal/state.ts';
import { formatLocal } from '../local-time.ts';
import type { Stamp } from '../time.ts';
import type { BookingNo } from './booking-refusal.ts';
import { standingRules } from './booking-rules.ts';
import type { Booking, Drawn } from './booking-state.ts';
import { chargeBy, chargeOf } from './charge-booking.ts';
import { type BookingWish, mayBook } from './may-book.ts';

/** What may stand against a deed on a booking that is there. */
export type DeedNo = {
  readonly code:
    | 'booking-unknown'
    | 'booking-not-yours'
    | 'booking-runs'
    | 'booking-not-offered'
    | 'gift-to-self';
  readonly values: Readonly<Record<string, string | number>>;
};

export type Booked =
  | { readonly ok: true; readonly bodies: readonly EntryBody[] }
  | ({ readonly ok: false; readonly nextMs?: number } & (BookingNo | DeedNo));

type Made = BookingWish & {
  readonly booking: string;
  readonly from: Booking['from'];
  readonly how?: Drawn;
};

export function makeBooking(state: State, made: Made, stamp: Stamp): Booked {
  const no = mayBook(state, made, stamp);
  return no ? { ok: false, ...no } : { ok: true, bodies: bodiesOf(state, made, stamp) };
}

/** @param made may be made */
export function bodiesOf(state: State, made: Made, { atMs }: Stamp): readonly EntryBody[] {
  const { booking, pool, machine, member, fromMs, toMs, from, how, except } = made;
  const { chargeMs, path } = chargeOf(state, { pool, member, lengthMs: toMs - fromMs });
  const stretch = { booking, pool, machine, member, fromMs, toMs };
  const { policy } = standingRules(state, pool);
  const beside = { ...(how && { drawn: how }), ...(except !== undefined && { moves: except }) };
  return [
    { type: 'booking-made', data: { ...stretch, chargeMs, path, from, policy, ...beside } },
    ...chargeBy(state, { booking, pool, path, chargedAtMs: atMs }, chargeMs),
  ];
}

type Deed = {
  readonly booking: string;
  /** Member key of who asks; null for staff, who may do it for anybody. */
  readonly by: string | null;
};

/** In time it costs nothing; late it counts, less what somebody else then uses of it. */
export function cancelBooking(state: State, deed: Deed, { atMs }: Stamp): Booked {
  const own = ownOf(state, deed);
  if ('code' in own) return { ok: false, ...own };
  const late = atMs > latestCancelMs(state, own);
  const { booking } = own;
  return {
    ok: true,
    bodies: [
      { type: 'booking-cancelled', data: { booking, late, why: 'member' } },
      ...(late ? [] : chargeBy(state, own, -own.chargeMs)),
    ],
  };
}

/** The last instant at which cancelling costs nothing. */
export const latestCancelMs = (state: Pick<State, 'policy'>, { fromMs, pool }: Booking): number =>
  fromMs - standingRules(state, pool).lateMs;

type Move = Deed &
  Pick<BookingWish, 'machine' | 'fromMs' | 'toMs'> & {
    /** Id of the one that then stands in its place. */
    readonly into: string;
  };

/** One that can no longer be cancelled in time can be moved within its own hours only. */
export function moveBooking(state: State, move: Move, stamp: Stamp): Booked {
  const own = ownOf(state, move);
  if ('code' in own) return { ok: false, ...own };
  const { booking, pool, member } = own;
  const { into, machine, fromMs, toMs } = move;
  const isLate = stamp.atMs > latestCancelMs(state, own);
  if (isLate && (fromMs > own.fromMs || toMs < own.toMs))
    return { ok: false, code: 'booking-runs', values: { at: localTime(state, latestCancelMs(state, own)) } };
  const made = { booking: into, pool, machine, member, fromMs, toMs, from: own.from, except: booking };
  const no = mayBook(state, made, stamp);
  if (no) return { ok: false, ...no };
  return {
    ok: true,
    bodies: [
      ...bodiesOf(state, made, stamp),
      { type: 'booking-moved', data: { booking, into } },
      ...chargeBy(state, own, -own.chargeMs),
    ],
  };
}

export function offerBooking(state: State, deed: Deed & { readonly to: string | null }): Booked {
  const own = ownOf(state, deed);
  if ('code' in own) return { ok: false, ...own };
  if (deed.to === own.member) return { ok: false, code: 'gift-to-self', values: {} };
  return { ok: true, bodies: [{ type: 'booking-offered', data: { booking: own.booking, to: deed.to } }] };
}

/** By the rules, as if whoever takes it had booked it themselves. */
export function acceptBooking(
  state: State,
  { booking: id, by }: { readonly booking: string; readonly by: string },
  stamp: Stamp,
): Booked {
  const offered = state.bookings.get(id);
  if (offered?.phase !== 'booked' || offered.offeredTo !== by)
    return { ok: false, code: 'booking-not-offered', values: {} };
  const { pool, machine, fromMs, toMs } = offered;
  const wish = { pool, machine, fromMs, toMs, member: by, except: id, drawn: true } as const;
  // It is kept already: those who wait have been told of it.
  const no = mayBook(state, wish, stamp);
  if (no && no.code !== 'booking-promised') return { ok: false, ...no };
  const { chargeMs, path } = chargeOf(state, { pool, member: by, lengthMs: toMs - fromMs });
  return {
    ok: true,
    bodies: [
      ...chargeBy(state, offered, -offered.chargeMs),
      { type: 'booking-given', data: { booking: id, to: by, chargeMs, path } },
      ...chargeBy(state, { booking: id, pool, path, chargedAtMs: stamp.atMs }, chargeMs),
    ],
  };
}

function ownOf({ bookings }: State, { booking: id, by }: Deed): Booking | DeedNo {
  const found = bookings.get(id);
  if (!found || (found.phase !== 'booked' && found.phase !== 'used'))
    return { code: 'booking-unknown', values: { booking: id } };
  if (by !== null && found.member !== by) return { code: 'booking-not-yours', values: {} };
  if (found.phase === 'used') return { code: 'booking-runs', values: {} };
  return found;
}

const localTime = ({ workshop }: State, atMs: number): string =>
  formatLocal(atMs, workshop?.space.timezone ?? 'UTC');
