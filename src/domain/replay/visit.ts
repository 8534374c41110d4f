// One demand on its way through a run: where it stands, what it still needs, and what is to be told of it.

import type { Visited } from './outcome.ts';
import type { Demand } from './trace.ts';

export type Visit = {
  readonly demand: Demand;
  /** The ticket that it has now; null before, between and after. */
  ticket: string | null;
  restMs: number;
  /** Since when it waits; null while it does not. */
  waitsFromMs: number | null;
  /** Calls that it has not come to. */
  missed: number;
  calledAtMs: number | null;
  waitMs: number;
  isServed: boolean;
  promisedMs: number | null;
  budgetMs: number | null;
  /** Gave up, was dropped, or is done. */
  isOver: boolean;
};

export const newVisit = (demand: Demand): Visit => ({
  demand,
  ticket: null,
  restMs: demand.useMs,
  waitsFromMs: null,
  missed: 0,
  calledAtMs: null,
  waitMs: 0,
  isServed: false,
  promisedMs: null,
  budgetMs: null,
  isOver: false,
});

/** @param endMs of the run: who waits then has waited until then */
export function visitedOf(visit: Visit, endMs: number): Visited {
  const { calledAtMs, isServed, promisedMs, budgetMs, waitsFromMs } = visit;
  const openMs = waitsFromMs === null ? 0 : endMs - waitsFromMs;
  return {
    ...{ calledAtMs, isServed, promisedMs, budgetMs },
    waitMs: visit.waitMs + openMs,
    lackedMs: Math.max(0, visit.restMs),
  };
}
