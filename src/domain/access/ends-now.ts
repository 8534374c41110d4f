// Whether a running session must end now, and by which cause: its holder may no longer hold it, or a known end has come.
// A rule that a session does not outlive is one line in `causeOfNo`.

import type { EndCause } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import { machineById } from '../machine/lookup.ts';
import type { Stamp } from '../time.ts';
import { isTaught } from './lesson.ts';
import { stillStands } from './pin-badge.ts';
import type { RefusalCode } from './refusal.ts';
import { firstNoDuringSession } from './rules.ts';
import { endsOf } from './what-ends.ts';

/** Code of a no → the cause by which a session ends on it; a code that is not here ends none, as a clock that is not set. */
const causeOfNo: ReadonlyMap<RefusalCode, EndCause> = new Map([
  ['member-suspended', 'suspension'],
  ['certificate-missing', 'certificate'],
  ['certificate-expired', 'certificate'],
  ['certificate-unused', 'certificate'],
  ['certificate-level', 'certificate'],
  ['membership-ended', 'certificate'],
]);

export function endsNow(state: State, session: Session, stamp: Stamp): EndCause | null {
  return noLonger(state, session, stamp) ?? due(state, session, stamp);
}

function noLonger(state: State, session: Session, stamp: Stamp): EndCause | null {
  const member = state.members.get(session.member);
  const machine = machineById(state, session.machine);
  if (!member || !machine) return null;
  if (!stillStands(member, session.badge)) return 'badge-lost';
  // Where the trainer does not answer any more, the learner needs what they were taught.
  const taught = isTaught(state, session, { machine, stamp });
  const no = firstNoDuringSession({ state, member, machine, stamp }, { taught });
  return (no && causeOfNo.get(no.code)) ?? null;
}

function due(state: State, session: Session, stamp: Stamp): EndCause | null {
  const [soonest] = endsOf(state, session, stamp);
  return soonest && soonest.atMs <= stamp.atMs ? soonest.cause : null;
}
