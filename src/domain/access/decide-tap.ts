// One tap, decided on the state as it is: who, which machine, may they, is it free. A refusal changes nothing but the
// record that it happened (invariant 6); the member who holds a machine can always end, whatever else is wrong.

import { codeOf } from '../allowance/last-code.ts';
import { sessionHolds } from '../allowance/session-holds.ts';
import { mayCharge } from '../billing/cost-codes.ts';
import type { EntryBody, MemberRecorded } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import { activityFacts } from '../machine/activity.ts';
import { machineById, machinesOfReader, modeOf } from '../machine/lookup.ts';
import type { Machine } from '../machine/workshop.ts';
import type { Stamp } from '../time.ts';
import { certificateName } from './certificate.ts';
import { earnedAmong } from './earn.ts';
import { endSession } from './end-session.ts';
import { handOver, handOverTo } from './hand-over.ts';
import { mayLeaveToNext } from './leave-to-next.ts';
import { isTeachable, type Lesson, lessonOf } from './lesson.ts';
import { isPinLocked, neededFor, type PinCheck } from './level.ts';
import { entranceOf, insideBySession, needsWitness, openAsk } from './people-rule.ts';
import { pinBadge } from './pin-badge.ts';
import type { No, RefusalCode } from './refusal.ts';
import type { Asked } from './rule.ts';
import { type Judgement, judge } from './rules.ts';
import { askForPeople, atDoor, standBy, startedBy } from './stand-by.ts';
import { tapAtBooked } from './tap-at-booked.ts';
import {
  type HeldBadge,
  noWishes,
  type Offered,
  refuse,
  refuseTap,
  stranger,
  type TapDecision,
  type TapRequest,
  type TapWishes,
  type Target,
} from './tap-decision.ts';
import { type Seat, takeAfter } from './tap-in-turn.ts';
import { isInGrace } from './what-ends.ts';

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
  const byPin = request.kiosk !== undefined && held?.badge === pinBadge;
  const isKnown = held !== null && (byPin || state.badges.get(held.badge) === held.member);
  const member = isKnown ? state.members.get(held.member) : undefined;
  if (entranceOf(state, request.reader) !== null) return atDoor(state, { request, member }, stamp);
  const target = machineFor(state, request);
  if ('code' in target) return refuse(state, request, { ...target, machine: null });
  const { id, machine } = target;
  const session = state.sessions.get(id);

  const isOwn = held !== null && (session?.member === held.member || session?.trainer === held.member);
  if (isOwn && session?.phase === 'active') {
    return byHolder(state, { request, session, machine }, stamp);
  }
  if (!held || !member) return refuse(state, request, { ...stranger(request), machine: id });
  const flows = request.flowing?.includes(id) ?? false;
  const takesOver = handOverTo({ session, machine, member }, stamp) !== null;
  const asked = { state, member, id, machine, session, flows, mode: modeOf(state, id), stamp, takesOver };
  const ask = session ? null : openAsk(state, { id, member: held.member }, stamp);
  if (ask && needsWitness(state, machine)) return standBy(asked, { request, ask });
  const lesson = lessonOf(asked, held.badge);
  const begins = { request, id, machine, member, badge: held.badge, isFree: true };
  const after =
    session && !lesson && mayLeaveToNext(state, session)
      ? takeAfter(state, { tapped: begins, session }, stamp)
      : null;
  // Judged like any start at a free machine.
  const start = after ? { ...asked, session: undefined } : asked;
  const judged: Judgement = lesson ? { no: null, bypassed: lesson.bypassed } : judge(start);
  const bypassed = judged.no === null ? judged.bypassed : [];
  const no = judged.no ?? wrongCostCode(state, { request, team: member.team });
  if (no?.code === 'machine-in-use' || no?.code === 'machine-ending') {
    const waiting = tapAtBooked(state, { ...begins, isFree: false }, stamp);
    if (waiting?.starts === false) return waiting.decision;
  }
  if (no !== null) return refuse(state, request, { ...offering(no, asked), machine: id });
  const from = takesOver && !lesson ? session : undefined;
  const yes = { request, id, machine, held, member, lesson, from, after, bypassed };
  const isProven = held.counter !== null || request.kiosk?.proven === true;
  const needed = neededFor(machine.level ?? 'uid', isProven);
  if (needed.proof && !isProven)
    return refuse(state, request, { code: 'badge-weak', values: { machine: machine.name }, machine: id });
  return needed.pin ? withPin(state, yes, stamp) : grant(state, yes, stamp);
}

/** A no that a trainer could turn into a yes says so; one that time alone mends says when. */
function offering(no: No, asked: Asked): Offered {
  const lacks = no.code === 'certificate-missing' || no.code === 'certificate-level';
  if (lacks && isTeachable(asked)) return { ...no, sentence: 'lesson-offered' };
  const { fromMs, untilMs: _, ...rest } = no;
  return fromMs === undefined ? rest : { ...rest, untilMs: fromMs };
}

