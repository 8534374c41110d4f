// The line as it would be called, one after the other, if nothing else happened: the fair order within the budgets. Each
// step keeps whom it passed over and why, which is all that an explanation needs.

import { fairOrder } from './order.ts';
import { byPlace, type Candidate, candidateOf, type PickCode, pickFrom } from './overtaking.ts';
import type { SchedulePolicy } from './policy.ts';
import type { Queue, ScheduleState, Ticket } from './schedule-state.ts';
import { lengthNow, tieUpOf } from './situation.ts';
import { type Node, treeOf } from './tree.ts';

export type Waiting = {
  readonly roots: ReadonlyMap<string, Node>;
  /** In fair order. */
  readonly fair: readonly Ticket[];
};

/** Those who can be called now. */
export function waitingOf(state: ScheduleState, queue: Queue): Waiting {
  const callable = [...queue.tickets.values()].filter(({ phase }) => phase === 'callable');
  const roots = treeOf({ queue, weights: state.weights }, callable);
  return { roots, fair: fairOrder(roots) };
}

export type Line = {
  /** Takes the next one out of the line, of those who may go; null once there is none. */
  next(mayGo?: (ticket: Ticket) => boolean): Called | null;
  /** Whom the last call passed over: fairer, but they do not fit into what is left to the blocker. */
  passed(): readonly PassedOver[];
};

type Called = { readonly ticket: Ticket; readonly code: PickCode };

export type PassedOver = {
  readonly ticket: Ticket;
  readonly tieUpMs: number;
  readonly roomMs: number;
  readonly blocker: Ticket;
};

export function createLine({ fair }: Waiting, policy: SchedulePolicy, peak: boolean): Line {
  const tieUp = (ticket: Ticket): number => tieUpOf(lengthNow(ticket, policy, peak), policy);
  const rest = fair.map((ticket) => candidateOf(ticket, tieUp(ticket)));
  const placed = [...byPlace(rest)];
  // As it was before the last one was taken out.
  let passed: readonly Candidate[] = [];
  return {
    next(mayGo) {
      const able = mayGo ? rest.filter(({ ticket }) => mayGo(ticket)) : rest;
      const ablePlaced = mayGo ? placed.filter(({ ticket }) => mayGo(ticket)) : placed;
      const pick = pickFrom(able, ablePlaced);
      if (!pick) return null;
      const { chosen, code } = pick;
      passed = code === 'fair-order' ? [] : able.slice(0, able.indexOf(chosen));
      for (const other of ablePlaced) {
        if (other === chosen) break;
        other.leftMs -= chosen.tieUpMs;
      }
      rest.splice(rest.indexOf(chosen), 1);
      placed.splice(placed.indexOf(chosen), 1);
      return { ticket: chosen.ticket, code };
    },
    passed: () =>
      passed.flatMap(({ ticket, tieUpMs, roomMs, blocker }) =>
        blocker ? [{ ticket, tieUpMs, roomMs, blocker: blocker.ticket }] : [],
      ),
  };
}
