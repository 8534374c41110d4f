// A called member claims the machine, goes on for longer, and ends: the events that say so, or a refusal. What a turn
// counts in the end is the time in which somebody waited for it in full, and the rest by policy.

import type { SchedulePolicy } from './policy.ts';
import type { Queue, ScheduleState, Ticket, Turn } from './schedule-state.ts';
import { isEligible, type Situation } from './situation.ts';
import { findTicket, refuse, type TicketDeed, type TicketOutcome } from './take-ticket.ts';

export function claimTurn(state: ScheduleState, { pool, ticket }: TicketDeed): TicketOutcome {
  const found = findTicket(state, { pool, ticket });
  if (!found) return refuse('ticket-unknown');
  if (found.ticket.phase !== 'called') return refuse('not-possible');
  return { ok: true, events: [{ type: 'turn-claimed', data: { pool, ticket } }] };
}

/** Goes on by one more stretch, while nobody waits who could have the machine. */
export function renewTurn(
  state: ScheduleState,
  policy: SchedulePolicy,
  { ticket: id, situation }: { ticket: string; situation: Situation },
): TicketOutcome {
  const { pool } = situation;
  const found = findTicket(state, { pool, ticket: id });
  if (!found) return refuse('ticket-unknown');
  const { queue, ticket } = found;
  const { turn } = ticket;
  const machine = situation.machines.find((one) => one.machine === turn?.machine);
  if (ticket.phase !== 'running' || !turn || !machine) return refuse('not-possible');
  const { bookedFromMs } = machine;
  if (bookedFromMs !== null && turn.boundMs + policy.renewMs > bookedFromMs) return refuse('turn-contended');
  const isWanted = [...queue.tickets.values()].some(
    (other) => other.phase === 'callable' && isEligible({ ticket: other, machine }, policy, situation),
  );
  if (isWanted) return refuse('turn-contended');
  return { ok: true, events: [{ type: 'turn-renewed', data: { pool, ticket: id, byMs: policy.renewMs } }] };
}

export function endTurn(
  state: ScheduleState,
  policy: SchedulePolicy,
  { nowMs, pool, ticket: id }: TicketDeed,
): TicketOutcome {
  const found = findTicket(state, { pool, ticket: id });
  if (!found) return refuse('ticket-unknown');
  const { queue, ticket } = found;
  if (ticket.phase !== 'running' || !ticket.turn) return refuse('not-possible');
  const data = {
    pool,
    ticket: id,
    chargeMs: finalCharge({ queue, turn: ticket.turn }, policy, nowMs),
    readyAtMs: nowMs + policy.turnoverMs,
  };
  return { ok: true, events: [{ type: 'turn-ended', data }] };
}

type Held = { readonly queue: Queue; readonly turn: Turn };

/** Whole milliseconds, rounded down once. */
function finalCharge({ queue, turn }: Held, policy: SchedulePolicy, nowMs: number): number {
  const isWaitedFor = [...queue.tickets.values()].some(isWaiting);
  const sofarMs = queue.contendedMs + (isWaitedFor ? Math.max(0, nowMs - queue.contendedToMs) : 0);
  const contendedMs = sofarMs - turn.contendedAtMs;
  const idleMs = Math.max(0, nowMs - turn.fromMs - contendedMs);
  const overrunMs = turn.overranAtMs === null ? 0 : sofarMs - turn.overranAtMs;
  const thousandths = contendedMs * 1000 + idleMs * policy.idlePerMille + overrunMs * policy.overrunPerMille;
  return Math.floor(thousandths / 1000);
}

const isWaiting = ({ phase }: Ticket): boolean => phase === 'callable';
