// What people ask of bookings, and what they get for it. Shapes only; refusals are values with a code.

import type { DeedNo } from '../domain/booking/book.ts';
import type { BookingNo } from '../domain/booking/booking-refusal.ts';
import type { FreeStart } from '../domain/booking/free-starts.ts';
import type { WishNo } from '../domain/booking/make-wish.ts';

export type BookingInput = {
  readonly pool: string;
  /** Null: any machine of the pool that is free then. */
  readonly machine: string | null;
  /** Member key. */
  readonly member: string;
  readonly fromMs: number;
  readonly toMs: number;
};

type BookingDeed = {
  readonly booking: string;
  /** Member key; null for staff, who may do it for anybody. */
  readonly by: string | null;
};

export type BookingOutcome =
  /** The id of the booking or the wish. */
  | { readonly ok: true; readonly id: string }
  | ({ readonly ok: false; readonly nextMs?: number } & (BookingNo | DeedNo | WishNo));

type BookingMove = BookingDeed & {
  /** Null: where it is. */
  readonly machine: string | null;
  readonly fromMs: number;
  readonly toMs: number;
};

export type FreeAsk = {
  readonly pool: string;
  readonly member: string;
  readonly lengthMs: number;
  readonly fromMs: number;
  readonly toMs: number;
  /** Id of a booking that would be moved, so that it does not stand in its own way. */
  readonly except?: string;
};

export type Bookings = {
  makeBooking(input: BookingInput): Promise<BookingOutcome>;
  cancelBooking(deed: BookingDeed): Promise<BookingOutcome>;
  moveBooking(move: BookingMove): Promise<BookingOutcome>;
  /** To a member who may then accept it; null takes the offer back. */
  offerBooking(offer: BookingDeed & { readonly to: string | null }): Promise<BookingOutcome>;
  acceptBooking(deed: { readonly booking: string; readonly by: string }): Promise<BookingOutcome>;
  makeWish(input: BookingInput): Promise<BookingOutcome>;
  withdrawWish(deed: { readonly wish: string; readonly by: string }): Promise<BookingOutcome>;
  freeStarts(ask: FreeAsk): readonly FreeStart[];
};
