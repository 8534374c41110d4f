// The limits of credit and debt, for one ticket alone. They never touch what is remembered of anybody: a limit that did
// would let a heavy week be washed off by a ticket that is taken in a quiet hour and given back.

import { worthMs } from './decayed.ts';
import type { SchedulePolicy } from './policy.ts';
import type { Queue, ScheduleState, Ticket } from './schedule-state.ts';

/** By how much a ticket counts as more use than there was (or less), beside the siblings who are there; milliseconds. */
export function handicapOf(
  { state, queue, ticket }: { state: ScheduleState; queue: Queue; ticket: Ticket },
  { creditMostMs, debtMostMs }: SchedulePolicy,
  nowMs: number,
): number {
  if (creditMostMs === null && debtMostMs === null) return 0;
  const usedMs = (branch: string): number =>
    worthMs(queue.uses.get(branch)?.units ?? 0n, queue.memory, nowMs) / (state.weights.get(branch) ?? 1);
  const siblings = siblingsOf(queue, ticket).map(usedMs);
  if (siblings.length === 0) return 0;
  const meanMs = siblings.reduce((sum, ms) => sum + ms, 0) / siblings.length;
  const own = ticket.path.at(-1) ?? '';
  const mineMs = usedMs(own);
  const leastMs = creditMostMs === null ? 0 : meanMs - creditMostMs;
  const mostMs = debtMostMs === null ? Number.POSITIVE_INFINITY : meanMs + debtMostMs;
  return Math.trunc((Math.min(mostMs, Math.max(leastMs, mineMs)) - mineMs) * (state.weights.get(own) ?? 1));
}

/** Other members beside it, below the same team, who wait or hold a machine. */
function siblingsOf(queue: Queue, ticket: Ticket): readonly string[] {
  const above = ticket.path.slice(0, -1).join(' ');
  return [...queue.tickets.values()]
    .filter((one) => one !== ticket && (one.phase === 'callable' || one.turn !== null))
    .filter(({ path }) => path.slice(0, -1).join(' ') === above)
    .map(({ path }) => path.at(-1) ?? '');
}
