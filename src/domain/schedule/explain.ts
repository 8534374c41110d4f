// Why somebody stands where they stand: for each person ahead one reason with the two numbers that were compared, and what
// would get the ticket on sooner. Fed back, the reasons give the same line.

import { worthMs } from './decayed.ts';
import { likelyStarts } from './likely.ts';
import { createLine, type PassedOver, type Waiting, waitingOf } from './line.ts';
import { partingOf } from './order.ts';
import type { SchedulePolicy } from './policy.ts';
import type { Queue, ScheduleState, Ticket, Weighing } from './schedule-state.ts';
import type { Situation } from './situation.ts';
import { type Sooner, soonerWith } from './sooner.ts';
import type { Node } from './tree.ts';

export type Explanation = {
  readonly ticket: string;
  /** From 1, in the line as it would be called now. */
  readonly position: number;
  /** The promise: called by then at the latest; null where there is none. */
  readonly latestMs: number | null;
  readonly likelyMs: number | null;
  readonly ahead: readonly Reason[];
  readonly sooner: Sooner | null;
};

/** Of the branch at which two tickets part. */
type Standing = {
  readonly branch: string;
  readonly weight: number;
  /** What it used, as it counts today, milliseconds rounded down. */
  readonly usedMs: number;
  /** The same, exact: these are what is compared, each times the weight of the other. */
  readonly units: bigint;
  readonly placeMs: number;
  /** The turns that weigh most in it. */
  readonly heaviest: readonly Weighing[];
};

export type Reason = { readonly ticket: string } & (
  | {
      readonly code: 'branch-less-used' | 'member-less-used' | 'earlier-ticket';
      readonly theirs: Standing;
      readonly mine: Standing;
    }
  | {
      readonly code: 'earlier-and-budget-spent' | 'fits-budget';
      /** Whose budget lets this ticket not by. */
      readonly blocker: string;
      readonly leftMs: number;
      /** What this ticket would take of it. */
      readonly tieUpMs: number;
    }
);

type Asked = { readonly state: ScheduleState; readonly ticket: string };

/** Null for a ticket that does not wait to be called. */
export function explain(
  { state, ticket: id }: Asked,
  policy: SchedulePolicy,
  situation: Situation,
): Explanation | null {
  const queue = state.queues.get(situation.pool);
  const ticket = queue?.tickets.get(id);
  if (!queue || ticket?.phase !== 'callable') return null;
  const waiting = waitingOf(state, queue);
  const ahead = aheadOf({ ticket, queue, waiting }, policy, situation);
  const likely = likelyStarts({ state, queue, until: ticket }, policy, situation);
  return {
    ticket: id,
    position: ahead.length + 1,
    latestMs: ticket.promise?.latestMs ?? null,
    likelyMs: likely.get(id) ?? null,
    ahead,
    sooner: soonerWith({ queue, ticket, fair: waiting.fair }, policy, situation),
  };
}

type Mine = { readonly ticket: Ticket; readonly queue: Queue; readonly waiting: Waiting };

function aheadOf(mine: Mine, policy: SchedulePolicy, { peak, nowMs }: Situation): readonly Reason[] {
  const line = createLine(mine.waiting, policy, peak);
  const ahead: Reason[] = [];
  for (let called = line.next(); called; called = line.next()) {
    if (called.ticket === mine.ticket) break;
    const passed = line.passed().find(({ ticket }) => ticket === mine.ticket);
    ahead.push(passed ? budgetReason(called.ticket, passed) : useReason(mine, called.ticket, nowMs));
  }
  return ahead;
}

function useReason({ ticket, queue, waiting }: Mine, other: Ticket, nowMs: number): Reason {
  const parting = partingOf(waiting.roots, [other, ticket]);
  if (!parting) throw new RangeError(`${other.ticket} and ${ticket.ticket} are on one branch`);
  const [theirs, mine] = [parting.one, parting.other].map((node) => standingOf(queue, node, nowMs));
  if (!theirs || !mine) throw new RangeError('two branches have two standings');
  const isTied = theirs.units * BigInt(mine.weight) === mine.units * BigInt(theirs.weight);
  const code = isTied ? 'earlier-ticket' : parting.isMember ? 'member-less-used' : 'branch-less-used';
  return { ticket: other.ticket, code, theirs, mine };
}

function budgetReason(other: Ticket, { ticket, blocker, roomMs, tieUpMs }: PassedOver): Reason {
  const isEarlier = blocker === other || (other.placeMs ?? 0) < (ticket.placeMs ?? 0);
  const code = isEarlier ? 'earlier-and-budget-spent' : 'fits-budget';
  return { ticket: other.ticket, code, blocker: blocker.ticket, leftMs: roomMs, tieUpMs };
}

const standingOf = ({ memory, uses }: Queue, node: Node, nowMs: number): Standing => ({
  branch: node.branch,
  weight: Number(node.weight),
  usedMs: worthMs(node.units, memory, nowMs),
  units: node.units,
  placeMs: node.first.placeMs ?? 0,
  heaviest: uses.get(node.branch)?.heaviest ?? [],
});
