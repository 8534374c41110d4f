// Bookings, wishes and drafts as replay gives them: plain data, changed only by the reducer. What is over is kept for a
// while, for calendars and for what is counted late, and then goes: nothing here grows without a bound.

import type { Branch } from '../schedule/schedule-entries.ts';
import { hourMs } from '../time.ts';
import type { BookingPhase } from './booking-table.ts';

export type BookingState = {
  /** By id, in the order of making; at most `bookingsMost` that are not over. */
  bookings: Map<string, Booking>;
  /** By id; at most `wishesMost` of one member in one pool. */
  wishes: Map<string, Wish>;
};

export type Booking = {
  readonly booking: string;
  /** Stays the same when it is moved. */
  readonly uid: string;
  readonly pool: string;
  readonly machine: string;
  member: string;
  readonly fromMs: number;
  readonly toMs: number;
  phase: BookingPhase;
  /** Version of the policy by which it was made. */
  readonly policy: number;
  readonly from: 'member' | 'draft' | 'gift';
  readonly drawn: Drawn | null;
  /** Branches that are charged for it, from the root down. */
  path: readonly Branch[];
  /** What counts as used for it now, and from when. */
  chargeMs: number;
  chargedAtMs: number;
  /** The member to whom it is offered. */
  offeredTo: string | null;
  /** That began in it. */
  session: string | null;
  /** For how long anybody held the machine in it. */
  heldMs: number;
  /** When somebody who held the machine into it went; null while nobody did. */
  freeAtMs: number | null;
  /** What is charged for it does not change any more. */
  settled: boolean;
  /** Grows with each change that a calendar must know. */
  sequence: number;
  changedAtMs: number;
};

/** How a draft came to it: all from 1. */
export type Drawn = { readonly round: number; readonly place: number; readonly rank: number };

export type Wish = {
  readonly wish: string;
  readonly pool: string;
  /** Monday of its week, `yyyy-mm-dd` on the clock of the space. */
  readonly week: string;
  readonly member: string;
  /** Null: any machine of the pool. */
  readonly machine: string | null;
  readonly fromMs: number;
  readonly toMs: number;
};

/** Not over, in all pools together. */
export const bookingsMost = 4_000;

/** Over, in all pools together; older ones stand in the journal. */
export const pastMost = 2_000;

export const wishesMost = 12;

/** So long after its end a booking is kept: calendars that look less often miss that it was cancelled. */
export const pastKeptMs = 14 * 24 * hourMs;

export const emptyBookings = (): BookingState => ({ bookings: new Map(), wishes: new Map() });
