// The entrance to the rule: what is due in one pool now. Pure; the caller writes what it says into the journal, applies
// it and asks again, until nothing is due. Same state, same policy, same situation: the same answer.

import { likelyStarts } from './likely.ts';
import { waitingOf } from './line.ts';
import { byPlace, candidateOf, earnedMs, type Pick, pickFrom } from './overtaking.ts';
import type { SchedulePolicy } from './policy.ts';
import { countedOn, latestStarts } from './promise.ts';
import type { PromiseMade, PromiseWhy, ScheduleBody, TurnGranted } from './schedule-entries.ts';
import type { Queue, ScheduleState, Ticket } from './schedule-state.ts';
import {
  freeMachines,
  isEligible,
  lengthNow,
  type PoolMachine,
  type Situation,
  tieUpOf,
} from './situation.ts';
import { missesMost } from './ticket.ts';
import { isEarlier, shareOf, treeOf } from './tree.ts';

/** What is due now; at most one turn is granted at a time, because it changes what is due next. */
export function decide(
  state: ScheduleState,
  policy: SchedulePolicy,
  situation: Situation,
): readonly ScheduleBody[] {
  const queue = state.queues.get(situation.pool);
  if (!queue) return [];
  const late = lateOf(queue, policy, situation.nowMs);
  if (late.length > 0) return late;
  const granted = grantOf({ state, queue }, policy, situation);
  if (granted.length > 0) return granted;
  return promisesOf({ state, queue }, policy, situation);
}

type In = { readonly state: ScheduleState; readonly queue: Queue };

/** What time alone brings about: calls that nobody came to, tickets that were away for too long, turns that overrun. */
function lateOf(queue: Queue, policy: SchedulePolicy, nowMs: number): readonly ScheduleBody[] {
  const due: ScheduleBody[] = [];
  for (const { ticket, phase, sinceMs, misses, turn } of queue.tickets.values()) {
    const of = { pool: queue.pool, ticket };
    if (phase === 'called' && nowMs >= sinceMs + policy.claimGraceMs) {
      const isLast = misses >= missesMost;
      due.push(
        isLast
          ? { type: 'ticket-dropped', data: { ...of, why: 'missed' } }
          : { type: 'ticket-parked', data: of },
      );
    }
    if (
      (phase === 'away' || phase === 'parked' || phase === 'queued') &&
      nowMs >= sinceMs + policy.awayMostMs
    )
      due.push({ type: 'ticket-dropped', data: { ...of, why: 'expired' } });
    if (phase !== 'running' || !turn || turn.claimedAtMs === null) continue;
    // Even if it ended this instant, the machine would not be ready by then.
    const beyond = nowMs + policy.turnoverMs + policy.noticeMs > turn.boundMs;
    if (!beyond && (turn.overranAtMs !== null || nowMs < turn.claimedAtMs + turn.lengthMs)) continue;
    const boundMs = beyond ? nowMs + policy.turnoverMs + policy.noticeMs + policy.overrunMs : turn.boundMs;
    due.push({ type: 'turn-overran', data: { ...of, boundMs, beyond } });
  }
  return due;
}

function grantOf(
  { state, queue }: In,
  policy: SchedulePolicy,
  situation: Situation,
): readonly ScheduleBody[] {
  const free = freeMachines(queue, situation);
  if (free.length === 0) return [];
  const { fair } = waitingOf(state, queue);
  for (const machine of free) {
    const able = fair
      .filter((ticket) => isEligible({ ticket, machine }, policy, situation))
      .map((ticket) => candidateOf(ticket, tieUpOf(lengthNow(ticket, policy, situation.peak), policy)));
    const pick = pickFrom(able, byPlace(able));
    if (!pick) continue;
    const data = turnFor(
      { state, queue, machine, pick, able: able.map(({ ticket }) => ticket) },
      policy,
      situation,
    );
    return [...elsewhere(state, queue, pick.chosen.ticket), { type: 'turn-granted', data }];
  }
  return [];
}

