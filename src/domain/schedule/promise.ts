// The latest start that a ticket is promised (T1). Until it is called no machine that it counts on stands still, so that
// waiting uses up machine time, and there is only so much of it: turns under way, tickets before it, and its budget.

import type { SchedulePolicy } from './policy.ts';
import type { Queue, Ticket, Turn } from './schedule-state.ts';
import { mayEver, type PoolMachine, type Situation, tieUpOf, turnsOf } from './situation.ts';
import { missesMost } from './ticket.ts';
import { isEarlier } from './tree.ts';

export type Latest = { readonly latestMs: number | null; readonly machines: readonly string[] };

/** What each of these tickets can be promised now. */
export function latestStarts(
  { queue, tickets }: { queue: Queue; tickets: readonly Ticket[] },
  policy: SchedulePolicy,
  situation: Situation,
): ReadonlyMap<Ticket, Latest> {
  // Most tickets count on the same machines: what is before them is added up once for all of these.
  const sums = new Map<string, Sums>();
  const latestWith = (ticket: Ticket, counted: readonly PoolMachine[]): Latest => {
    const machines = counted.map(({ machine }) => machine);
    const key = machines.join(' ');
    const sum = sums.get(key) ?? sumsOf({ queue, counted, machines }, policy, situation.nowMs);
    sums.set(key, sum);
    return { latestMs: latestMs(ticket, sum, policy), machines: sum.count > 0 ? machines : [] };
  };
  return new Map(
    tickets.map((ticket) => {
      let counted = countedOn(ticket, situation, { policy, untilMs: situation.nowMs });
      for (;;) {
        const latest = latestWith(ticket, counted);
        if (latest.latestMs === null) return [ticket, latest];
        // A machine whose booking comes before the promise is over cannot be counted on; with fewer the promise is later.
        const untilMs = latest.latestMs;
        const left = counted.filter((machine) => isFreeFor({ ticket, machine }, policy, untilMs));
        if (left.length === counted.length) return [ticket, latest];
        counted = left;
      }
    }),
  );
}

/** A ticket that is called as late as that has its turn, with all that it may take, before the machine is booked. */
function isFreeFor(
  { ticket, machine: { bookedFromMs } }: { readonly ticket: Ticket; readonly machine: PoolMachine },
  policy: SchedulePolicy,
  untilMs: number,
): boolean {
  return bookedFromMs === null || untilMs + neededMs(ticket, policy) <= bookedFromMs;
}

/** At most so long it takes a machine from the instant at which it is called; it may miss a call and come back. */
export const neededMs = (ticket: Ticket, policy: SchedulePolicy): number =>
  tieUpOf(ticket.askedMs, policy) + policy.noticeMs;

type Sums = {
  readonly nowMs: number;
  readonly count: number;
  readonly underWayMs: number;
  readonly aheadMs: ReadonlyMap<Ticket, number>;
  /** Turns under way on machines that are not counted on. */
  readonly elsewhere: readonly Turn[];
};

/** Null where nothing can be promised: no machine is surely there, or it may only start when it is not peak. */
function latestMs(
  ticket: Ticket,
  { nowMs, count, underWayMs, aheadMs, elsewhere }: Sums,
  policy: SchedulePolicy,
): number | null {
  if (count === 0 || (ticket.whole && ticket.askedMs > policy.peakCapMs)) return null;
  // What these do not take after all comes back to the budget, and is then used on the machines that are counted on.
  const backMs = elsewhere
    .filter(({ overtakes }) => overtakes.includes(ticket.ticket))
    .reduce((sum, { boundMs }) => sum + Math.max(0, boundMs - nowMs), 0);
  const budgetMs = Math.max(0, ticket.budgetMs - ticket.overtakenMs + backMs);
  return nowMs + Math.ceil((underWayMs + (aheadMs.get(ticket) ?? 0) + budgetMs) / count);
}

/** Machines that it may have, that nothing else holds and that no booking takes before it had its turn. */
export function countedOn(
  ticket: Ticket,
  { machines }: Situation,
  { policy, untilMs }: { readonly policy: SchedulePolicy; readonly untilMs: number },
): readonly PoolMachine[] {
  return machines.filter(
    (machine) =>
      machine.usable &&
      machine.heldUntilMs === null &&
      isFreeFor({ ticket, machine }, policy, untilMs) &&
      mayEver({ ticket, machine }, policy),
  );
}

type Counted = {
  readonly queue: Queue;
  readonly counted: readonly PoolMachine[];
  readonly machines: readonly string[];
};

function sumsOf({ queue, counted, machines }: Counted, policy: SchedulePolicy, nowMs: number): Sums {
  const turns = turnsOf(queue);
  const missMs = policy.claimGraceMs + policy.noticeMs;
  const underWay = (sum: number, machine: string): number => {
    const held = turns.get(machine);
    if (!held) return sum + Math.max(0, (queue.readyAtMs.get(machine) ?? 0) + policy.noticeMs - nowMs);
    // Who does not come when called may come back and be called once more.
    const again = held.ticket.phase === 'called' && held.ticket.misses < missesMost ? missMs : 0;
    return sum + Math.max(0, held.turn.boundMs - nowMs) + again;
  };
  const aheadMs = new Map<Ticket, number>();
  let sum = 0;
  for (const ticket of placedTickets(queue)) {
    aheadMs.set(ticket, sum);
    if (!counted.some((machine) => mayEver({ ticket, machine }, policy))) continue;
    sum += tieUpOf(ticket.askedMs, policy) + (ticket.misses < missesMost ? missMs : 0);
  }
  const elsewhere = [...turns.values()]
    .map(({ turn }) => turn)
    .filter(({ machine }) => !machines.includes(machine));
  return { nowMs, count: machines.length, underWayMs: machines.reduce(underWay, 0), aheadMs, elsewhere };
}

/** All who have a place and no machine, also those who are away, by their place. */
function placedTickets({ tickets }: Queue): readonly Ticket[] {
  return [...tickets.values()]
    .filter(({ turn, placeMs }) => turn === null && placeMs !== null)
    .sort((one, other) => (isEarlier(one, other) ? -1 : 1));
}
