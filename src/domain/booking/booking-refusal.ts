// Every no to a booking, as a code, with what its sentence needs and, where time alone mends it, from when.

type BookingRefusal =
  | 'pool-not-booked'
  | 'machine-not-booked'
  | 'clock-unset'
  | 'booking-times'
  | 'booking-length'
  | 'booking-horizon'
  | 'booking-draft'
  | 'booking-closed'
  | 'booking-rights'
  | 'booking-taken'
  | 'booking-own-overlap'
  | 'booking-future'
  | 'booking-peak-day'
  | 'booking-peak-free'
  | 'booking-promised'
  | 'bookings-full';

export type BookingNo = {
  readonly code: BookingRefusal;
  /** What it is measured against, ready to be said: minutes, counts, a code of the rules of access. */
  readonly values: Readonly<Record<string, string | number>>;
  /** The same length at this machine is free from then on, as far as is looked ahead; left out where nothing is. */
  readonly nextMs?: number;
};
