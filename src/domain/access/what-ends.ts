// What will end a running session, as far as that is known ahead: each source says when, and the soonest comes first. A
// new reason is one line in `sources`; all of them are levels, computed from the state alone.

import { runningPrice } from '../billing/running-price.ts';
import { madeWayMs } from '../booking/next-booking.ts';
import type { EndCause } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import { machineById } from '../machine/lookup.ts';
import { isQuiet } from '../machine/quiet.ts';
import type { Machine } from '../machine/workshop.ts';
import type { Stamp } from '../time.ts';
import { endOfRights } from './end-of-rights.ts';
import { openUntilMs } from './hours-rule.ts';
import { isTaught, type TrainersEnd, trainersEnd } from './lesson.ts';
import { firstNoDuringSession } from './rules.ts';
import { turnEndMs } from './turn-at.ts';

export type KnownEnd = {
  readonly cause: EndCause;
  /** Wall clock; in the past when it is due. */
  readonly atMs: number;
  /** What of the trainer's ends then, and not of the holder's own; left out: the end is no trainer's matter. */
  readonly trainer?: TrainersEnd['why'];
};

type Asked = {
  readonly state: State;
  readonly session: Session;
  readonly machine: Machine;
  readonly stamp: Stamp;
};

/** Wall clock, or null while that end is not known. */
type Source = (asked: Asked) => number | Omit<KnownEnd, 'cause'> | null;

const sources: readonly (readonly [EndCause, Source])[] = [
  ['idle', idleEnd],
  ['longest', longestEnd],
  ['ceiling', ceilingEnd],
  ['certificate', certificateEnd],
  ['certificate', trainerEnd],
  ['hours', hoursEnd],
  ['booking', ({ state, session }) => madeWayMs(state, session)],
  ['turn', ({ state, machine, session }) => turnEndMs(state, { id: session.machine, pool: machine.pool })],
];

/** The soonest first; none for a session that is ending already. */
export function endsOf(state: State, session: Session, stamp: Stamp): readonly KnownEnd[] {
  const machine = machineById(state, session.machine);
  if (!machine || session.phase !== 'active') return [];
  const asked = { state, session, machine, stamp };
  return sources
    .flatMap(([cause, source]): readonly KnownEnd[] => {
      const found = source(asked);
      if (found === null || found === Number.POSITIVE_INFINITY) return [];
      return [typeof found === 'number' ? { cause, atMs: found } : { cause, ...found }];
    })
    .sort((one, other) => one.atMs - other.atMs);
}

/** Whether nothing has moved for so long that its holder was warned: a tap then keeps the session. */
export function isInGrace(state: State, session: Session, stamp: Stamp): boolean {
  const machine = machineById(state, session.machine);
  return (
    machine !== undefined &&
    session.phase === 'active' &&
    idleEnd({ state, session, machine, stamp }) !== null
  );
}

/** Known from the warning on, not before: a pause is no idling. */
function idleEnd({ state, session, machine, stamp }: Asked): number | null {
  const { idle } = machine;
  if (!idle || session.quietMonoMs === null || !isQuiet(state, session.machine)) return null;
  const quietMs = stamp.monoMs - session.quietMonoMs;
  if (quietMs < idle.afterS * 1000) return null;
  return stamp.atMs + (idle.afterS + idle.graceS) * 1000 - quietMs;
}

function longestEnd({ session, machine, stamp }: Asked): number | null {
  if (machine.longestS === undefined) return null;
  const heldMs = session.heldMs + Math.max(0, stamp.monoMs - session.heldMonoMs);
  return stamp.atMs + machine.longestS * 1000 - heldMs;
}

function ceilingEnd({ state, session, stamp }: Asked): number | null {
  if (session.ceilingMinor === null) return null;
  const leftMs = runningPrice(state, session, stamp)?.leftMs ?? null;
  return leftMs === null ? null : stamp.atMs + leftMs;
}

/** A clock that was never set says nothing about a day (invariant 4); while a trainer answers, certificates are no matter. */
function certificateEnd({ state, session, machine, stamp }: Asked): number | null {
  const recorded = state.members.get(session.member);
  if (!state.synchronised || !recorded) return null;
  const { plan: _, ...own } = recorded;
  const member = isTaught(state, session, { machine, stamp }) ? { ...own, certificates: [] } : own;
  return endOfRights({ state, member, machine, stamp });
}

/** Unless the learner may go on alone by then. */
function trainerEnd({ state, session, machine, stamp }: Asked): Omit<KnownEnd, 'cause'> | null {
  const member = state.members.get(session.member);
  if (!state.synchronised || !member || !isTaught(state, session, { machine, stamp })) return null;
  const end = trainersEnd(state, session);
  if (end === null) return null;
  const { atMs, why: trainer } = end;
  const alone = firstNoDuringSession({ state, member, machine, stamp: { atMs } }, { taught: false });
  return alone === null ? null : { atMs, trainer };
}

/** Of the space, of the machine and of the member's plan; a steward who went past them goes on. */
function hoursEnd({ state, session, machine, stamp }: Asked): number | null {
  const recorded = state.members.get(session.member);
  if (!state.synchronised || !recorded || session.bypassed !== undefined) return null;
  const { until: _, ...rest } = recorded;
  const planMs = endOfRights({ state, member: { ...rest, certificates: [] }, machine, stamp });
  return Math.min(openUntilMs(state, machine, stamp.atMs) ?? stamp.atMs, planMs);
}
