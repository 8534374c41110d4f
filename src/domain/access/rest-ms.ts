// For how long time alone brings nothing about: while the state stays as it is, `decideTick` says nothing within this time.
// Too short costs a look; too long would be a fault, so what is not known ends at the next whole minute.

import type { Session, State } from '../journal/state.ts';
import { machineById } from '../machine/lookup.ts';
import { policyDueMs } from '../policy/decide-policy.ts';
import { minuteMs, type Stamp } from '../time.ts';
import { segmentMaxMs } from '../usage/meter.ts';
import { unseenJobEndMs } from './decide-tick.ts';
import { forgottenAfterMs, peopleWithinMs } from './people-rule.ts';
import { endsOf } from './what-ends.ts';

/** Milliseconds, of the wall clock or the monotonic one; to be asked when `decideTick` has nothing to say. */
export function restMs(state: State, stamp: Stamp): number {
  // Days and hours begin on whole minutes.
  let leftMs = untilMinute(stamp);
  const policyMs = policyDueMs(state);
  if (policyMs !== null) leftMs = Math.min(leftMs, policyMs - stamp.atMs);
  for (const { job, activity, sinceMonoMs } of state.machines.values())
    if (job !== null && activity === 'idle')
      leftMs = Math.min(leftMs, sinceMonoMs + unseenJobEndMs - stamp.monoMs);
  // In the order in which they came in.
  for (const { sinceMs } of state.inside.values()) {
    leftMs = Math.min(leftMs, sinceMs + forgottenAfterMs - stamp.atMs);
    break;
  }
  for (const session of state.sessions.values()) leftMs = Math.min(leftMs, restOf(state, session, stamp));
  return leftMs;
}

export const untilMinute = ({ atMs }: Pick<Stamp, 'atMs'>): number => minuteMs - (atMs % minuteMs);

function restOf(state: State, session: Session, stamp: Stamp): number {
  if (session.phase === 'finishing') return Number.POSITIVE_INFINITY;
  if (session.phase !== 'active') return 0;
  const { idle } = machineById(state, session.machine) ?? {};
  const { quietMonoMs, segment } = session;
  const shortMonoMs = state.short.get(session.machine)?.sinceMonoMs;
  const dueMonoMs = [
    idle && quietMonoMs !== null ? quietMonoMs + (idle.afterS + idle.graceS) * 1000 : null,
    segment ? segment.fromMonoMs + segmentMaxMs : null,
    shortMonoMs === undefined ? null : shortMonoMs + peopleWithinMs,
  ];
  const [soonest] = endsOf(state, session, stamp);
  return Math.min(
    soonest ? soonest.atMs - stamp.atMs : Number.POSITIVE_INFINITY,
    ...dueMonoMs.map((atMs) => (atMs === null ? Number.POSITIVE_INFINITY : atMs - stamp.monoMs)),
  );
}
