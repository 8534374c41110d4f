// What was wanted of the machines in a stretch of the past, as a replay needs it: plain data, taken from the journal by
// `demandOf`. Times are milliseconds of the wall clock; what people do (come, use, leave) is the same under any policy.

import type { Stretch } from '../access/week.ts';
import type { PoolPolicy } from '../policy/policy-document.ts';

export type Trace = {
  /** What is told; demands before it only fill the memory of use, and those after it only compete. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Where a run begins and ends. */
  readonly beginsMs: number;
  readonly endsMs: number;
  readonly timezone: string;
  readonly machines: readonly TraceMachine[];
  /** In the order of their coming. */
  readonly demands: readonly Demand[];
  /** Machines that were held by a session that was no turn. */
  readonly holds: readonly (Stretch & { readonly machine: string })[];
  /** What was in force, oldest first. */
  readonly rules: Rules;
};

export type TraceMachine = {
  readonly machine: string;
  readonly pool: string;
  /** When nobody could begin there: the doors were closed, which also ends a turn, or it was locked or broken. */
  readonly closed: readonly Stretch[];
  readonly broken: readonly Stretch[];
};

/** From then on, until the next; a pool that is not named has no queue. */
export type Rules = readonly {
  readonly fromMs: number;
  readonly pools: ReadonlyMap<string, PoolPolicy>;
  /** Team → weight for each of its members, per cent; 100 where it is not named. */
  readonly weights: ReadonlyMap<string, number>;
}[];

/** Somebody wanted a machine of a pool. */
export type Demand = {
  readonly pool: string;
  readonly member: string;
  readonly team: string | null;
  /** Members of that team then; 1 without one. */
  readonly teamSize: number;
  /** When they came for it. */
  readonly atMs: number;
  /** The machine at which they tapped; null where that is not known. */
  readonly tappedAt: string | null;
  /** The length that they asked for; null for the usual one of the pool. */
  readonly askedMs: number | null;
  readonly whole: boolean;
  /** Machines that they may use; null for all of the pool. */
  readonly machines: readonly string[] | null;
  /** So long they need the machine. */
  readonly useMs: number;
  /** So far beyond the end of a turn they went; they do so again. */
  readonly overrunMs: number;
  /** From the call to the claim. */
  readonly claimMs: number;
  /** Calls that they did not come to, and after how long they were back; null: not again. */
  readonly missed: readonly (number | null)[];
  /** When they gave up; null: they wait for as long as it takes. */
  readonly leavesAtMs: number | null;
  /** Went out for a while, and were not to be called; without an end they did not come back. */
  readonly away: readonly Stretch[];
  /** Alone in the line they tap again, and do not wait for the machine to be tidied. */
  readonly insists: boolean;
  /** When it was really called, or began at once; null: never. */
  readonly calledAtMs: number | null;
};
