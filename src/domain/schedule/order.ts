// The fair order: two tickets are compared where their branches part, and who used less per weight goes first. It depends
// on events alone; the passing of time changes nothing in it.

import type { Ticket } from './schedule-state.ts';
import { compareNodes, type Node } from './tree.ts';

/** The tickets of a tree, fairest first. */
export function fairOrder(roots: ReadonlyMap<string, Node>): readonly Ticket[] {
  const order: Ticket[] = [];
  const walk = (siblings: ReadonlyMap<string, Node>): void => {
    const sorted = siblings.size > 1 ? [...siblings.values()].sort(compareNodes) : siblings.values();
    for (const node of sorted) {
      if (node.ticket) order.push(node.ticket);
      if (node.children) walk(node.children);
    }
  };
  walk(roots);
  return order;
}

export type Parting = {
  readonly one: Node;
  readonly other: Node;
  /** Both are members, not teams. */
  readonly isMember: boolean;
};

/** Where the branches of two tickets part; null for one and the same. */
export function partingOf(
  roots: ReadonlyMap<string, Node>,
  [one, other]: readonly [Ticket, Ticket],
): Parting | null {
  let siblings: ReadonlyMap<string, Node> | null = roots;
  for (const [level, branch] of one.path.entries()) {
    const mine: Node | undefined = siblings?.get(branch);
    const theirs = siblings?.get(other.path[level] ?? '');
    if (!mine || !theirs) return null;
    if (mine !== theirs)
      return { one: mine, other: theirs, isMember: mine.ticket !== null && theirs.ticket !== null };
    siblings = mine.children;
  }
  return null;
}
