// How the queue says times, lengths and machines.

import type { ReasonView } from '../../contract/queue.ts';
import { formatClock, formatDuration, formatSince } from '../format.ts';
import { live, nowMs, place } from '../store.ts';

export const timeOf = (at: string): string =>
  formatSince(Date.parse(at), { nowMs: nowMs.value, place: place.value });

export const nameOfMachine = (id: string): string =>
  live.value.board?.machines.find((one) => one.id === id)?.name ?? id;

type Uses = NonNullable<ReasonView['uses']>;

/** The two numbers that were compared, per weight; so exact that they differ where that decided. */
export function usesOf({ theirs, mine }: Uses): { readonly theirs: string; readonly mine: string } {
  const perMs = ({ usedS, weight }: Uses['mine']): number => (usedS * 1_000) / weight;
  const rough = { theirs: formatDuration(perMs(theirs)), mine: formatDuration(perMs(mine)) };
  if (rough.theirs !== rough.mine) return rough;
  return { theirs: formatClock(perMs(theirs)), mine: formatClock(perMs(mine)) };
}
