// The life of a booking as a table: what may happen to it where it stands, and where it stands then. What is not in the
// table cannot be applied.

/**
 * booked: the machine is kept for it; used: its member's session began in it; over: that session is over, or its time;
 * released: nobody came; late: cancelled too late to cost nothing; cancelled: in time, or by no fault of its member; moved:
 * another stands in its place; given: of the member who gave it away.
 */
export type BookingPhase = 'booked' | 'used' | 'over' | 'released' | 'late' | 'cancelled' | 'moved' | 'given';

export type BookingStep =
  | 'booking-offered'
  | 'booking-given'
  | 'booking-cancelled'
  | 'booking-moved'
  | 'booking-began'
  | 'booking-released'
  | 'booking-ended'
  | 'booking-settled';

type Step = { readonly from: readonly BookingPhase[]; readonly to: readonly BookingPhase[] };

export const bookingSteps: { readonly [T in BookingStep]: Step } = {
  'booking-offered': { from: ['booked'], to: ['booked'] },
  'booking-given': { from: ['booked'], to: ['booked'] },
  'booking-cancelled': { from: ['booked'], to: ['cancelled', 'late'] },
  'booking-moved': { from: ['booked'], to: ['moved'] },
  'booking-began': { from: ['booked'], to: ['used'] },
  'booking-released': { from: ['booked'], to: ['released'] },
  'booking-ended': { from: ['used'], to: ['over'] },
  'booking-settled': { from: ['over', 'released', 'late'], to: ['over', 'released', 'late'] },
};

/** Whether the machine is kept or held by it. */
export const isLive = (phase: BookingPhase): boolean => phase === 'booked' || phase === 'used';

/** Whether it counts among those that its member had on a day: one that was missed does, one cancelled in time does not. */
export const isCounted = (phase: BookingPhase): boolean =>
  phase !== 'cancelled' && phase !== 'moved' && phase !== 'given';
