// Traces written by hand, in minutes from a Monday at eight, for tests of the replay.

import type { PoolPolicy } from '../../src/domain/policy/policy-document.ts';
import type { Demand, Trace } from '../../src/domain/replay/trace.ts';

export const minute = 60_000;
export const mondayMs = Date.parse('2026-08-03T08:00:00Z');

/** Of somebody who uses the machine of their pool for half an hour and comes two minutes after the call. */
export type Wanted = Partial<Omit<Demand, 'atMs'>> & { readonly at: number; readonly member: string };

function demandLike({ at, useMs = 30 * minute, ...more }: Wanted): Demand {
  const pool = more.pool ?? 'lasers';
  return {
    ...{ pool, team: null, teamSize: 1, atMs: mondayMs + at * minute, tappedAt: `${pool}-0`, askedMs: null },
    ...{ whole: false, machines: null, useMs, overrunMs: 0, claimMs: 2 * minute, missed: [] },
    ...{ leavesAtMs: null, away: [], insists: false, calledAtMs: null },
    ...more,
  };
}

export type TraceOf = {
  readonly wanted: readonly Wanted[];
  /** Pool → its policy, and how many machines: one. */
  readonly pools: Readonly<Record<string, PoolPolicy>>;
  readonly machines?: number;
  readonly hours?: number;
};

export function traceOf({ wanted, pools, machines = 1, hours = 24 }: TraceOf): Trace {
  const endMs = mondayMs + hours * 60 * minute;
  return {
    ...{ fromMs: mondayMs, toMs: endMs, beginsMs: mondayMs, endsMs: endMs, timezone: 'Europe/Rome' },
    machines: Object.keys(pools).flatMap((pool) =>
      Array.from({ length: machines }, (_, index) => ({
        ...{ machine: `${pool}-${index}`, pool, closed: [], broken: [] },
      })),
    ),
    demands: wanted.map(demandLike).sort((one, other) => one.atMs - other.atMs),
    holds: [],
    rules: [{ fromMs: mondayMs, pools: new Map(Object.entries(pools)), weights: new Map() }],
  };
}
