// What a run comes to, as numbers: service, waits by who waits, shares, overtaking. Waits are those of jobs that came when
// it was busy, in minutes; they are of those who were served, so what was lost is told beside them.

import { percentile } from '../percentile.ts';
import type { Outcome, Run } from './run-trace.ts';
import { dayMs, minute, type Trace, weeks } from './workload.ts';

export const figureNames = [
  ...['served %', 'util %', 'P50', 'P90', 'P99', 'max', 'P90 light', 'P90 heavy', 'P90 worst team'],
  ...[
    'lost light %',
    'lost heavy %',
    'Jain served',
    'Jain share',
    'worst share min',
    'overtaken max',
    'complaints %',
  ],
] as const;

export type FigureName = (typeof figureNames)[number];
export type Figures = Readonly<Record<FigureName, number>>;

/** Several classes of machines may be told together. */
export function figuresOf(runs: readonly { readonly trace: Trace; readonly run: Run }[]): Figures {
  const outcomes = runs.flatMap(({ run }) => run.outcomes);
  const came = outcomes.filter(({ job }) => job.comes);
  const light = came.filter(({ job }) => job.light);
  const heavy = came.filter(({ job }) => job.heavy);
  const waits = waitsOf(came);
  const capacityMs = runs.reduce((sum, { trace }) => sum + trace.kind.machines * weeks * 7 * dayMs, 0);
  const sum = (value: (run: Run) => number): number => runs.reduce((all, { run }) => all + value(run), 0);
  const shares = runs.flatMap(({ run }) => [...run.contended.values()]);
  const teams = new Set(came.map(({ job }) => job.team).filter((team) => team !== null));
  return {
    'served %': share(came, isServed),
    'util %': (100 * sum(({ usedMs }) => usedMs)) / capacityMs,
    P50: at(waits, 0.5),
    P90: at(waits, 0.9),
    P99: at(waits, 0.99),
    max: Math.max(0, ...came.map(({ waitMs }) => (waitMs ?? 0) / minute)),
    'P90 light': at(waitsOf(light), 0.9),
    'P90 heavy': at(waitsOf(heavy), 0.9),
    'P90 worst team': Math.max(
      0,
      ...[...teams].map((team) => at(waitsOf(came.filter(({ job }) => job.team === team)), 0.9)),
    ),
    'lost light %': 100 - share(light, isServed),
    'lost heavy %': 100 - share(heavy, isServed),
    'Jain served': jain(servedByMember(came)),
    'Jain share': jain(
      shares.filter(({ entitled }) => entitled > 0).map(({ used, entitled }) => used / entitled),
    ),
    'worst share min': Math.max(0, ...shares.map(({ used, entitled }) => (used - entitled) / minute)),
    'overtaken max': Math.max(0, ...outcomes.map(({ overtakenMs }) => overtakenMs / minute)),
    'complaints %':
      (100 * sum(({ complaints }) => complaints)) /
      Math.max(
        1,
        sum(({ grants }) => grants),
      ),
  };
}

const isServed = ({ waitMs }: Outcome): boolean => waitMs !== null;

const share = (outcomes: readonly Outcome[], holds: (outcome: Outcome) => boolean): number =>
  (100 * outcomes.filter(holds).length) / Math.max(1, outcomes.length);

const waitsOf = (outcomes: readonly Outcome[]): readonly number[] =>
  outcomes.flatMap(({ job, waitMs }) => (job.peak && waitMs !== null ? [waitMs / minute] : []));

const at = (values: readonly number[], part: number): number =>
  values.length === 0 ? 0 : percentile(values, part);

function servedByMember(outcomes: readonly Outcome[]): readonly number[] {
  const rows = new Map<string, { asked: number; served: number }>();
  for (const { job, servedMs } of outcomes) {
    const row = rows.get(job.member) ?? { asked: 0, served: 0 };
    rows.set(job.member, { asked: row.asked + job.neededMs, served: row.served + servedMs });
  }
  return [...rows.values()].map(({ asked, served }) => served / asked);
}

/** Jain's index: 1 when all are equal, 1/n when one has everything. */
function jain(values: readonly number[]): number {
  const [sum, squares] = [
    values.reduce((all, one) => all + one, 0),
    values.reduce((all, one) => all + one * one, 0),
  ];
  return squares === 0 ? 1 : sum ** 2 / (values.length * squares);
}
