// Bounded overtaking: everybody who waits has a budget by which later ones may go before them, in proportion to what they
// asked for. A candidate goes if it fits into what is left to all who came earlier; the earliest always fits.

import type { SchedulePolicy } from './policy.ts';
import type { TurnGranted } from './schedule-entries.ts';
import type { Ticket } from './schedule-state.ts';
import { tieUpOf } from './situation.ts';
import { isEarlier, type Share } from './tree.ts';

/** By so much others may overtake. Nothing that must stay whole has a greatest one: it cannot be cut to what it earned. */
export function budgetOf(ticket: Ticket, { part, whole }: Share, policy: SchedulePolicy): number {
  const tieUp = BigInt(tieUpOf(ticket.askedMs, policy)) * BigInt(policy.budgetPerMille);
  const proportional = Number((tieUp * (whole - part)) / (part * 1000n));
  const most = ticket.whole ? Number.MAX_SAFE_INTEGER : policy.budgetMostMs;
  return Math.min(most, Math.max(policy.budgetLeastMs, proportional));
}

/**
 * The turn that a spent budget earned: as much for its share as others had for theirs. Whoever asks for more than that is
 * not kept waiting longer than promised, but is not given more than is theirs because of it either.
 */
export function earnedMs(ticket: Ticket, { part, whole }: Share, policy: SchedulePolicy): number {
  if (ticket.whole || part === whole || policy.budgetPerMille === 0) return ticket.askedMs;
  const tieUpMs = Number(
    (BigInt(ticket.budgetMs) * part * 1000n) / ((whole - part) * BigInt(policy.budgetPerMille)),
  );
  return Math.max(policy.earnedLeastMs, tieUpMs - policy.turnoverMs);
}

export type Candidate = {
  readonly ticket: Ticket;
  readonly tieUpMs: number;
  /** What is left of its budget. */
  leftMs: number;
  /** The least that is left to anybody earlier, and to whom. */
  roomMs: number;
  blocker: Candidate | null;
};

export function candidateOf(ticket: Ticket, tieUpMs: number): Candidate {
  const leftMs = ticket.budgetMs - ticket.overtakenMs;
  return { ticket, tieUpMs, leftMs, roomMs: Number.POSITIVE_INFINITY, blocker: null };
}

export const byPlace = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.toSorted((one, other) => (isEarlier(one.ticket, other.ticket) ? -1 : 1));

export type PickCode = TurnGranted['code'];

export type Pick = { readonly chosen: Candidate; readonly code: PickCode };

/** Whose turn it is; `fair` and `placed` hold the same candidates, in fair order and by their place. Null for nobody. */
export function pickFrom(fair: readonly Candidate[], placed: readonly Candidate[]): Pick | null {
  findRoom(placed);
  const first = fair[0];
  const chosen = fair.find(({ tieUpMs, roomMs }) => tieUpMs <= roomMs);
  if (!first || !chosen) return null;
  if (chosen === first) return { chosen, code: 'fair-order' };
  return { chosen, code: isEarlier(chosen.ticket, first.ticket) ? 'budget-spent' : 'fits-budget' };
}

function findRoom(placed: readonly Candidate[]): void {
  let roomMs = Number.POSITIVE_INFINITY;
  let blocker: Candidate | null = null;
  for (const candidate of placed) {
    candidate.roomMs = roomMs;
    candidate.blocker = blocker;
    if (candidate.leftMs < roomMs) {
      roomMs = candidate.leftMs;
      blocker = candidate;
    }
  }
}
