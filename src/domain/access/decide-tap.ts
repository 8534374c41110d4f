// One tap, decided on the state as it is: who, which machine, may they, is it free. A refusal changes nothing but the
// record that it happened (invariant 6); the member who holds a machine can always end, whatever else is wrong.

import { mayCharge } from '../billing/cost-codes.ts';
import type { EndCause, EntryBody, TapNoted } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import { activityFacts } from '../machine/activity.ts';
import { machineById, machinesOfReader } from '../machine/lookup.ts';
import type { Machine } from '../machine/workshop.ts';
import type { Stamp } from '../time.ts';
import { closeSegment } from '../usage/close-segment.ts';
import { handOver, handOverTo } from './hand-over.ts';
import { isPinLocked, neededFor, type PinCheck } from './level.ts';
import type { No, RefusalCode } from './refusal.ts';
import { firstNo } from './rules.ts';
import { isInGrace } from './what-ends.ts';

export type TapRequest = {
  readonly reader: string;
  readonly tap: string;
  /** Named by the reader, where it serves several machines. */
  readonly machine: string | null;
  readonly badge: HeldBadge | 'unknown' | 'unreadable' | 'ambiguous' | 'unproven';
  /** Whether it was made before a tap of this reader that came already; see `isReplayed`. */
  readonly replayed: boolean;
  /** What came of the PIN that was typed with it. */
  readonly pin: PinCheck;
  /** Id for the session, should there be one. */
  readonly newSession: string;
  /** Left out: none. */
  readonly wishes?: TapWishes;
};

/** What a member asks for with the tap, where the reader lets them. */
export type TapWishes = {
  /** The holder offers the machine to the next tap. */
  readonly handOver: boolean;
  readonly costCode: string | null;
  /** Minor units in a decimal string. */
  readonly ceilingMinor: string | null;
};

const noWishes: TapWishes = { handOver: false, costCode: null, ceilingMinor: null };

type HeldBadge = {
  readonly badge: string;
  readonly member: string;
  /** Of a tag that has proved itself; null for one that only says its number. */
  readonly counter: number | null;
};

export type TapDecision = {
  readonly bodies: readonly EntryBody[];
  readonly outcome: 'granted' | 'ended' | 'refused' | 'notice';
  /** Refusal code, or the key of the sentence for a yes. */
  readonly code: RefusalCode | YesCode;
  /** What the sentence needs: names and dates, ready to be put in. */
  readonly values: Readonly<Record<string, string>>;
  readonly machine: string | null;
  readonly session: string | null;
};

type YesCode =
  | 'granted'
  | 'ended'
  | 'ending-job'
  | 'handed-over'
  | 'handed-over-job'
  | 'hand-over-opened'
  | 'kept'
  | TapNoted['code'];

export function decideTap(state: State, request: TapRequest, stamp: Stamp): TapDecision {
  // Before all else: what is played again must not even end a session.
  if (request.replayed) return refuseTap(state, request, { code: 'tap-replayed', values: {} });
  const held = typeof request.badge === 'string' ? null : request.badge;
  if (held === null || held.counter === null) return decide(state, request, stamp);
  // What was read before proves nothing, not even that its member wants to end.
  if (held.counter <= (state.badgeCounts.get(held.badge) ?? -1))
    return refuse(state, request, { code: 'badge-replayed', values: {}, machine: null });
  const decision = decide(state, request, stamp);
  return { ...decision, bodies: [badgeCounted(held.badge, held.counter), ...decision.bodies] };
}

/** Stands before whatever the tap brings about, so that no message is taken twice. */
export const badgeCounted = (badge: string, counter: number) =>
  ({ type: 'badge-counted', data: { badge, counter } }) as const;

