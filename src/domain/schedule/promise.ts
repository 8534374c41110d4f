// The latest start that a ticket is promised (T1). Until it is called no machine that it counts on stands still, so that
// waiting uses up machine time, and there is only so much of it: turns under way, tickets before it, and its budget.

import type { SchedulePolicy } from './policy.ts';
import type { Queue, Ticket } from './schedule-state.ts';
import { mayEver, type PoolMachine, type Situation, tieUpOf, turnsOf } from './situation.ts';
import { missesMost } from './ticket.ts';
import { isEarlier } from './tree.ts';

export type Latest = { readonly latestMs: number | null; readonly machines: readonly string[] };

/** Null where nothing can be promised: no machine is surely there, or it may only start when it is not peak. */
export function latestOf(
  { queue, ticket }: { queue: Queue; ticket: Ticket },
  policy: SchedulePolicy,
  situation: Situation,
): Latest {
  const counted = countedOn(ticket, policy, situation);
  const machines = counted.map(({ machine }) => machine);
  if (machines.length === 0 || (ticket.whole && ticket.askedMs > policy.peakCapMs))
    return { latestMs: null, machines: [] };
  const budgetMs = Math.max(0, ticket.budgetMs - ticket.overtakenMs);
  const beforeMs =
    underWayMs({ queue, machines }, policy, situation.nowMs) + aheadMs({ queue, ticket, counted }, policy);
  return { latestMs: situation.nowMs + Math.ceil((beforeMs + budgetMs) / machines.length), machines };
}

/** Machines that it may have, that nothing else holds and no booking will take. */
export function countedOn(
  ticket: Ticket,
  policy: SchedulePolicy,
  { machines }: Situation,
): readonly PoolMachine[] {
  return machines.filter(
    (machine) =>
      machine.usable &&
      machine.heldUntilMs === null &&
      machine.bookedFromMs === null &&
      mayEver({ ticket, machine }, policy),
  );
}

type OfMachines = { readonly queue: Queue; readonly machines: readonly string[] };

function underWayMs({ queue, machines }: OfMachines, policy: SchedulePolicy, nowMs: number): number {
  const turns = turnsOf(queue);
  return machines.reduce((sum, machine) => {
    const held = turns.get(machine);
    if (!held) return sum + Math.max(0, (queue.readyAtMs.get(machine) ?? 0) - nowMs);
    // Who does not come when called may come back and be called once more.
    const again = held.ticket.phase === 'called' && held.ticket.misses < missesMost ? policy.claimGraceMs : 0;
    return sum + Math.max(0, held.turn.boundMs - nowMs) + again;
  }, 0);
}

type BeforeTicket = {
  readonly queue: Queue;
  readonly ticket: Ticket;
  readonly counted: readonly PoolMachine[];
};

function aheadMs({ queue, ticket, counted }: BeforeTicket, policy: SchedulePolicy): number {
  let sum = 0;
  for (const other of queue.tickets.values()) {
    if (other.turn || other.placeMs === null || other === ticket || !isEarlier(other, ticket)) continue;
    if (!counted.some((machine) => mayEver({ ticket: other, machine }, policy))) continue;
    sum += tieUpOf(other.askedMs, policy) + (other.misses < missesMost ? policy.claimGraceMs : 0);
  }
  return sum;
}
