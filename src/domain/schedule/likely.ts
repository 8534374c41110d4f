// When a ticket will likely be called: the rule played forward with turns as long as turns here usually are. An estimate
// that is shown beside the promise; nothing is decided by it.

import { createLine, waitingOf } from './line.ts';
import type { SchedulePolicy } from './policy.ts';
import type { Queue, ScheduleState, Ticket } from './schedule-state.ts';
import { isEligible, lengthNow, type PoolMachine, type Situation, turnsOf } from './situation.ts';

/** Of what was asked for, before anything was learnt, thousandths. */
const usualPerMille = 850;

/** Ticket → when it will likely be called; without those for whom no machine is in sight. Ends once `until` is called. */
export function likelyStarts(
  { state, queue, until }: { state: ScheduleState; queue: Queue; until?: Ticket },
  policy: SchedulePolicy,
  situation: Situation,
): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  const waiting = waitingOf(state, queue);
  const line = createLine(waiting, policy, situation.peak);
  const seats = seatsOf(queue, policy, situation);
  const isForAll = new Map(
    seats.map(({ machine }) => [
      machine,
      waiting.fair.every((ticket) => isEligible({ ticket, machine }, policy, situation)),
    ]),
  );
  while (seats.length > 0) {
    seats.sort(
      (one, other) => one.freeAtMs - other.freeAtMs || (one.machine.machine < other.machine.machine ? -1 : 1),
    );
    const seat = seats[0];
    if (!seat) break;
    const { machine } = seat;
    const then = { ...situation, nowMs: seat.freeAtMs };
    const isOpen = machine.bookedFromMs === null && isForAll.get(machine);
    const called = line.next(isOpen ? undefined : (ticket) => isEligible({ ticket, machine }, policy, then));
    if (!called) {
      // Nobody who waits can use it before its booking, or ever.
      seats.shift();
      continue;
    }
    const { ticket } = called;
    starts.set(ticket.ticket, seat.freeAtMs);
    if (ticket === until) break;
    seat.freeAtMs += usualMs(lengthNow(ticket, policy, situation.peak), queue) + policy.turnoverMs;
  }
  return starts;
}

type Seat = { readonly machine: PoolMachine; freeAtMs: number };

function seatsOf(queue: Queue, policy: SchedulePolicy, { machines, nowMs }: Situation): Seat[] {
  const turns = turnsOf(queue);
  return machines
    .filter(({ usable }) => usable)
    .map((machine) => {
      const held = turns.get(machine.machine);
      const usedMs = held ? usualMs(held.turn.lengthMs, queue) + policy.turnoverMs : 0;
      const endMs = held ? (held.turn.claimedAtMs ?? held.turn.fromMs) + usedMs : 0;
      const readyMs = queue.readyAtMs.get(machine.machine) ?? 0;
      return { machine, freeAtMs: Math.max(nowMs, endMs, readyMs, machine.heldUntilMs ?? 0) };
    });
}

function usualMs(lengthMs: number, { lengths: { grantedMs, usedMs } }: Queue): number {
  if (grantedMs === 0) return Math.floor((lengthMs * usualPerMille) / 1000);
  return Math.floor(lengthMs * (usedMs / grantedMs));
}
