// Brings the queues forward in time: what is due is decided on the tentative state and written, one step after the other,
// until nothing is due. Without a pool that is used in turn it does nothing at all.

import { decideTurns, queueLookMs } from '../domain/access/decide-turns.ts';
import { untilMinute } from '../domain/access/rest-ms.ts';
import type { State } from '../domain/journal/state.ts';
import type { Stamp } from '../domain/time.ts';
import { createRest } from './rest.ts';
import { type TellTurns, tellTurns } from './tell-turns.ts';

/** Steps of one look; what is due beyond that waits for the next. */
const stepsMost = 200;

/** @returns looks at every queue; safe to call at any time */
export function createTurnKeeper(box: TellTurns): () => void {
  const { committer } = box;
  const rest = createRest();
  return () => {
    for (let step = 0; step < stepsMost; step++) {
      const state = committer.tentative();
      const stamp = committer.stamp();
      if (state.schedule.queues.size === 0 || rest.holds(state, stamp)) return;
      const bodies = decideTurns(state, stamp);
      if (bodies.length === 0) {
        rest.begin(state, stamp, restOf(state, stamp));
        return;
      }
      committer.commit(bodies).then(
        () => tellTurns(box, bodies),
        // A failure was reported by the committer; the next look decides anew.
        () => undefined,
      );
    }
  };
}

function restOf({ schedule }: State, stamp: Stamp): number {
  const isLive = [...schedule.queues.values()].some(({ tickets }) => tickets.size > 0);
  return isLive ? queueLookMs : untilMinute(stamp);
}
