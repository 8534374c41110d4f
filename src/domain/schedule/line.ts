// The line as it would be called, one after the other, if nothing else happened: the fair order within the budgets. Each
// step keeps whom it passed over and why, which is all that an explanation needs.

import { fairOrder } from './order.ts';
import { byPlace, type Candidate, candidateOf, type PickCode, pickFrom } from './overtaking.ts';
import type { SchedulePolicy } from './policy.ts';
import type { Queue, ScheduleState, Ticket } from './schedule-state.ts';
import { lengthNow, tieUpOf } from './situation.ts';
import { isEarlier, type Node, treeOf } from './tree.ts';

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
  /** Takes the next one out of the line; null once it is empty. */
  next(mayGo?: (ticket: Ticket) => boolean): Called | null;
};

export type Called = {
  readonly candidate: Candidate;
  readonly code: PickCode;
  /** What was left to whom, for those who stayed, as it was when this one was called. */
  readonly passedOver: readonly PassedOver[];
};

/** Fairer, but it did not fit into what was left to the blocker. */
export type PassedOver = {
  readonly ticket: Ticket;
  readonly tieUpMs: number;
  readonly roomMs: number;
  readonly blocker: Ticket;
};

export function createLine({ fair }: Waiting, policy: SchedulePolicy, peak: boolean): Line {
  const tieUp = (ticket: Ticket): number => tieUpOf(lengthNow(ticket, policy, peak), policy);
  let rest: readonly Candidate[] = fair.map((ticket) => candidateOf(ticket, tieUp(ticket)));
  let placed = byPlace(rest);
  return {
    next(mayGo) {
      const able = mayGo ? rest.filter(({ ticket }) => mayGo(ticket)) : rest;
      const ablePlaced = mayGo ? placed.filter(({ ticket }) => mayGo(ticket)) : placed;
      const pick = pickFrom(able, ablePlaced);
      if (!pick) return null;
      const { chosen, code } = pick;
      const passedOver = passedBy(able, chosen);
      for (const other of ablePlaced)
        if (isEarlier(other.ticket, chosen.ticket)) other.leftMs -= chosen.tieUpMs;
      rest = rest.filter((one) => one !== chosen);
      placed = placed.filter((one) => one !== chosen);
      return { candidate: chosen, code, passedOver };
    },
  };
}

function passedBy(fair: readonly Candidate[], chosen: Candidate): readonly PassedOver[] {
  const passed: PassedOver[] = [];
  for (const { ticket, tieUpMs, roomMs, blocker } of fair) {
    if (ticket === chosen.ticket) break;
    if (blocker) passed.push({ ticket, tieUpMs, roomMs, blocker: blocker.ticket });
  }
  return passed;
}
