// What a decision is told of the world beside the state of the queue: the machines of the pool as they are at this instant,
// and whether it is peak by the clock on the wall.

import type { SchedulePolicy } from './policy.ts';
import type { Queue, Ticket, Turn } from './schedule-state.ts';

export type Situation = {
  readonly pool: string;
  readonly nowMs: number;
  readonly peak: boolean;
  readonly machines: readonly PoolMachine[];
};

export type PoolMachine = {
  readonly machine: string;
  /** False while it is broken, locked, closed, or nobody can tell. */
  readonly usable: boolean;
  /** Held by something that is no turn of this queue, until then at the latest; null: by nothing. */
  readonly heldUntilMs: number | null;
  /** When the next booking begins; null without one. */
  readonly bookedFromMs: number | null;
  /** Only for turns that are short by policy. */
  readonly shortLane: boolean;
};

/** At most so long the machine is tied up by a turn of that length. */
export const tieUpOf = (lengthMs: number, policy: SchedulePolicy): number =>
  lengthMs + policy.overrunMs + policy.turnoverMs + policy.claimGraceMs + policy.noticeMs;

/** How long a turn it would get now: what it asked for, cut to the cap unless it must stay whole. */
export function lengthNow(
  ticket: Pick<Ticket, 'askedMs' | 'whole'>,
  policy: SchedulePolicy,
  peak: boolean,
): number {
  return ticket.whole ? ticket.askedMs : Math.min(ticket.askedMs, peak ? policy.peakCapMs : policy.capMs);
}

type Asking = { readonly ticket: Ticket; readonly machine: PoolMachine };

/** Whether a ticket could have this machine now, if it were its turn. */
export function isEligible(
  { ticket, machine }: Asking,
  policy: SchedulePolicy,
  situation: Situation,
): boolean {
  const lengthMs = lengthNow(ticket, policy, situation.peak);
  if (ticket.whole && situation.peak && lengthMs > policy.peakCapMs) return false;
  const { bookedFromMs } = machine;
  const fits = bookedFromMs === null || situation.nowMs + tieUpOf(lengthMs, policy) <= bookedFromMs;
  return fits && mayEver({ ticket, machine }, policy);
}

/** Whether it may have this machine whatever the hour is. */
export function mayEver({ ticket, machine }: Asking, policy: SchedulePolicy): boolean {
  if (machine.shortLane && ticket.askedMs > policy.shortLaneMs) return false;
  return ticket.machines === null || ticket.machines.includes(machine.machine);
}

/** Turns under way, by machine. */
export function turnsOf(queue: Queue): ReadonlyMap<string, { ticket: Ticket; turn: Turn }> {
  const turns = new Map<string, { ticket: Ticket; turn: Turn }>();
  for (const ticket of queue.tickets.values())
    if (ticket.turn) turns.set(ticket.turn.machine, { ticket, turn: ticket.turn });
  return turns;
}

/** Machines that can be given now: the one that is booked soonest first, then the short lane, then by id. */
export function freeMachines(queue: Queue, { nowMs, machines }: Situation): readonly PoolMachine[] {
  const turns = turnsOf(queue);
  return machines
    .filter(
      ({ machine, usable, heldUntilMs }) =>
        usable && heldUntilMs === null && !turns.has(machine) && (queue.readyAtMs.get(machine) ?? 0) <= nowMs,
    )
    .sort(
      (one, other) =>
        (one.bookedFromMs ?? Number.MAX_SAFE_INTEGER) - (other.bookedFromMs ?? Number.MAX_SAFE_INTEGER) ||
        Number(other.shortLane) - Number(one.shortLane) ||
        (one.machine < other.machine ? -1 : 1),
    );
}
