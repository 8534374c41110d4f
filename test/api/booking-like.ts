// A booking of Ada's, tomorrow at the laser, changed where it matters.

import type { Booking } from '../../src/domain/booking/booking-state.ts';
import { startMs } from '../fakes/fake-gateway.ts';

const hour = 3_600_000;

export const bookingLike = (changed: Partial<Booking>): Booking => ({
  ...{ booking: 'b-1', uid: 'b-1', pool: 'lasers', machine: 'laser', member: 'key-ada', phase: 'booked' },
  ...{ fromMs: startMs + 24 * hour, toMs: startMs + 26 * hour, policy: 1, from: 'member', drawn: null },
  ...{ path: [], chargeMs: 0, chargedAtMs: startMs, offeredTo: null, session: null, heldMs: 0 },
  ...{ freeAtMs: null, settled: false, sequence: 0, changedAtMs: startMs },
  ...changed,
});
