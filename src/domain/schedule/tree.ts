// The tree of teams and members, over the tickets that stand in a queue: who is a branch beside whom, how much each has
// used per weight, and which share a ticket is entitled to among those who are there.

import type { Queue, ScheduleState, Ticket } from './schedule-state.ts';

export type Node = {
  readonly branch: string;
  readonly weight: bigint;
  units: bigint;
  ticket: Ticket | null;
  /** None below a member. */
  children: Map<string, Node> | null;
  /** The earliest ticket below it. */
  first: Ticket;
};

/** The root's children, for these tickets only. */
export function treeOf(
  { queue, weights }: { queue: Queue; weights: ScheduleState['weights'] },
  tickets: Iterable<Ticket>,
): ReadonlyMap<string, Node> {
  const roots = new Map<string, Node>();
  for (const ticket of tickets) {
    let siblings = roots;
    for (const [level, branch] of ticket.path.entries()) {
      let node = siblings.get(branch);
      if (!node) {
        const weight = BigInt(weights.get(branch) ?? 1);
        const units = queue.uses.get(branch)?.units ?? 0n;
        node = { branch, weight, units, ticket: null, children: null, first: ticket };
        siblings.set(branch, node);
      } else if (isEarlier(ticket, node.first)) node.first = ticket;
      if (level === ticket.path.length - 1) {
        node.ticket = ticket;
        node.units += ticket.handicapUnits;
        break;
      }
      node.children ??= new Map();
      siblings = node.children;
    }
  }
  return roots;
}

/** Whether the one came to wait before the other; exact ties by the number of the ticket. */
export function isEarlier(one: Ticket, other: Ticket): boolean {
  const [place, otherPlace] = [
    one.placeMs ?? Number.MAX_SAFE_INTEGER,
    other.placeMs ?? Number.MAX_SAFE_INTEGER,
  ];
  return place === otherPlace ? one.number < other.number : place < otherPlace;
}

/** Less used per weight goes first; then the branch that waits longer; no two compare as equal. */
export function compareNodes(one: Node, other: Node): number {
  const [mine, theirs] =
    one.weight === other.weight
      ? [one.units, other.units]
      : [one.units * other.weight, other.units * one.weight];
  if (mine !== theirs) return mine < theirs ? -1 : 1;
  return isEarlier(one.first, other.first) ? -1 : 1;
}

export type Share = { readonly part: bigint; readonly whole: bigint };

/** The share of a ticket among those tickets (itself included): at each level its weight in that of all branches there. */
export function shareOf(ticket: Ticket, roots: ReadonlyMap<string, Node>): Share {
  let [part, whole] = [1n, 1n];
  let siblings: ReadonlyMap<string, Node> | null = roots;
  for (const branch of ticket.path) {
    const node: Node | undefined = siblings?.get(branch);
    if (!siblings || !node) break;
    part *= node.weight;
    whole *= [...siblings.values()].reduce((sum, { weight }) => sum + weight, 0n);
    siblings = node.children;
  }
  return { part, whole };
}