function machineFor(state: State, request: TapRequest): Target | No {
  // A kiosk stands for the machine itself.
  const served = request.kiosk
    ? [request.machine ?? ''].filter((id) => machineById(state, id))
    : machinesOfReader(state, request.reader);
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

type Granted = Target & {
  readonly request: TapRequest;
  readonly held: HeldBadge;
  /** Who tapped. */
  readonly member: MemberRecorded;
  /** Set where the tap begins a lesson: the session is then the learner's. */
  readonly lesson: Lesson | null;
  /** The session that is taken over. */
  readonly from: Session | undefined;
  /** Set where the machine is left to whoever is next, with its power. */
  readonly after: Seat | null;
  readonly bypassed: readonly RefusalCode[];
};

function grant(state: State, yes: Granted, stamp: Stamp): TapDecision {
  const { request, id, machine, lesson, from, after, bypassed } = yes;
  const { newSession: session, wishes = noWishes } = request;
  const holder = lesson?.learner ?? yes.member;
  // A turn stays with its machine when that goes from hand to hand.
  const badge = lesson?.badge ?? yes.held.badge;
  const begins = { request, id, machine, member: holder, badge, isFree: true };
  const seat = after ?? (from || lesson?.takenOver ? null : tapAtBooked(state, begins, stamp));
  if (seat?.starts === false) return seat.decision;
  // Trainer and learner are two, and who takes over stands beside who leaves.
  if (needsWitness(state, machine) && !lesson && !from) return askForPeople(yes);
  const costCode = codeOf(state, holder, wishes.costCode);
  const held = { session, machine: id, member: holder, costCode, untilMs: seat?.untilMs ?? null };
  return {
    bodies: [
      ...insideBySession(state, holder.member),
      ...(seat?.bodies ?? []),
      ...(from ? takenOver(state, { ...yes, from }, stamp) : begun(state, yes, stamp)),
      ...(wishes.ceilingMinor === null ? [] : [ceilingSet({ session, id, wishes })]),
      ...sessionHolds(state, { ...held, ceilingMinor: wishes.ceilingMinor }, stamp.atMs),
    ],
    outcome: 'granted',
    ...grantedUntil(grantedAs(state, yes), seat?.untilMs ?? null),
    values: { machine: machine.name, codes: bypassed.join(', ') },
    machine: id,
    session,
  };
}

function grantedAs(state: State, { id, from, lesson, bypassed }: Granted): TapDecision['code'] {
  if (bypassed.length > 0) return 'granted-bypassed';
  if (from) return (state.machines.get(id)?.job ?? null) === null ? 'handed-over' : 'handed-over-job';
  return lesson ? 'granted-lesson' : 'granted';
}

/** A turn that was waited for has an end from the beginning. */
const grantedUntil = (code: TapDecision['code'], untilMs: number | null) =>
  untilMs === null ? { code } : { code: code === 'granted' ? ('granted-turn' as const) : code, untilMs };

function begun(state: State, yes: Granted, stamp: Stamp): readonly EntryBody[] {
  const { request, id, machine, held, lesson, bypassed } = yes;
  const holder = lesson?.learner ?? yes.member;
  const started = startedBy(state, {
    request,
    id,
    machine,
    holder,
    badge: lesson?.badge ?? held.badge,
    bypassed,
  });
  const taught = lesson ? { trainer: lesson.trainer, learning: lesson.learning } : {};
  const { wishes = noWishes } = request;
  const costCode = codeOf(state, holder, wishes.costCode);
  const data = { ...started.data, ...taught, costCode };
  return [...fromTrainer(state, lesson, stamp), { type: 'session-started', data }];
}

function takenOver(
  state: State,
  { request, held, member, from }: Granted & { readonly from: Session },
  stamp: Stamp,
): readonly EntryBody[] {
  const { newSession: to, reader, tap, wishes = noWishes } = request;
  const who = { member: member.member, team: member.team, badge: held.badge };
  return handOver(
    state,
    { session: from, taken: { ...who, to, costCode: codeOf(state, member, wishes.costCode), reader, tap } },
    stamp,
  );
}

const ceilingSet = (of: { session: string; id: string; wishes: TapWishes }): EntryBody => ({
  type: 'ceiling-set',
  data: { session: of.session, machine: of.id, minor: of.wishes.ceilingMinor },
});

function wrongCostCode(state: State, who: { request: TapRequest; team: string | null }): No | null {
  const code = who.request.wishes?.costCode ?? null;
  if (code === null || mayCharge(state.workshop, { code, team: who.team })) return null;
  return { code: 'cost-code-unknown', values: { code } };
}

/** The session of the trainer ends and its power stays, for the learner. */
function fromTrainer(state: State, lesson: Lesson | null, stamp: Stamp): readonly EntryBody[] {
  const session = lesson?.takenOver;
  if (!session) return [];
  const { session: id, machine } = session;
  return [
    ...endSession(state, { session, cause: 'lesson', reader: null, tap: null }, stamp),
    { type: 'session-ended', data: { session: id, machine, power: 'handed-over' } },
  ];
}

type ByHolder = { readonly request: TapRequest; readonly session: Session; readonly machine: Machine };

/** The second tap ends, unless the member offers the machine, or was asked whether they are still there. */
function byHolder(state: State, what: ByHolder, stamp: Stamp): TapDecision {
  const { request, session, machine } = what;
  const isKept = isInGrace(state, session, stamp);
  const kind = request.wishes?.handOver ? 'hand-over-opened' : isKept ? 'kept' : null;
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
  const bodies = endSession(state, { session, cause: 'second-tap', reader, tap }, stamp);
  const earned = earnedAmong(bodies).map((one) => certificateName(state.workshop, one));
  const plainly = activityFacts[activity].class === 'moving' ? 'ending-job' : 'ended';
  return {
    bodies,
    outcome: 'ended',
    code: earned.length > 0 ? 'certificate-earned' : plainly,
    values: { machine: machine.name, ...(earned.length > 0 ? { certificate: earned.join(', ') } : {}) },
    machine: session.machine,
    session: session.session,
  };
}
