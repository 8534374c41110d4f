// What the journal knows of bookings, version 1: ids and whole milliseconds, no names. Charges, branches and the order of a
// draft are written down and never computed again.

import type { Drawn } from '../booking/booking-state.ts';
import type { Branch } from '../schedule/schedule-entries.ts';

export type BookingBody =
  | { readonly type: 'booking-made'; readonly data: BookingMade }
  /** To a member who may accept it; null: to nobody any more. */
  | { readonly type: 'booking-offered'; readonly data: OfBooking & { readonly to: string | null } }
  | { readonly type: 'booking-given'; readonly data: BookingGiven }
  | { readonly type: 'booking-cancelled'; readonly data: BookingCancelled }
  /** Another booking stands in its place, made in the same commit. */
  | { readonly type: 'booking-moved'; readonly data: OfBooking & { readonly into: string } }
  | { readonly type: 'booking-began'; readonly data: OfBooking & { readonly session: string } }
  /** Nobody came in time: whoever waits may have the machine. */
  | { readonly type: 'booking-released'; readonly data: OfBooking }
  | { readonly type: 'booking-ended'; readonly data: OfBooking }
  | { readonly type: 'booking-settled'; readonly data: BookingSettled }
  | { readonly type: 'wish-made'; readonly data: WishMade }
  | { readonly type: 'wish-withdrawn'; readonly data: { readonly wish: string } }
  | { readonly type: 'draft-drawn'; readonly data: DraftDrawn };

type OfBooking = { readonly booking: string };

type BookingMade = OfBooking & {
  readonly pool: string;
  readonly machine: string;
  readonly member: string;
  readonly fromMs: number;
  readonly toMs: number;
  /** What counts as used from now on, and on whose branches; 0 in a pool without a queue. */
  readonly chargeMs: number;
  readonly path: readonly Branch[];
  readonly from: 'member' | 'draft' | 'gift';
  /** Version of the policy by which it was made. */
  readonly policy: number;
  /** How a draft came to it; left out where none did. */
  readonly drawn?: Drawn;
  /** The booking that it takes the place of; left out where it takes none. */
  readonly moves?: string;
};

type BookingGiven = OfBooking & {
  readonly to: string;
  readonly chargeMs: number;
  readonly path: readonly Branch[];
};

type BookingCancelled = OfBooking & {
  /** Too late to cost nothing. */
  readonly late: boolean;
  /** `member` wished it; `gone`: the member, or the machine, is not there any more; `machine`: it could not be used. */
  readonly why: 'member' | 'gone' | 'machine';
};

type BookingSettled = OfBooking & {
  /** For how long anybody held the machine in it. */
  readonly heldMs: number;
  /** What counts for it in the end, beside the turn of its own session. */
  readonly chargeMs: number;
};

type WishMade = {
  readonly wish: string;
  readonly pool: string;
  readonly week: string;
  readonly member: string;
  /** Null: any machine of the pool. */
  readonly machine: string | null;
  readonly fromMs: number;
  readonly toMs: number;
};

/** The bookings of it are made in the same commit. */
type DraftDrawn = {
  readonly pool: string;
  readonly week: string;
  /** Members in the fair order of the first round. */
  readonly order: readonly string[];
  readonly picks: readonly (Drawn & { readonly booking: string; readonly wish: string })[];
};