function decide(state: State, request: TapRequest, stamp: Stamp): TapDecision {
  const target = machineFor(state, request);
  if ('code' in target) return refuse(state, request, { ...target, machine: null });
  const { id, machine } = target;
  const held = typeof request.badge === 'string' ? null : request.badge;
  const member =
    held && state.badges.get(held.badge) === held.member ? state.members.get(held.member) : undefined;
  const session = state.sessions.get(id);

  if (held && session?.member === held.member && session.phase === 'active') {
    return byHolder(state, { request, session, machine }, stamp);
  }
  if (!held || !member) {
    const code = typeof request.badge === 'string' ? (`badge-${request.badge}` as const) : 'badge-unknown';
    return refuse(state, request, { code, values: {}, machine: id });
  }
  const takesOver = handOverTo({ session, machine, member }, stamp) !== null;
  const no =
    firstNo({ state, member, id, machine, session, stamp, takesOver }) ??
    wrongCostCode(state, { request, team: member.team });
  if (no) return refuse(state, request, { ...no, machine: id });
  const yes = { request, id, machine, held, team: member.team, from: takesOver ? session : undefined };
  const needed = neededFor(machine.level ?? 'uid', held.counter !== null);
  if (needed.proof && held.counter === null)
    return refuse(state, request, { code: 'badge-weak', values: { machine: machine.name }, machine: id });
  return needed.pin ? withPin(state, yes, stamp) : grant(state, yes, stamp);
}

/** A tap that asks for no machine, or no longer. */
export const refuseTap = (state: State, request: TapRequest, no: No): TapDecision =>
  refuse(state, request, { ...no, machine: null });

/** A tap that served something else than a machine; it is remembered, so that its repetition starts nothing. */
export function noteTap(
  { reader, tap }: Pick<TapRequest, 'reader' | 'tap'>,
  noted: Omit<TapNoted, 'reader' | 'tap'>,
): TapDecision {
  const bodies = [{ type: 'tap-noted', data: { reader, tap, ...noted } }] as const;
  return { bodies, outcome: 'notice', code: noted.code, values: {}, machine: null, session: null };
}

/** The bodies that end a session's billing now; power follows when it is safe. */
export function endSession(
  state: State,
  ended: { session: Session; cause: EndCause; reader: string | null; tap: string | null },
  stamp: Stamp,
): readonly EntryBody[] {
  const { session, cause, reader, tap } = ended;
  const data = { session: session.session, machine: session.machine, cause, reader, tap };
  const segment = closeSegment(state, session, { why: 'ending', until: stamp });
  return [
    ...(segment ? [{ type: 'segment-closed', data: segment } as const] : []),
    { type: 'session-ending', data },
  ];
}

type Target = { readonly id: string; readonly machine: Machine };

function machineFor(state: State, request: TapRequest): Target | No {
  const served = machinesOfReader(state, request.reader);
  if (served.length === 0) return { code: 'reader-unassigned', values: {} };
  if (request.machine !== null && !served.includes(request.machine))
    return { code: 'machine-unknown', values: {} };
  const id = request.machine ?? (served.length === 1 ? served[0] : undefined);
  const machine = id === undefined ? undefined : machineById(state, id);
  if (id === undefined || !machine) return { code: 'machine-ambiguous', values: {} };
  return { id, machine };
}

/** The last of all questions, so that no PIN is tried where it does not matter. */
function withPin(state: State, yes: Granted, stamp: Stamp): TapDecision {
  const { request, id, machine, held } = yes;
  const code = isPinLocked(state, held.member, stamp) ? 'pin-locked' : pinRefusals[request.pin];
  const tried = (right: boolean) => ({ type: 'pin-tried', data: { member: held.member, right } }) as const;
  if (code === null) {
    const decision = grant(state, yes, stamp);
    if (!state.pinTries.has(held.member)) return decision;
    return { ...decision, bodies: [tried(true), ...decision.bodies] };
  }
  const refused = refuse(state, request, { code, values: { machine: machine.name }, machine: id });
  return code === 'pin-wrong' ? { ...refused, bodies: [tried(false), ...refused.bodies] } : refused;
}

