// People who must be there beside whoever starts: a tap at an entrance says who is inside; where nobody counts that, a start
// waits for others to stand by with a tap of their own.

import { codeOf } from '../allowance/last-code.ts';
import { sessionHolds } from '../allowance/session-holds.ts';
import type { EntryBody, MemberRecorded } from '../journal/entry.ts';
import type { StartAsk } from '../journal/place-entries.ts';
import type { State } from '../journal/state.ts';
import type { Stamp } from '../time.ts';
import { notSuspended } from './member-rules.ts';
import { tapAtDoor } from './people-rule.ts';
import { queuesAtDoor } from './queue-at-door.ts';
import type { RefusalCode } from './refusal.ts';
import type { Asked } from './rule.ts';
import { isStaff, judge } from './rules.ts';
import {
  type HeldBadge,
  refuse,
  stranger,
  type TapDecision,
  type TapRequest,
  type Target,
} from './tap-decision.ts';
import { timeText } from './turn-at.ts';

/** A tap at the entrance asks for no machine. */
export function atDoor(
  state: State,
  { request, member }: { request: TapRequest; member: MemberRecorded | undefined },
  stamp: Stamp,
): TapDecision {
  const { reader, tap } = request;
  const told = member
    ? tapAtDoor(state, { recorded: member, reader, tap, mayBypass: isStaff(member) }, stamp)
    : stranger(request);
  if (!('body' in told)) return refuse(state, request, { ...told, machine: null });
  const { body, code } = told;
  const notice = { outcome: 'notice', code, machine: null, session: null } as const;
  const goes = body.type === 'presence-left' ? 'out' : 'in';
  const queues = queuesAtDoor(state, { member: body.data.member, goes }, stamp);
  const bodies = [body, ...queues.bodies];
  if (queues.bodies.length === 0 || code === 'presence-bypassed')
    return { ...notice, bodies, values: told.values };
  const untilMs = queues.keptUntilMs;
  if (untilMs === null) return { ...notice, bodies, values: told.values, sentence: 'presence-back' };
  const values = { ...told.values, at: timeText(state, untilMs, stamp) };
  return { ...notice, bodies, values, sentence: 'presence-kept', untilMs };
}

/** One more member stands by; when they are enough the start of the first one goes on, judged anew. */
export function standBy(asked: Asked, { request, ask }: { request: TapRequest; ask: StartAsk }): TapDecision {
  const { state, id, machine, member } = asked;
  const { reader, tap } = request;
  const first = state.members.get(ask.member);
  const judged = first ? judge({ ...asked, member: first, session: undefined }) : { no: stranger(request) };
  const no = notSuspended(asked) ?? judged.no;
  if (no || !first) return refuse(state, request, { ...(no ?? stranger(request)), machine: id });
  const isEnough = ask.witnesses.length + 2 >= (machine.people ?? 1);
  const session = isEnough ? request.newSession : null;
  const data = { machine: id, witness: member.member, session, reader, tap };
  const witnessed = { type: 'start-witnessed', data } as const;
  const values = { machine: machine.name };
  if (!isEnough)
    return { bodies: [witnessed], outcome: 'notice', code: 'people-asked', values, machine: id, session };
  const bypassed = 'bypassed' in judged ? judged.bypassed : [];
  const started = startedBy(state, { request, id, machine, holder: first, badge: ask.badge, bypassed });
  const told = { outcome: 'granted', code: 'granted-witness', values, machine: id, session } as const;
  const begins = { session: request.newSession, machine: id, member: first, untilMs: null };
  const { costCode } = started.data;
  const holds = sessionHolds(state, { ...begins, costCode, ceilingMinor: null }, asked.stamp.atMs);
  return { bodies: [witnessed, started, ...holds], ...told };
}

/** Nothing starts yet: others must stand by within a minute. */
export function askForPeople({
  request,
  id,
  machine,
  held,
}: Target & { request: TapRequest; held: HeldBadge }): TapDecision {
  const { reader, tap } = request;
  const data = { machine: id, member: held.member, badge: held.badge, reader, tap };
  const values = { machine: machine.name };
  const bodies = [{ type: 'start-asked', data }] as const;
  return { bodies, outcome: 'notice', code: 'people-asked', values, machine: id, session: null };
}

type Starting = Target & {
  readonly request: TapRequest;
  readonly holder: MemberRecorded;
  readonly badge: string;
  readonly bypassed: readonly RefusalCode[];
};

/** The entry that begins a session; what a lesson adds is not in it. */
export function startedBy(state: State, { request, id, machine, holder, badge, bypassed }: Starting) {
  const data = {
    session: request.newSession,
    machine: id,
    pool: machine.pool,
    member: holder.member,
    team: holder.team,
    costCode: codeOf(state, holder, null),
    badge,
    reader: request.reader,
    tap: request.tap,
    ...(bypassed.length === 0 ? {} : { bypassed }),
  };
  return { type: 'session-started', data } as const satisfies EntryBody;
}
