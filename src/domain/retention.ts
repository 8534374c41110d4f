// How long is kept what tells who held which card to which reader, and what machines reported. What is older than that
// is forgotten once a night; without a clock that is set, nothing is (invariant 4).

import { dayMs, hourMs, localDate } from './time.ts';

/** Days, whole numbers; sessions and what they cost are kept for ever. */
export type Retention = {
  readonly tapsDays: number;
  /** Null: as long as the bounds of the diary itself allow. */
  readonly readingsDays: number | null;
};

/** What happened before these is to be forgotten; minus infinity where nothing is. */
export type OldestKept = { readonly tapsMs: number; readonly readingsMs: number };

/** What a workshop keeps that says nothing about it. */
export const usualRetention: Retention = { tapsDays: 90, readingsDays: 400 };

export function oldestKept(
  { tapsDays, readingsDays }: Retention,
  now: { readonly atMs: number; readonly synchronised: boolean },
): OldestKept {
  const before = (days: number | null): number =>
    days === null || !now.synchronised ? Number.NEGATIVE_INFINITY : now.atMs - days * dayMs;
  return { tapsMs: before(tapsDays), readingsMs: before(readingsDays) };
}

/** Changes at three in the morning, or an hour beside it in the nights when the clocks are changed. */
export const nightOf = (atMs: number, timezone: string): string => localDate(atMs - 3 * hourMs, timezone);
