// All disciplines over the same traces, seed by seed, and their figures with a confidence interval each.

import { ageAndShare, fairTree, fcfs, lottery, weeklyQuota } from './baselines.ts';
import { runBookings } from './bookings.ts';
import { createFairTurn, type Promised } from './fair-turn.ts';
import { type Figures, figuresOf } from './figures-of.ts';
import { type Run, runTrace } from './run-trace.ts';
import { classes, createTrace, type Trace } from './workload.ts';

export const disciplineNames = [
  ...['FCFS', 'bookings only', 'bookings + release', 'FCFS + weekly quota', 'lottery', 'Fair Tree'],
  ...['age + fair share', 'FairTurn'],
] as const;

export type DisciplineName = (typeof disciplineNames)[number];

export type Compared = {
  readonly seeds: readonly number[];
  /** Discipline → class (or `all`) → one row of figures per seed. */
  readonly rows: ReadonlyMap<DisciplineName, ReadonlyMap<string, readonly Figures[]>>;
  readonly promised: readonly Promised[];
  readonly promises: number;
  readonly voided: number;
  readonly broken: number;
  readonly cut: number;
  readonly decisionMs: readonly number[];
};

export function compare(seeds: readonly number[]): Compared {
  const rows = new Map(disciplineNames.map((name) => [name, new Map<string, Figures[]>()]));
  const facts = {
    promised: [] as Promised[],
    promises: 0,
    voided: 0,
    broken: 0,
    cut: 0,
    decisionMs: [] as number[],
  };
  for (const seed of seeds) {
    const traces = classes.map((kind) => createTrace(kind, seed));
    for (const name of disciplineNames) {
      const runs = traces.map((trace) => ({ trace, run: runOf(name, trace, facts) }));
      const add = (kind: string, figures: Figures): void => {
        const known = rows.get(name)?.get(kind) ?? [];
        rows.get(name)?.set(kind, [...known, figures]);
      };
      add('all', figuresOf(runs));
      for (const one of runs) add(one.trace.kind.name, figuresOf([one]));
    }
  }
  return { seeds, rows, ...facts };
}

type Facts = {
  promised: Promised[];
  promises: number;
  voided: number;
  broken: number;
  cut: number;
  decisionMs: number[];
};

function runOf(name: DisciplineName, trace: Trace, facts: Facts): Run {
  if (name === 'bookings only') return runBookings(trace, false);
  if (name === 'bookings + release') return runBookings(trace, true);
  if (name !== 'FairTurn') return runTrace(trace, baselines[name](trace));
  const fairTurn = createFairTurn(trace);
  const run = runTrace(trace, fairTurn.discipline);
  for (const one of fairTurn.facts.promised) facts.promised.push(one);
  for (const one of fairTurn.facts.decisionMs) facts.decisionMs.push(one);
  facts.promises += fairTurn.facts.promises;
  facts.voided += fairTurn.facts.voided;
  facts.broken += fairTurn.facts.broken;
  facts.cut += fairTurn.facts.cut;
  return run;
}

type Ordered = Exclude<DisciplineName, 'bookings only' | 'bookings + release' | 'FairTurn'>;

const baselines: { readonly [N in Ordered]: (trace: Trace) => ReturnType<typeof fcfs> } = {
  FCFS: fcfs,
  'FCFS + weekly quota': weeklyQuota,
  lottery: ({ seed }) => lottery(seed),
  'Fair Tree': fairTree,
  'age + fair share': ageAndShare,
};

/** Mean and half the width of its 95 % interval, over the seeds. */
export function meanOf(values: readonly number[]): { readonly mean: number; readonly halfWidth: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  return { mean, halfWidth: studentT(values.length - 1) * Math.sqrt(spread / values.length) };
}

/** Two-sided 95 %: exact to a hundredth from 4 degrees of freedom on (Cornish and Fisher's first terms). */
function studentT(degrees: number): number {
  if (degrees < 4) return [Number.NaN, 12.71, 4.3, 3.18][degrees] ?? Number.NaN;
  const z = 1.959964;
  return z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
}
