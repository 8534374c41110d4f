// What time alone brings about: long segments are closed, jobs that ended unseen are ended, a session that may not go on
// ends, one whose power is off is over. Pure; called about once a second.

import { crossesBand } from '../billing/running-price.ts';
import type { EntryBody } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import { machineById, powerAt } from '../machine/lookup.ts';
import { decidePolicy } from '../policy/decide-policy.ts';
import type { Stamp } from '../time.ts';
import { closeSegment } from '../usage/close-segment.ts';
import { segmentMaxMs } from '../usage/meter.ts';
import { coolingOver } from './end-of-access.ts';
import { endSession } from './end-session.ts';
import { endsNow } from './ends-now.ts';
import { leaving, peopleWithinMs, shortOf } from './people-rule.ts';

/** A machine that says idle for this long has no job, even if its end was not seen (a restart, a lost line). */
export const unseenJobEndMs = 30_000;

/** What a switch's own timer may be late. */
const leaseMarginMs = 5_000;

export function decideTick(state: State, stamp: Stamp): readonly EntryBody[] {
  const bodies: EntryBody[] = [];
  for (const [machine, seen] of state.machines) {
    const idleForMs = seen.activity === 'idle' ? stamp.monoMs - seen.sinceMonoMs : 0;
    if (seen.job === null || idleForMs < unseenJobEndMs) continue;
    bodies.push({ type: 'job-ended', data: { machine, job: seen.job, result: 'unknown' } });
  }
  bodies.push(...decidePolicy(state, stamp), ...leaving(state, stamp));
  for (const session of state.sessions.values()) bodies.push(...forSession(state, session, stamp));
  return bodies;
}

function forSession(state: State, session: Session, stamp: Stamp): readonly EntryBody[] {
  if (session.phase === 'active') {
    const { enable } = machineById(state, session.machine) ?? {};
    const isDark =
      powerAt(state, session.machine) === 'off' ||
      (enable !== undefined && state.switches.get(enable)?.on === false);
    const outage = session.powerUnsure && isDark;
    if (outage) return endSession(state, { session, cause: 'outage', reader: null, tap: null }, stamp);
    const cause = endsNow(state, session, stamp);
    if (cause) return endSession(state, { session, cause, reader: null, tap: null }, stamp);
    return people(state, session, stamp) ?? longSegment(state, session, stamp);
  }
  if (session.phase === 'cooling') {
    const gone = session.powerUnsure && powerAt(state, session.machine) === 'off';
    const why = gone ? 'dark' : coolingOver(state, session, stamp);
    const data = { session: session.session, machine: session.machine };
    return why === null ? [] : [{ type: 'cooling-ended', data: { ...data, why } }];
  }
  const power = session.phase === 'darkening' ? darkness(state, session, stamp) : null;
  if (!power) return [];
  return [{ type: 'session-ended', data: { session: session.session, machine: session.machine, power } }];
}

/** Too few people are warned at once, and the session ends when they are not back in time; null where nothing is new. */
function people(state: State, session: Session, stamp: Stamp): readonly EntryBody[] | null {
  const { machine } = session;
  const told = state.short.get(machine);
  const short = shortOf(state, machine);
  const data = { session: session.session, machine };
  if (short === null) return told ? [{ type: 'people-enough', data }] : null;
  if (!told) return [{ type: 'people-short', data: { ...data, ...short } }];
  if (stamp.monoMs - told.sinceMonoMs < peopleWithinMs) return null;
  return endSession(state, { session, cause: 'people', reader: null, tap: null }, stamp);
}

function longSegment(state: State, session: Session, stamp: Stamp): readonly EntryBody[] {
  const { segment } = session;
  if (!segment) return [];
  const isLong = stamp.monoMs - segment.fromMonoMs >= segmentMaxMs;
  const crosses = crossesBand(state, session, stamp);
  if (!isLong && !crosses) return [];
  const data = closeSegment(state, session, { why: crosses ? 'band' : 'length', until: stamp });
  return data ? [{ type: 'segment-closed', data }] : [];
}

/** How we know that the power is off; null while we do not. */
function darkness(
  state: State,
  session: Session,
  stamp: Stamp,
): 'off' | 'lease-expired' | 'no-switch' | null {
  const machine = machineById(state, session.machine);
  if (!machine || machine.switch === null) return 'no-switch';
  if (powerAt(state, session.machine) === 'off') return 'off';
  const longestMs = Math.max(machine.leaseS, machine.jobLeaseS) * 1000 + leaseMarginMs;
  return stamp.monoMs - session.phaseMonoMs >= longestMs ? 'lease-expired' : null;
}
