// What is due in the queues now, as levels of the state: tickets of who cannot come are dropped, sessions and turns are
// brought together, turns go on while nobody waits, and the rule calls the next. Asked again until nothing is due.

import type { MemberRecorded } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import { decide } from '../schedule/decide.ts';
import { claimTurn, endTurn, renewTurn } from '../schedule/hold-turn.ts';
import { defaultPolicy } from '../schedule/policy.ts';
import type { ScheduleBody } from '../schedule/schedule-entries.ts';
import type { Queue, Ticket } from '../schedule/schedule-state.ts';
import { lengthNow, tieUpOf, turnsOf } from '../schedule/situation.ts';
import type { TicketOutcome } from '../schedule/take-ticket.ts';
import { minuteMs, type Stamp } from '../time.ts';
import {
  askedAtMs,
  type InTurn,
  inTurnAt,
  isPeak,
  machinesOf,
  pathOf,
  situationOf,
  ticketOf,
} from './turn-at.ts';

/** Before the first warning, so that nobody is warned of an end that does not come. */
export const renewAheadMs = 11 * minuteMs;

/** A queue of which time alone brings nothing about has no tickets; any other is looked at this often. */
export const queueLookMs = 1_000;

export function decideTurns(state: State, stamp: Stamp): readonly ScheduleBody[] {
  for (const queue of state.schedule.queues.values()) {
    const due = dueIn(state, queue, stamp);
    if (due.length > 0) return due;
  }
  return [];
}

function dueIn(state: State, queue: Queue, stamp: Stamp): readonly ScheduleBody[] {
  const at = inTurnAt(state, queue.pool);
  if (!at) return closed(state, queue, stamp);
  const due = [...dropped(state, at), ...ended(state, at, stamp)];
  if (due.length > 0) return due;
  const joined = sessionsJoined(state, at, stamp);
  if (joined.length > 0) return joined;
  const situation = situationOf(state, at, stamp);
  const renewed = [...queue.tickets.values()].flatMap((ticket) => {
    if (!isNearEnd(state, ticket, stamp)) return [];
    return eventsOf(renewTurn(state.schedule, at.policy, { ticket: ticket.ticket, situation }));
  });
  return renewed.length > 0 ? renewed : decide(state.schedule, at.policy, situation);
}

const eventsOf = (outcome: TicketOutcome): readonly ScheduleBody[] => (outcome.ok ? outcome.events : []);

/** The pool is not used in turn any more: whoever holds a machine goes on without one. */
function closed(state: State, { pool, tickets }: Queue, { atMs }: Stamp): readonly ScheduleBody[] {
  return [...tickets.values()].flatMap(({ ticket, phase }) =>
    phase === 'running'
      ? eventsOf(endTurn(state.schedule, defaultPolicy, { pool, ticket, nowMs: atMs }))
      : [left(pool, ticket)],
  );
}

const left = (pool: string, ticket: string): ScheduleBody => ({
  type: 'ticket-dropped',
  data: { pool, ticket, why: 'left' },
});

/** Of who is gone or suspended, and of who took a machine of the pool over meanwhile. */
function dropped(state: State, { pool, queue }: InTurn): readonly ScheduleBody[] {
  return [...queue.tickets.values()]
    .filter(({ phase, member, turn }) => {
      if (phase === 'running') return false;
      if (state.members.get(member)?.status !== 'active') return true;
      return machinesOf(state, pool).some(
        ({ id }) => id !== turn?.machine && activeAt(state, id)?.member === member,
      );
    })
    .map(({ ticket }) => left(pool, ticket));
}

function activeAt(state: State, machine: string): Session | undefined {
  const session = state.sessions.get(machine);
  return session?.phase === 'active' ? session : undefined;
}

/** A turn lasts as long as its machine is held, by whomever: also while a job may finish. */
function ended(state: State, { pool, queue, policy }: InTurn, { atMs }: Stamp): readonly ScheduleBody[] {
  return [...queue.tickets.values()].flatMap(({ ticket, phase, turn }) =>
    phase === 'running' && turn && !state.sessions.has(turn.machine)
      ? eventsOf(endTurn(state.schedule, policy, { pool, ticket, nowMs: atMs }))
      : [],
  );
}

/** A session that began by a way without a queue is a turn as well: with a witness, or before the pool had turns. */
function sessionsJoined(state: State, at: InTurn, stamp: Stamp): readonly ScheduleBody[] {
  const turns = turnsOf(at.queue);
  for (const { id } of machinesOf(state, at.pool)) {
    const session = activeAt(state, id);
    const held = turns.get(id)?.ticket;
    const member = session && state.members.get(session.member);
    if (!session || !member) continue;
    if (held?.phase === 'called' && held.member === member.member)
      return eventsOf(claimTurn(state.schedule, { pool: at.pool, ticket: held.ticket, nowMs: stamp.atMs }));
    if (held || ticketOf(at.queue, member.member)) continue;
    return walkUp(state, at, { machine: id, member, ticket: session.session, stamp });
  }
  return [];
}

type WalkUp = {
  readonly machine: string;
  readonly member: MemberRecorded;
  readonly ticket: string;
  readonly stamp: Stamp;
  /** As booked, peak or not; left out: what a tap asks for. */
  readonly bookedMs?: number;
};

/** A turn without a wait, where nobody waits for the machine. */
export function walkUp(
  state: State,
  at: InTurn,
  { machine, member, ticket, stamp, bookedMs }: WalkUp,
): readonly ScheduleBody[] {
  const { pool, policy } = at;
  const askedMs = bookedMs ?? askedAtMs(state, at, machine);
  const of = { pool, ticket };
  const asked = { askedMs, whole: false, machines: [machine] };
  const lengthMs = bookedMs ?? lengthNow({ askedMs, whole: false }, policy, isPeak(state, pool, stamp));
  const length = { lengthMs, tieUpMs: tieUpOf(lengthMs, policy), chargeMs: lengthMs };
  return [
    {
      type: 'ticket-taken',
      data: { ...of, member: member.member, path: pathOf(state, member), ...asked },
    },
    { type: 'ticket-callable', data: { ...of, budgetMs: 0, handicapMs: 0 } },
    { type: 'turn-granted', data: { ...of, machine, ...length, code: 'fair-order', overtakes: [] } },
    { type: 'turn-claimed', data: of },
  ];
}

function isNearEnd(state: State, { phase, turn }: Ticket, { atMs }: Stamp): boolean {
  if (phase !== 'running' || !turn || turn.claimedAtMs === null || !activeAt(state, turn.machine))
    return false;
  return atMs >= turn.claimedAtMs + turn.lengthMs - renewAheadMs;
}