type Picked = In & { readonly machine: PoolMachine; readonly pick: Pick; readonly able: readonly Ticket[] };

function turnFor(
  { state, queue, machine, pick, able }: Picked,
  policy: SchedulePolicy,
  { peak }: Situation,
): TurnGranted {
  const { ticket } = pick.chosen;
  const wholeMs = lengthNow(ticket, policy, peak);
  const lengthMs =
    pick.code === 'budget-spent'
      ? Math.min(wholeMs, earnedMs(ticket, shareOf(ticket, contendersOf(state, queue)), policy))
      : wholeMs;
  return {
    pool: queue.pool,
    ticket: ticket.ticket,
    machine: machine.machine,
    lengthMs,
    tieUpMs: tieUpOf(lengthMs, policy),
    chargeMs: lengthMs,
    code: pick.code,
    overtakes: able.filter((other) => isEarlier(other, ticket)).map((other) => other.ticket),
  };
}

/** The tree of all who wait or hold a machine: those among whom shares are given. */
const contendersOf = (state: ScheduleState, queue: Queue): ReturnType<typeof treeOf> =>
  treeOf(
    { queue, weights: state.weights },
    [...queue.tickets.values()].filter(({ phase, turn }) => phase === 'callable' || turn !== null),
  );

/** The first of several pools to call a member wins; their other tickets wait until they are back. */
function elsewhere(state: ScheduleState, called: Queue, { member }: Ticket): readonly ScheduleBody[] {
  const away: ScheduleBody[] = [];
  for (const queue of state.queues.values()) {
    if (queue === called) continue;
    for (const { ticket, phase, member: whose } of queue.tickets.values())
      if (whose === member && phase === 'callable')
        away.push({ type: 'ticket-away', data: { pool: queue.pool, ticket, why: 'elsewhere' } });
  }
  return away;
}

/** Promises for those who have none, and new ones for those whose machines are gone. */
function promisesOf(
  { state, queue }: In,
  policy: SchedulePolicy,
  situation: Situation,
): readonly ScheduleBody[] {
  const owed = new Map<Ticket, PromiseWhy>();
  for (const ticket of queue.tickets.values()) {
    const why =
      ticket.phase === 'callable' ? (ticket.owed ?? lost({ queue, ticket }, policy, situation)) : null;
    if (why) owed.set(ticket, why);
  }
  const [only] = owed.keys();
  if (!only) return [];
  const likely = likelyStarts({ state, queue, ...(owed.size === 1 && { until: only }) }, policy, situation);
  const latest = latestStarts({ queue, tickets: [...owed.keys()] }, policy, situation);
  const promises = [...owed].map(([ticket, why]): PromiseMade => {
    const { latestMs, machines } = latest.get(ticket) ?? { latestMs: null, machines: [] };
    return { ticket: ticket.ticket, latestMs, likelyMs: likely.get(ticket.ticket) ?? null, machines, why };
  });
  return [{ type: 'promises-made', data: { pool: queue.pool, promises } }];
}

/** Why a promise does not hold any more: a machine that it counted on is broken, or taken by something else. */
function lost(
  { queue, ticket }: { readonly queue: Queue; readonly ticket: Ticket },
  policy: SchedulePolicy,
  situation: Situation,
): PromiseWhy | null {
  const { promise } = ticket;
  if (!promise) return null;
  // Nothing could be promised, and now something can.
  if (promise.latestMs === null) {
    const latest = latestStarts({ queue, tickets: [ticket] }, policy, situation).get(ticket);
    return latest?.latestMs == null ? null : 'returned';
  }
  const untilMs = Math.max(promise.latestMs, situation.nowMs);
  const there = countedOn(ticket, situation, { policy, untilMs }).map(({ machine }) => machine);
  const gone = promise.machines.find((machine) => !there.includes(machine));
  if (gone === undefined) return null;
  return situation.machines.find(({ machine }) => machine === gone)?.usable ? 'booking' : 'outage';
}
