// Brings the bookings forward in time: what is due is decided on the tentative state and written, one step after the
// other, until nothing is due. Without a booking or a wish it does nothing at all.

import { decideBookings, nextBookingDueMs } from '../domain/access/decide-bookings.ts';
import { untilMinute } from '../domain/access/rest-ms.ts';
import { createRest } from './rest.ts';
import { createBookingCalls, type TellBookings, tellBookings } from './tell-bookings.ts';

/** Steps of one look; what is due beyond that waits for the next. */
const stepsMost = 200;

/** @returns looks at every booking; safe to call at any time */
export function createBookingKeeper(box: TellBookings): () => void {
  const { committer, newId } = box;
  const rest = createRest();
  const calls = createBookingCalls(box);
  return () => {
    for (let step = 0; step < stepsMost; step++) {
      const state = committer.tentative();
      const stamp = committer.stamp();
      if ((state.bookings.size === 0 && state.wishes.size === 0) || rest.holds(state, stamp)) return;
      const bodies = decideBookings(state, stamp, newId);
      if (bodies.length === 0) {
        calls();
        const dueMs = nextBookingDueMs(state, stamp) - stamp.atMs;
        rest.begin(state, stamp, Math.min(untilMinute(stamp), dueMs));
        return;
      }
      committer.commit(bodies).then(
        () => tellBookings(box, bodies),
        // A failure was reported by the committer; the next look decides anew.
        () => undefined,
      );
    }
  };
}
