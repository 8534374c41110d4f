// One tap, decided on the state as it is: who, which machine, may they, is it free. A refusal changes nothing but the
// record that it happened (invariant 6); the member who holds a machine can always end, whatever else is wrong.

import type { EndCause, EntryBody, MemberRecorded, TapNoted } from '../journal/entry.ts';
import type { StartAsk } from '../journal/place-entries.ts';
import type { Session, State } from '../journal/state.ts';
import { activityFacts } from '../machine/activity.ts';
import { machineById, machinesOfReader } from '../machine/lookup.ts';
import type { Machine } from '../machine/workshop.ts';
import type { Stamp } from '../time.ts';
import { closeSegment } from '../usage/close-segment.ts';
import { isPinLocked, neededFor, type PinCheck } from './level.ts';
import { notSuspended } from './member-rules.ts';
import { entranceOf, insideBySession, needsWitness, openAsk, tapAtDoor } from './people-rule.ts';
import type { No, RefusalCode } from './refusal.ts';
import { firstNo } from './rules.ts';

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
};

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
  readonly code: RefusalCode | YesCode | TapNoted['code'];
  /** What the sentence needs: names and dates, ready to be put in. */
  readonly values: Readonly<Record<string, string>>;
  readonly machine: string | null;
  readonly session: string | null;
};

type YesCode =
  | 'granted'
  | 'granted-witness'
  | 'people-asked'
  | 'ended'
  | 'ending-job'
  | 'presence-entered'
  | 'presence-left';

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
  const held = typeof request.badge === 'string' ? null : request.badge;
  const member =
    held && state.badges.get(held.badge) === held.member ? state.members.get(held.member) : undefined;
  if (entranceOf(state, request.reader) !== null) return atDoor(state, { request, member }, stamp);
  const target = machineFor(state, request);
  if ('code' in target) return refuse(state, request, { ...target, machine: null });
  const { id, machine } = target;
  const session = state.sessions.get(id);

  if (held && session?.member === held.member && session.phase === 'active') {
    return end(state, { request, session, machine }, stamp);
  }
  if (!held || !member) return refuse(state, request, { ...stranger(request), machine: id });
  const ask = session ? null : openAsk(state, { id, member: held.member }, stamp);
  if (ask && needsWitness(state, machine))
    return standBy(state, { request, id, machine, member, ask }, stamp);
  const no = firstNo({ state, member, id, machine, session, stamp });
  if (no) return refuse(state, request, { ...no, machine: id });
  const yes = { request, id, machine, held, team: member.team };
  const needed = neededFor(machine.level ?? 'uid', held.counter !== null);
  if (needed.proof && held.counter === null)
    return refuse(state, request, { code: 'badge-weak', values: { machine: machine.name }, machine: id });
  return needed.pin ? withPin(state, yes, stamp) : grant(state, yes);
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

const stranger = ({ badge }: TapRequest): No => ({
  code: typeof badge === 'string' ? `badge-${badge}` : 'badge-unknown',
  values: {},
});

/** A tap at the entrance asks for no machine. */
function atDoor(
  state: State,
  { request, member }: { request: TapRequest; member: MemberRecorded | undefined },
  stamp: Stamp,
): TapDecision {
  const { reader, tap } = request;
  const told = member ? tapAtDoor(state, { recorded: member, reader, tap }, stamp) : stranger(request);
  if (!('body' in told)) return refuse(state, request, { ...told, machine: null });
  const { body, code, values } = told;
  return { bodies: [body], outcome: 'notice', code, values, machine: null, session: null };
}

/** One more member stands by; when they are enough the start of the first one goes on, judged anew. */
function standBy(
  state: State,
  by: Target & { request: TapRequest; member: MemberRecorded; ask: StartAsk },
  stamp: Stamp,
): TapDecision {
  const { request, id, machine, member, ask } = by;
  const { reader, tap } = request;
  const first = state.members.get(ask.member);
  const no =
    notSuspended({ state, member, machine, stamp }) ??
    (first ? firstNo({ state, member: first, id, machine, session: undefined, stamp }) : stranger(request));
  if (no) return refuse(state, request, { ...no, machine: id });
  const isEnough = ask.witnesses.length + 2 >= (machine.people ?? 1);
  const session = isEnough ? request.newSession : null;
  const data = { machine: id, witness: member.member, session, reader, tap };
  const witnessed = { type: 'start-witnessed', data } as const;
  const values = { machine: machine.name };
  if (!isEnough)
    return { bodies: [witnessed], outcome: 'notice', code: 'people-asked', values, machine: id, session };
  const held = { badge: ask.badge, member: ask.member };
  const started = startedBy({ request, id, machine, held, team: first?.team ?? null });
  const told = { outcome: 'granted', code: 'granted-witness', values, machine: id, session } as const;
  return { bodies: [witnessed, started], ...told };
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
function withPin(state: State, yes: Yes, stamp: Stamp): TapDecision {
  const { request, id, machine, held } = yes;
  const code = isPinLocked(state, held.member, stamp) ? 'pin-locked' : pinRefusals[request.pin];
  const tried = (right: boolean) => ({ type: 'pin-tried', data: { member: held.member, right } }) as const;
  if (code === null) {
    const decision = grant(state, yes);
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

type Yes = Target & {
  readonly request: TapRequest;
  readonly held: Pick<HeldBadge, 'badge' | 'member'>;
  readonly team: string | null;
};

function startedBy({ request, id, machine, held, team }: Yes): EntryBody {
  const data = {
    session: request.newSession,
    machine: id,
    pool: machine.pool,
    member: held.member,
    team,
    costCode: null,
    badge: held.badge,
    reader: request.reader,
    tap: request.tap,
  };
  return { type: 'session-started', data };
}

function grant(state: State, yes: Yes): TapDecision {
  const { request, id, machine, held } = yes;
  if (needsWitness(state, machine)) return askForPeople(yes);
  return {
    bodies: [...insideBySession(state, held.member), startedBy(yes)],
    outcome: 'granted',
    code: 'granted',
    values: { machine: machine.name },
    machine: id,
    session: request.newSession,
  };
}

/** Nothing starts yet: others must stand by within a minute. */
function askForPeople({ request, id, machine, held }: Yes): TapDecision {
  const { reader, tap } = request;
  const data = { machine: id, member: held.member, badge: held.badge, reader, tap };
  const values = { machine: machine.name };
  const bodies = [{ type: 'start-asked', data }] as const;
  return { bodies, outcome: 'notice', code: 'people-asked', values, machine: id, session: null };
}

function end(
  state: State,
  what: { request: TapRequest; session: Session; machine: Machine },
  stamp: Stamp,
): TapDecision {
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
