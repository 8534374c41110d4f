// What the rule says in a run, and what follows from it at once: calls are answered, turns begin, go on and end. Every change
// of a queue is an event of the rule, applied by its reducer.

import { renewAheadMs } from '../access/decide-turns.ts';
import { applySchedule } from '../schedule/apply-schedule.ts';
import { decide } from '../schedule/decide.ts';
import { claimTurn, endTurn, renewTurn } from '../schedule/hold-turn.ts';
import { defaultPolicy } from '../schedule/policy.ts';
import type { ScheduleBody } from '../schedule/schedule-entries.ts';
import type { Queue, Ticket } from '../schedule/schedule-state.ts';
import type { TicketOutcome } from '../schedule/take-ticket.ts';
import { minuteMs } from '../time.ts';
import { isUsable, type Lane, nextLookMs, situationOf } from './lane.ts';
import type { Run } from './run-trace.ts';
import type { Visit } from './visit.ts';

/** Who has less than this left after a turn that was cut does not come again for it. */
const restLeastMs = 10 * minuteMs;

/** What is due now, until nothing is, as the gateway does; and when to look again. */
export function settle(run: Run, lane: Lane): void {
  for (let due = dueIn(run, lane); due.length > 0; due = dueIn(run, lane))
    for (const body of due) put(run, body);
  const queue = run.state.queues.get(lane.pool);
  const wakeMs = queue ? nextLookMs(queue, lane, run.nowMs) : Number.POSITIVE_INFINITY;
  if (wakeMs >= lane.wakeMs && lane.wakeMs > run.nowMs) return;
  lane.wakeMs = wakeMs;
  if (wakeMs < Number.POSITIVE_INFINITY) run.clock.at(wakeMs, () => settle(run, lane));
}

function dueIn(run: Run, lane: Lane): readonly ScheduleBody[] {
  const queue = run.state.queues.get(lane.pool);
  const { rule } = lane;
  if (!queue || !rule || queue.tickets.size === 0) return [];
  const situation = situationOf(lane, run.nowMs);
  const renewed = [...queue.tickets.values()].flatMap(({ ticket, phase, turn }) => {
    if (phase !== 'running' || !turn || turn.claimedAtMs === null) return [];
    if (run.nowMs < turn.claimedAtMs + turn.lengthMs - renewAheadMs) return [];
    const outcome = renewTurn(run.state, rule.policy, { ticket, situation });
    return outcome.ok ? outcome.events : [];
  });
  return renewed.length > 0 ? renewed : decide(run.state, rule.policy, situation);
}

function put(run: Run, body: ScheduleBody): void {
  applySchedule(run.state, { ...body, atMs: run.nowMs });
  const lane = run.lanes.get(body.data.pool);
  if (!lane) return;
  if (body.type === 'promises-made') {
    for (const { ticket, latestMs } of body.data.promises) {
      const visit = lane.visits.get(ticket);
      if (visit && latestMs !== null) visit.promisedMs ??= latestMs - run.nowMs;
    }
    return;
  }
  if (!('ticket' in body.data)) return;
  const visit = lane.visits.get(body.data.ticket);
  if (!visit) return;
  if (body.type === 'ticket-callable') visit.budgetMs ??= body.data.budgetMs;
  if (body.type === 'turn-granted') answerCall(run, lane, visit);
  if (body.type === 'ticket-parked') visit.missed += 1;
  if (body.type === 'ticket-dropped') {
    Object.assign(visit, { isOver: true, ticket: null });
    visit.waitMs += run.nowMs - (visit.waitsFromMs ?? run.nowMs);
    visit.waitsFromMs = null;
    lane.visits.delete(body.data.ticket);
    freed(run, visit.demand.member);
  }
}

/** They come to the call as they did then, or do not, and perhaps are back after a while. */
function answerCall(run: Run, lane: Lane, visit: Visit): void {
  const { ticket, demand } = visit;
  called(run, visit);
  const misses = demand.missed[visit.missed];
  const graceMs = lane.rule?.policy.claimGraceMs ?? 0;
  if (misses !== undefined) {
    if (misses !== null) run.clock.at(run.nowMs + graceMs + misses, () => run.arrive(lane, visit));
    return;
  }
  run.clock.at(run.nowMs + demand.claimMs, () => {
    if (visit.ticket !== ticket || ticket === null) return;
    const sinceMs = run.state.queues.get(lane.pool)?.tickets.get(ticket)?.sinceMs ?? run.nowMs;
    if (claim(run, lane, ticket)) begins(run, lane, visit);
    // Too late for the call, or to a machine that nobody can begin at: a tap brings them back into the line.
    else run.clock.at(Math.max(run.nowMs, sinceMs + graceMs), () => run.arrive(lane, visit));
    settle(run, lane);
  });
}

