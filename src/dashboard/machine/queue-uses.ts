// The two numbers of a reason as people read them.

import type { ReasonView } from '../../contract/queue.ts';
import { formatClock, formatDuration } from '../format.ts';

type Uses = NonNullable<ReasonView['uses']>;

/** The two numbers that were compared, per weight, so exact that they differ; null where they do by less than a second. */
export function usesOf({ theirs, mine }: Uses): { readonly theirs: string; readonly mine: string } | null {
  const perMs = ({ usedS, weight }: Uses['mine']): number => (usedS * 1_000) / weight;
  for (const format of [formatDuration, formatClock]) {
    const both = { theirs: format(perMs(theirs)), mine: format(perMs(mine)) };
    if (both.theirs !== both.mine) return both;
  }
  return null;
}
