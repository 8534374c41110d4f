// What people do in a run: they come, wait or begin at once, go out, give up; and what happens to all of a pool: its doors
// close, its rule changes.

import type { PoolPolicy } from '../policy/policy-document.ts';
import { applySchedule } from '../schedule/apply-schedule.ts';
import type { Branch, ScheduleBody } from '../schedule/schedule-entries.ts';
import type { Queue } from '../schedule/schedule-state.ts';
import { tieUpOf } from '../schedule/situation.ts';
import { comeToQueue, goOut, leaveQueue, takeTicket } from '../schedule/take-ticket.ts';
import { isForTaking, type Lane, newRule, type Rule, type Seat } from './lane.ts';
import type { Run } from './run-trace.ts';
import { begins, called, endUse, freed, settle, tell, ticketOf } from './settle.ts';
import type { Visit } from './visit.ts';

/** Comes for a machine, or back to the queue: a tap. */
export function arrive(run: Run, lane: Lane, visit: Visit): void {
  if (visit.isOver) return;
  if (!lane.rule) {
    asItWas(visit);
    return;
  }
  settle(run, lane);
  const queue = run.state.queues.get(lane.pool);
  if (!queue) return;
  const { rule } = lane;
  const mine = ticketOf(queue, visit);
  if (mine?.phase === 'callable' && visit.demand.insists) takeAtOnce(run, { lane, queue, rule, visit });
  if (mine?.phase === 'callable' || mine?.phase === 'called' || mine?.phase === 'running') return;
  visit.waitsFromMs ??= run.nowMs;
  const { pool } = lane;
  if (mine) tell(run, comeToQueue(run.state, rule.policy, { pool, ticket: mine.ticket, nowMs: run.nowMs }));
  else if (!beginAtOnce(run, { lane, queue, rule, visit })) join(run, { lane, rule, visit });
  settle(run, lane);
}

/** Without a queue nobody knows who would have waited: it is told as it was. */
function asItWas(visit: Visit): void {
  const { calledAtMs, atMs } = visit.demand;
  Object.assign(visit, { isOver: true, calledAtMs, waitsFromMs: null });
  if (calledAtMs === null) return;
  Object.assign(visit, { isServed: true, restMs: 0, waitMs: calledAtMs - atMs });
}

type Tapped = { readonly lane: Lane; readonly queue: Queue; readonly rule: Rule; readonly visit: Visit };

function beginAtOnce(run: Run, { lane, queue, rule, visit }: Tapped): boolean {
  const { member, tappedAt: machine } = visit.demand;
  const isTheirs = [...lane.visits.values()].some(
    (other) => other !== visit && other.demand.member === member,
  );
  if (machine === null || isTheirs) return false;
  if (!isForTaking({ queue, lane, rule }, { machine, member, nowMs: run.nowMs })) return false;
  const lengthMs = askedOf(visit, rule);
  const of = { pool: lane.pool, ticket: newTicket(run, lane, visit) };
  const asked = { member, path: pathOf(run, visit), askedMs: lengthMs, whole: false, machines: [machine] };
  const length = { lengthMs, tieUpMs: tieUpOf(lengthMs, rule.policy), chargeMs: lengthMs };
  // The same four as of a tap at a machine that nobody else wants (`walkUp`).
  const bodies: readonly ScheduleBody[] = [
    { type: 'ticket-taken', data: { ...of, ...asked } },
    { type: 'ticket-callable', data: { ...of, budgetMs: 0, handicapMs: 0 } },
    { type: 'turn-granted', data: { ...of, machine, ...length, code: 'fair-order', overtakes: [] } },
    { type: 'turn-claimed', data: of },
  ];
  for (const body of bodies) applySchedule(run.state, { ...body, atMs: run.nowMs });
  called(run, visit);
  begins(run, lane, visit);
  return true;
}

/** A tap of who waits and is alone: the ticket is given back for a turn that begins at once. */
function takeAtOnce(run: Run, { lane, queue, rule, visit }: Tapped): void {
  const { member, tappedAt: machine } = visit.demand;
  const { ticket } = visit;
  if (machine === null || ticket === null) return;
  if (!isForTaking({ queue, lane, rule }, { machine, member, nowMs: run.nowMs })) return;
  lane.visits.delete(ticket);
  tell(run, leaveQueue(run.state, { pool: lane.pool, ticket, nowMs: run.nowMs }));
  beginAtOnce(run, { lane, queue, rule, visit });
}

