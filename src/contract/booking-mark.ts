// What the card of a machine tells of its bookings. A file of its own, because the board is needed by all other shapes.

import { Type } from 'typebox';

/** Left out where it cannot be booked. */
export const BookingMark = Type.Object({
  next: Type.Union(
    [Type.Object({ from: Type.String(), to: Type.String(), mine: Type.Boolean() }), Type.Null()],
    { description: 'The next booking for which it is kept.' },
  ),
});
