// A member takes a ticket, comes, goes out and leaves: the events that say so, or a refusal that changes nothing
// (invariant 6). One live ticket per member and pool.

import { minuteMs } from '../time.ts';
import { handicapOf } from './clamp.ts';
import { budgetOf } from './overtaking.ts';
import type { SchedulePolicy } from './policy.ts';
import type { ScheduleBody, SkipReason, TicketTaken } from './schedule-entries.ts';
import type { Queue, ScheduleState, Ticket } from './schedule-state.ts';
import { shareOf, treeOf } from './tree.ts';

export type TicketRefusal =
  | 'queue-unknown'
  | 'queue-full'
  | 'ticket-held'
  | 'ticket-unknown'
  | 'ticket-elsewhere'
  | 'turn-length'
  | 'turn-longer'
  | 'turn-contended'
  | 'not-possible';

export type TicketOutcome =
  | { readonly ok: true; readonly events: readonly ScheduleBody[] }
  | { readonly ok: false; readonly code: TicketRefusal };

export const refuse = (code: TicketRefusal): TicketOutcome => ({ ok: false, code });

/** Takes a ticket; it waits once its member is there (`comeToQueue`). */
export function takeTicket(state: ScheduleState, policy: SchedulePolicy, wish: TicketTaken): TicketOutcome {
  const queue = state.queues.get(wish.pool);
  if (!queue) return refuse('queue-unknown');
  const { askedMs } = wish;
  if (!Number.isSafeInteger(askedMs) || askedMs < minuteMs || askedMs > policy.capMs)
    return refuse('turn-length');
  if (queue.tickets.size >= policy.ticketsMost) return refuse('queue-full');
  const isHeld = [...queue.tickets.values()].some(({ member }) => member === wish.member);
  if (isHeld || queue.tickets.has(wish.ticket)) return refuse('ticket-held');
  return { ok: true, events: [{ type: 'ticket-taken', data: wish }] };
}

export type TicketDeed = { readonly pool: string; readonly ticket: string; readonly nowMs: number };

/** The member is there, or back. Only now does the ticket have a place: whoever is not there gains nothing by an early one. */
export function comeToQueue(state: ScheduleState, policy: SchedulePolicy, deed: TicketDeed): TicketOutcome {
  const found = findTicket(state, deed);
  if (!found) return refuse('ticket-unknown');
  const { queue, ticket } = found;
  if (!['queued', 'away', 'parked'].includes(ticket.phase)) return refuse('not-possible');
  if (holdsElsewhere(state, found)) return refuse('ticket-elsewhere');
  const handicapMs = handicapOf({ state, queue, ticket }, policy, deed.nowMs);
  const budgetMs = ticket.placeMs === null ? firstBudget(state, found, policy) : null;
  const data = { pool: deed.pool, ticket: deed.ticket, budgetMs, handicapMs };
  return { ok: true, events: [{ type: 'ticket-callable', data }] };
}

/** The member goes out for a while; their place and their budget wait with them. */
export function goOut(state: ScheduleState, deed: TicketDeed): TicketOutcome {
  const found = findTicket(state, deed);
  if (!found) return refuse('ticket-unknown');
  if (found.ticket.phase !== 'callable') return refuse('not-possible');
  const data = { pool: deed.pool, ticket: deed.ticket, why: 'gone-out' as const };
  return { ok: true, events: [{ type: 'ticket-away', data }] };
}

/** The shortest turn that anybody can ask for with a ticket that they have. */
const shortestMs = 5 * minuteMs;

/** Asks for less, in the same place. More would be another ticket: others were promised their start beside this one. */
export function shortenTicket(state: ScheduleState, deed: TicketDeed & { askedMs: number }): TicketOutcome {
  const { pool, ticket, askedMs } = deed;
  const found = findTicket(state, deed);
  if (!found) return refuse('ticket-unknown');
  if (found.ticket.turn !== null) return refuse('not-possible');
  if (askedMs === found.ticket.askedMs) return { ok: true, events: [] };
  if (!Number.isSafeInteger(askedMs) || askedMs < shortestMs) return refuse('turn-length');
  if (askedMs > found.ticket.askedMs) return refuse('turn-longer');
  return { ok: true, events: [{ type: 'ticket-shortened', data: { pool, ticket, askedMs } }] };
}

/** The member gives the ticket back. */
export function leaveQueue(state: ScheduleState, deed: TicketDeed): TicketOutcome {
  const found = findTicket(state, deed);
  if (!found) return refuse('ticket-unknown');
  if (found.ticket.phase === 'running') return refuse('not-possible');
  const data = { pool: deed.pool, ticket: deed.ticket, why: 'left' as const };
  return { ok: true, events: [{ type: 'ticket-dropped', data }] };
}

/** A steward takes it out of the queue, and says why. */
export function skipTicket(
  state: ScheduleState,
  deed: TicketDeed & { readonly by: string; readonly reason: SkipReason },
): TicketOutcome {
  const { pool, ticket, by, reason } = deed;
  const found = findTicket(state, deed);
  if (!found) return refuse('ticket-unknown');
  if (found.ticket.phase === 'running') return refuse('not-possible');
  return {
    ok: true,
    events: [{ type: 'ticket-dropped', data: { pool, ticket, why: 'skipped', by, reason } }],
  };
}

type Found = { readonly queue: Queue; readonly ticket: Ticket };

export function findTicket(state: ScheduleState, deed: { pool: string; ticket: string }): Found | null {
  const queue = state.queues.get(deed.pool);
  const ticket = queue?.tickets.get(deed.ticket);
  return queue && ticket ? { queue, ticket } : null;
}

function holdsElsewhere(state: ScheduleState, { queue, ticket }: Found): boolean {
  return [...state.queues.values()].some(
    (other) =>
      other !== queue &&
      [...other.tickets.values()].some(({ member, turn }) => turn && member === ticket.member),
  );
}

/** By the share among those who are there now: fixed from here on, because the promise counts on it. */
function firstBudget(state: ScheduleState, { queue, ticket }: Found, policy: SchedulePolicy): number {
  const others = [...queue.tickets.values()].filter(
    ({ phase, turn }) => phase === 'callable' || turn !== null,
  );
  const roots = treeOf({ queue, weights: state.weights }, [...others, ticket]);
  return budgetOf(ticket, shareOf(ticket, roots), policy);
}
