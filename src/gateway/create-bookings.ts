// The use cases of bookings, together: each is decided on the tentative state and written in one commit.

import { machinesOf } from '../domain/access/turn-at.ts';
import {
  acceptBooking,
  type Booked,
  cancelBooking,
  makeBooking,
  moveBooking,
  offerBooking,
} from '../domain/booking/book.ts';
import type { BookingNo } from '../domain/booking/booking-refusal.ts';
import { freeStarts, nextStart } from '../domain/booking/free-starts.ts';
import { makeWish, type Wished, withdrawWish } from '../domain/booking/make-wish.ts';
import type { State } from '../domain/journal/state.ts';
import type { Stamp } from '../domain/time.ts';
import type { BookingInput, BookingOutcome, Bookings } from './bookings-asked.ts';
import { type TellBookings, tellBookings } from './tell-bookings.ts';

export function createBookings(box: TellBookings): Bookings {
  const { committer, newId } = box;
  const now = () => ({ state: committer.tentative(), stamp: committer.stamp() });
  const write = async (outcome: Booked | Wished, id: string): Promise<BookingOutcome> => {
    if (!outcome.ok) return outcome;
    await committer.commit(outcome.bodies);
    tellBookings(box, outcome.bodies);
    return { ok: true, id };
  };
  return {
    async makeBooking(input) {
      const { state, stamp } = now();
      const id = newId();
      return write(bookSome(state, { ...input, booking: id }, stamp), id);
    },
    async cancelBooking(deed) {
      const { state, stamp } = now();
      return write(cancelBooking(state, deed, stamp), deed.booking);
    },
    async moveBooking({ machine, ...move }) {
      const { state, stamp } = now();
      const into = newId();
      const at = machine ?? state.bookings.get(move.booking)?.machine ?? '';
      return write(moveBooking(state, { ...move, machine: at, into }, stamp), into);
    },
    async offerBooking(offer) {
      return write(offerBooking(now().state, offer), offer.booking);
    },
    async acceptBooking(deed) {
      const { state, stamp } = now();
      return write(acceptBooking(state, deed, stamp), deed.booking);
    },
    async makeWish(input) {
      const { state, stamp } = now();
      const wish = newId();
      return write(makeWish(state, { ...input, wish }, stamp), wish);
    },
    async withdrawWish(deed) {
      return write(withdrawWish(now().state, deed), deed.wish);
    },
    freeStarts: (ask) => freeStarts(committer.durable(), ask, committer.stamp()),
  };
}

type Some = BookingInput & { readonly booking: string };

/** At the first machine that is free then, where none is named; the no of the first otherwise. */
function bookSome(state: State, { machine, ...input }: Some, stamp: Stamp): Booked {
  const machines = machine === null ? machinesOf(state, input.pool).map(({ id }) => id) : [machine];
  let first: Extract<Booked, { ok: false }> | null = null;
  for (const id of machines) {
    const wish = { ...input, machine: id };
    const outcome = makeBooking(state, { ...wish, from: 'member' }, stamp);
    if (outcome.ok) return outcome;
    first ??= withNext(state, { outcome, wish }, stamp);
  }
  return first ?? { ok: false, code: 'pool-not-booked', values: { pool: input.pool } };
}

/** What another time does not mend. */
const lasting: ReadonlySet<string> = new Set<BookingNo['code']>([
  ...(['pool-not-booked', 'machine-not-booked', 'clock-unset', 'bookings-full'] as const),
  ...(['booking-times', 'booking-length', 'booking-horizon', 'booking-future', 'booking-draft'] as const),
]);

type Refused = {
  readonly outcome: Extract<Booked, { ok: false }>;
  readonly wish: Parameters<typeof nextStart>[1];
};

function withNext(state: State, { outcome, wish }: Refused, stamp: Stamp): Extract<Booked, { ok: false }> {
  const next = lasting.has(outcome.code) ? null : nextStart(state, wish, stamp);
  return next === null ? outcome : { ...outcome, nextMs: next };
}