function join(run: Run, { lane, rule, visit }: Omit<Tapped, 'queue'>): void {
  const { member, whole, machines } = visit.demand;
  const ticket = newTicket(run, lane, visit);
  const wish = { pool: lane.pool, ticket, member, path: pathOf(run, visit), whole, machines };
  const took = tell(run, takeTicket(run.state, rule.policy, { ...wish, askedMs: askedOf(visit, rule) }));
  const came =
    took && tell(run, comeToQueue(run.state, rule.policy, { pool: lane.pool, ticket, nowMs: run.nowMs }));
  if (came) return;
  // They have a ticket or a machine already: they come again when that is given back.
  lane.visits.delete(ticket);
  if (took) tell(run, leaveQueue(run.state, { pool: lane.pool, ticket, nowMs: run.nowMs }));
  visit.ticket = null;
  run.later.set(member, [...(run.later.get(member) ?? []), visit]);
}

const askedOf = ({ demand }: Visit, { lengthMs, policy }: Rule): number =>
  Math.min(demand.askedMs ?? lengthMs, policy.capMs);

function newTicket(run: Run, lane: Lane, visit: Visit): string {
  run.tickets += 1;
  const ticket = `t${run.tickets}`;
  visit.ticket = ticket;
  lane.visits.set(ticket, visit);
  return ticket;
}

/** By teams first, which weigh as many members as they have, each as much as the policy says. */
function pathOf({ weights }: Run, { demand }: Visit): readonly Branch[] {
  const { member, team, teamSize } = demand;
  // Whole numbers: of a hundred parts, where the policy weighs anybody.
  const [each, usual] = weights.size === 0 ? [1, 1] : [weights.get(team ?? '') ?? 100, 100];
  const own = `member-${member}`;
  if (team === null) return [{ branch: own, weight: usual }];
  return [
    { branch: `team-${team}`, weight: Math.max(1, teamSize * each) },
    { branch: own, weight: 1 },
  ];
}

/** The doors close: who holds the machine ends, and who waits goes home with the last one, unless they stayed then. */
export function closeSeat(run: Run, lane: Lane, { machine }: Seat): void {
  for (const [ticket, visit] of [...lane.visits]) {
    const held = run.state.queues.get(lane.pool)?.tickets.get(ticket);
    if (held?.phase !== 'running' || held.turn?.machine !== machine) continue;
    endUse(run, { lane, visit, ticket });
    visit.isOver = true;
  }
  if (lane.seats.some(({ closed }) => closed === 0)) return;
  for (const visit of [...lane.visits.values()]) {
    const phase = ticketOf(run.state.queues.get(lane.pool), visit)?.phase;
    const hasStayed = (visit.demand.calledAtMs ?? 0) > run.nowMs;
    if (!hasStayed && phase !== 'running' && phase !== 'called') drop(run, lane, visit);
  }
}

export function giveUp(run: Run, lane: Lane, visit: Visit): void {
  const phase = ticketOf(run.state.queues.get(lane.pool), visit)?.phase;
  if (visit.isOver || phase === 'running' || (visit.isServed && phase === undefined)) return;
  // Called in time they come, unless they left a call as well then.
  if (phase === 'called' && visit.demand.calledAtMs === null) return;
  drop(run, lane, visit);
  settle(run, lane);
}

function drop(run: Run, lane: Lane, visit: Visit): void {
  const { ticket } = visit;
  visit.waitMs += run.nowMs - (visit.waitsFromMs ?? run.nowMs);
  Object.assign(visit, { waitsFromMs: null, isOver: true, ticket: null });
  if (ticket === null) return;
  lane.visits.delete(ticket);
  tell(run, leaveQueue(run.state, { pool: lane.pool, ticket, nowMs: run.nowMs }));
  freed(run, visit.demand.member);
}

export function goAway(run: Run, lane: Lane, visit: Visit): void {
  if (visit.ticket === null) return;
  tell(run, goOut(run.state, { pool: lane.pool, ticket: visit.ticket, nowMs: run.nowMs }));
  settle(run, lane);
}

/** Another rule from now on; null: no queue any more, and who holds a machine goes on without one. */
export function tellRule(run: Run, lane: Lane, pool: PoolPolicy | null): void {
  lane.rule = pool && newRule(pool);
  const queue = run.state.queues.get(lane.pool);
  if (lane.rule) {
    const { halfLifeMs } = lane.rule.policy;
    const body = { type: 'queue-described', data: { pool: lane.pool, halfLifeMs } } as const;
    if (queue?.memory.halfLifeMs !== halfLifeMs) applySchedule(run.state, { ...body, atMs: run.nowMs });
    settle(run, lane);
    return;
  }
  for (const [ticket, visit] of [...lane.visits]) {
    if (queue?.tickets.get(ticket)?.phase === 'running') endUse(run, { lane, visit, ticket });
    else drop(run, lane, visit);
  }
}