const pinRefusals: Readonly<Record<PinCheck, RefusalCode | null>> = {
  none: 'pin-missing',
  right: null,
  wrong: 'pin-wrong',
  unset: 'pin-unset',
  unchecked: 'pin-unchecked',
};

function refuse(state: State, request: TapRequest, no: No & { machine: string | null }): TapDecision {
  const held = typeof request.badge === 'string' ? null : request.badge;
  const undisturbed = no.machine === null ? undefined : state.sessions.get(no.machine);
  const data = {
    reader: request.reader,
    tap: request.tap,
    machine: no.machine,
    badge: held?.badge ?? null,
    member: held?.member ?? null,
    code: no.code,
    session: undisturbed?.session ?? null,
  };
  return {
    bodies: [{ type: 'tap-refused', data }],
    outcome: 'refused',
    code: no.code,
    values: no.values,
    machine: no.machine,
    session: null,
  };
}

type Granted = Target & {
  readonly request: TapRequest;
  readonly held: HeldBadge;
  readonly team: string | null;
  /** The session that is taken over. */
  readonly from: Session | undefined;
};

function grant(state: State, yes: Granted, stamp: Stamp): TapDecision {
  const { request, id, machine, held, team, from } = yes;
  const { newSession: session, reader, tap, wishes = noWishes } = request;
  const who = { member: held.member, team, costCode: wishes.costCode, badge: held.badge, reader, tap };
  const begun: readonly EntryBody[] = from
    ? handOver(state, { session: from, taken: { ...who, to: session } }, stamp)
    : [{ type: 'session-started', data: { ...who, session, machine: id, pool: machine.pool } }];
  const hasJob = (state.machines.get(id)?.job ?? null) !== null;
  return {
    bodies: wishes.ceilingMinor === null ? begun : [...begun, ceilingSet({ session, id, wishes })],
    outcome: 'granted',
    code: !from ? 'granted' : hasJob ? 'handed-over-job' : 'handed-over',
    values: { machine: machine.name },
    machine: id,
    session,
  };
}

const ceilingSet = ({
  session,
  id,
  wishes,
}: {
  session: string;
  id: string;
  wishes: TapWishes;
}): EntryBody => ({
  type: 'ceiling-set',
  data: { session, machine: id, minor: wishes.ceilingMinor },
});

function wrongCostCode(state: State, who: { request: TapRequest; team: string | null }): No | null {
  const code = who.request.wishes?.costCode ?? null;
  if (code === null || mayCharge(state.workshop, { code, team: who.team })) return null;
  return { code: 'cost-code-unknown', values: { code } };
}

type ByHolder = { readonly request: TapRequest; readonly session: Session; readonly machine: Machine };

/** The second tap ends, unless the member offers the machine, or was asked whether they are still there. */
function byHolder(state: State, what: ByHolder, stamp: Stamp): TapDecision {
  const { request, session, machine } = what;
  const kind = request.wishes?.handOver
    ? 'hand-over-opened'
    : isInGrace(state, session, stamp)
      ? 'kept'
      : null;
  if (kind === null) return end(state, what, stamp);
  const { reader, tap } = request;
  const data = { session: session.session, machine: session.machine, reader, tap };
  return {
    bodies: [{ type: kind === 'kept' ? 'session-kept' : kind, data }],
    outcome: 'notice',
    code: kind,
    values: { machine: machine.name },
    machine: session.machine,
    session: session.session,
  };
}

function end(state: State, what: ByHolder, stamp: Stamp): TapDecision {
  const { request, session, machine } = what;
  const { reader, tap } = request;
  const activity = state.machines.get(session.machine)?.activity ?? 'unknown';
  return {
    bodies: endSession(state, { session, cause: 'second-tap', reader, tap }, stamp),
    outcome: 'ended',
    code: activityFacts[activity].class === 'moving' ? 'ending-job' : 'ended',
    values: { machine: machine.name },
    machine: session.machine,
    session: session.session,
  };
}
