// The bookings of a gateway that decides nothing: what was asked is recorded, and answered with what a test sets.

import type { BookingOutcome, Bookings, FreeAsk } from '../../src/gateway/gateway.ts';

export type FakeBookings = Bookings & {
  nextBooked: BookingOutcome;
  nextFree: ReturnType<Bookings['freeStarts']>;
};

export function createFakeBookings(asked: { verb: string; with: unknown }[]): FakeBookings {
  const answer =
    (verb: string) =>
    async (input: unknown): Promise<BookingOutcome> => {
      asked.push({ verb, with: input });
      return fake.nextBooked;
    };
  const fake: FakeBookings = {
    nextBooked: { ok: true, id: 'booking-1' },
    nextFree: [],
    makeBooking: answer('makeBooking'),
    cancelBooking: answer('cancelBooking'),
    moveBooking: answer('moveBooking'),
    offerBooking: answer('offerBooking'),
    acceptBooking: answer('acceptBooking'),
    makeWish: answer('makeWish'),
    withdrawWish: answer('withdrawWish'),
    freeStarts(ask: FreeAsk) {
      asked.push({ verb: 'freeStarts', with: ask });
      return fake.nextFree;
    },
  };
  return fake;
}