function claim(run: Run, lane: Lane, ticket: string): boolean {
  const held = run.state.queues.get(lane.pool)?.tickets.get(ticket);
  const seat = lane.seats.find(({ machine }) => machine === held?.turn?.machine);
  if (!seat || !isUsable(seat) || seat.held > 0) return false;
  return tell(run, claimTurn(run.state, { pool: lane.pool, ticket, nowMs: run.nowMs }));
}

/** Applies what was allowed; false for a refusal, which changes nothing. */
export function tell(run: Run, outcome: TicketOutcome): boolean {
  if (outcome.ok) for (const body of outcome.events) put(run, body);
  return outcome.ok;
}

export function called(run: Run, visit: Visit): void {
  visit.calledAtMs ??= run.nowMs;
  visit.waitMs += run.nowMs - (visit.waitsFromMs ?? run.nowMs);
  visit.waitsFromMs = null;
}

export function begins(run: Run, lane: Lane, visit: Visit): void {
  visit.isServed = true;
  planEnd(run, { lane, visit, ticket: visit.ticket ?? '' });
}

type Using = { readonly lane: Lane; readonly visit: Visit; readonly ticket: string };

/** A turn ends when they need the machine no longer, or when its time is up and they do not go beyond it. */
function planEnd(run: Run, using: Using): void {
  const endsMs = endOf(run, using);
  if (endsMs === null) return;
  run.clock.at(endsMs, () => {
    const nowEndsMs = endOf(run, using);
    if (nowEndsMs === null) return;
    if (nowEndsMs > run.nowMs) planEnd(run, using);
    else {
      endUse(run, using);
      settle(run, using.lane);
    }
  });
}

function endOf(run: Run, { lane, visit, ticket }: Using): number | null {
  const turn = run.state.queues.get(lane.pool)?.tickets.get(ticket)?.turn;
  if (!turn || turn.claimedAtMs === null || visit.ticket !== ticket) return null;
  return turn.claimedAtMs + Math.min(visit.restMs, turn.lengthMs + visit.demand.overrunMs);
}

export function endUse(run: Run, { lane, visit, ticket }: Using): void {
  const turn = run.state.queues.get(lane.pool)?.tickets.get(ticket)?.turn;
  if (!turn) return;
  visit.restMs -= run.nowMs - (turn.claimedAtMs ?? run.nowMs);
  const policy = lane.rule?.policy ?? defaultPolicy;
  tell(run, endTurn(run.state, policy, { pool: lane.pool, ticket, nowMs: run.nowMs }));
  lane.visits.delete(ticket);
  visit.ticket = null;
  const isCut = visit.restMs >= restLeastMs && lane.rule !== null && isAnyOpen(lane);
  visit.isOver = !isCut;
  if (isCut) run.clock.at(run.nowMs, () => run.arrive(lane, visit));
  freed(run, visit.demand.member);
  // The turnover is for those who wait: who tapped again then does so now.
  for (const other of lane.visits.values())
    if (other.demand.insists) run.clock.at(run.nowMs, () => run.arrive(lane, other));
}

const isAnyOpen = ({ seats }: Lane): boolean => seats.some(isUsable);

/** What they wanted meanwhile, and tickets elsewhere that waited for them. */
export function freed(run: Run, member: string): void {
  const waiting = run.later.get(member) ?? [];
  run.later.delete(member);
  for (const visit of waiting) {
    const lane = run.lanes.get(visit.demand.pool);
    if (lane) run.clock.at(run.nowMs, () => run.arrive(lane, visit));
  }
  for (const lane of run.lanes.values())
    for (const visit of lane.visits.values()) {
      const phase = ticketOf(run.state.queues.get(lane.pool), visit)?.phase;
      if (visit.demand.member === member && phase === 'away')
        run.clock.at(run.nowMs, () => run.arrive(lane, visit));
    }
}

export const ticketOf = (queue: Queue | undefined, { ticket }: Visit): Ticket | undefined =>
  ticket === null ? undefined : queue?.tickets.get(ticket);
