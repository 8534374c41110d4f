// A pool in a run: its machines as they are at this instant, the rule that is in force, and who stands in its queue.

import { renewAheadMs } from '../access/decide-turns.ts';
import { isWithin, stretchAfter, stretchAt } from '../access/week.ts';
import type { PoolPolicy } from '../policy/policy-document.ts';
import { ruleOf, turnLengthMs } from '../policy/rule-of.ts';
import type { SchedulePolicy } from '../schedule/policy.ts';
import type { Queue } from '../schedule/schedule-state.ts';
import { isEligible, type PoolMachine, type Situation, turnsOf } from '../schedule/situation.ts';
import { hourMs } from '../time.ts';
import type { Visit } from './visit.ts';

export type Lane = {
  readonly pool: string;
  readonly timezone: string;
  /** In the order of their ids. */
  readonly seats: readonly Seat[];
  /** Ticket → whose it is; those who wait, are called or hold a machine. */
  readonly visits: Map<string, Visit>;
  /** Null: no queue. */
  rule: Rule | null;
  /** The next time at which time alone may bring something about. */
  wakeMs: number;
};

export type Rule = {
  readonly pool: PoolPolicy;
  readonly policy: SchedulePolicy;
  readonly lengthMs: number;
};

export type Seat = {
  readonly machine: string;
  /** How many reasons there are against a start, and how many sessions that are no turns hold it. */
  closed: number;
  broken: number;
  held: number;
};

export const newRule = (pool: PoolPolicy): Rule => ({
  pool,
  policy: ruleOf(pool),
  lengthMs: turnLengthMs(pool),
});

export const isUsable = ({ closed, broken }: Seat): boolean => closed === 0 && broken === 0;

export function situationOf({ pool, seats, timezone, rule }: Lane, nowMs: number): Situation {
  const short = rule?.pool.short?.machines ?? [];
  const machines = seats.map(
    (seat): PoolMachine => ({
      machine: seat.machine,
      usable: isUsable(seat),
      // As in the gateway: nobody knows how long, and the likely times need a figure.
      heldUntilMs: seat.held > 0 ? nowMs + hourMs : null,
      bookedFromMs: null,
      shortLane: short.includes(seat.machine),
    }),
  );
  const spans = rule?.pool.peak;
  const peak = spans === undefined || isWithin({ hours: { open: spans, closed: [] }, timezone }, nowMs);
  return { pool, nowMs, peak, machines };
}

/** Whether a tap of that member at a free machine begins at once: it is kept for nobody, and nobody waits who could have it. */
export function isForTaking(
  { queue, lane, rule }: { queue: Queue; lane: Lane; rule: Rule },
  { machine, member, nowMs }: { machine: string; member: string; nowMs: number },
): boolean {
  const seat = lane.seats.find((one) => one.machine === machine);
  if (!seat || !isUsable(seat) || seat.held > 0 || turnsOf(queue).has(machine)) return false;
  const situation = situationOf(lane, nowMs);
  const found = situation.machines.find((one) => one.machine === machine);
  return ![...queue.tickets.values()].some(
    (ticket) =>
      ticket.member !== member &&
      ticket.phase === 'callable' &&
      found !== undefined &&
      isEligible({ ticket, machine: found }, rule.policy, situation),
  );
}

/** When time alone next brings something about in a queue; infinite where it does not. */
export function nextLookMs(queue: Queue, { rule, timezone }: Lane, nowMs: number): number {
  if (!rule || queue.tickets.size === 0) return Number.POSITIVE_INFINITY;
  const { policy, pool } = rule;
  let nextMs = Number.POSITIVE_INFINITY;
  const at = (ms: number): void => {
    if (ms > nowMs && ms < nextMs) nextMs = ms;
  };
  for (const { phase, sinceMs, turn } of queue.tickets.values()) {
    if (phase === 'called') at(sinceMs + policy.claimGraceMs);
    if (phase === 'away' || phase === 'parked' || phase === 'queued') at(sinceMs + policy.awayMostMs);
    if (phase !== 'running' || !turn || turn.claimedAtMs === null) continue;
    at(turn.claimedAtMs + turn.lengthMs - renewAheadMs);
    at(turn.claimedAtMs + turn.lengthMs);
    at(turn.boundMs - policy.turnoverMs - policy.noticeMs + 1);
  }
  for (const readyMs of queue.readyAtMs.values()) at(readyMs);
  if (pool.peak) {
    const where = { hours: { open: pool.peak, closed: [] }, timezone };
    at(stretchAt(where, nowMs)?.toMs ?? stretchAfter(where, nowMs)?.fromMs ?? nowMs);
  }
  return nextMs;
}
