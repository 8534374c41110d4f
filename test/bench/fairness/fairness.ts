// `npm run bench -- fairness [--out FOLDER]`: the rule beside seven others on the same eight weeks of four classes of
// machines, over twenty seeds. Prints a table with intervals, what was promised, and the figures that have a target;
// writes the pictures where --out says.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Benchmark, type Figure, figure } from '../benchmark.ts';
import { percentile } from '../percentile.ts';
import { type Compared, compare, type DisciplineName, disciplineNames, meanOf } from './compare.ts';
import { decisionFigures } from './decision-time.ts';
import type { Promised } from './fair-turn.ts';
import { type FigureName, figureNames } from './figures-of.ts';
import { excessOfPadding, paddedMin } from './padding.ts';
import { plotOf, plotted } from './plots.ts';
import { classes, minute } from './workload.ts';

const seeds: readonly number[] = Array.from({ length: 20 }, (_, index) => index + 1);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export const fairness: Benchmark = {
  name: 'fairness',
  limitMs: 1_800_000,
  run: async (out) => {
    const compared = compare(seeds);
    for (const line of linesOf(compared)) say(line);
    if (out !== null) writePlots(compared, out);
    return [...fairnessFigures(compared), ...decisionFigures()];
  },
};

function writePlots(compared: Compared, out: string): void {
  mkdirSync(out, { recursive: true });
  for (const name of plotted) {
    const file = `${name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replace(/-$/, '')}.svg`;
    writeFileSync(join(out, file), plotOf(compared, name));
  }
  say(`${plotted.length} pictures in ${out}`);
}

/** The tables: all classes together with intervals, then each class. */
export function linesOf(compared: Compared): readonly string[] {
  const kinds = ['all', ...classes.map(({ name }) => name)];
  return [
    `seeds ${compared.seeds.join(' ')}; minutes; ± is half of a 95 % interval; waits of those who came when it was busy`,
    ...kinds.flatMap((kind) => ['', `${kind}:`, ...tableOf(compared, kind)]),
    '',
    ...promiseLines(compared),
  ];
}

function tableOf({ rows }: Compared, kind: string): readonly string[] {
  const head = `| figure | ${disciplineNames.join(' | ')} |`;
  const line = (name: FigureName): string => {
    const cells = disciplineNames.map((discipline) =>
      cellOf(rows.get(discipline)?.get(kind) ?? [], { name, discipline }),
    );
    return `| ${name} | ${cells.join(' | ')} |`;
  };
  return [head, `|${' --- |'.repeat(disciplineNames.length + 1)}`, ...figureNames.map(line)];
}

const notOfBookings: readonly FigureName[] = [
  'Jain share',
  'worst share min',
  'overtaken max',
  'complaints %',
];

function cellOf(
  figures: readonly Readonly<Record<FigureName, number>>[],
  { name, discipline }: { name: FigureName; discipline: DisciplineName },
): string {
  // Nobody waits together where everything is booked: shares and overtaking have no meaning there.
  if (discipline.startsWith('bookings') && notOfBookings.includes(name)) return '–';
  const { mean, halfWidth } = meanOf(figures.map((row) => row[name]));
  const digits = name.startsWith('Jain') ? 3 : 1;
  return `${mean.toFixed(digits)} ± ${halfWidth.toFixed(digits)}`;
}

const isLikelyRight = ({ likelyErrorMs, waitMs }: Promised): boolean =>
  Math.abs(likelyErrorMs) <= Math.max(10 * minute, waitMs / 4);

function promiseLines({ promised, promises, voided, broken, cut }: Compared): readonly string[] {
  const waited = promised.filter(({ waitMs }) => waitMs > 0);
  const errors = waited.map(({ likelyErrorMs }) => Math.abs(likelyErrorMs) / minute);
  const slacks = waited.flatMap(({ latestSlackMs }) =>
    latestSlackMs === null ? [] : [latestSlackMs / minute],
  );
  const part = (some: number, of: number): string => `${((100 * some) / Math.max(1, of)).toFixed(2)} %`;
  return [
    `promises: ${promised.length} turns, ${broken} promises broken, ${voided} of ${promises} voided (${part(voided, promises)})`,
    `turns cut to what a spent budget had earned: ${cut} (${part(cut, promised.length)})`,
    `likely start right: ${part(promised.filter(isLikelyRight).length, promised.length)} of all, ` +
      `${part(waited.filter(isLikelyRight).length, waited.length)} of those who waited; ` +
      `error P50 ${percentile(errors, 0.5).toFixed(1)}, P90 ${percentile(errors, 0.9).toFixed(1)} minutes`,
    `latest start: P50 ${percentile(slacks, 0.5).toFixed(1)}, P90 ${percentile(slacks, 0.9).toFixed(1)} minutes after the real one`,
  ];
}

/** What has a target; FCFS on the same traces is the baseline. */
function fairnessFigures(compared: Compared): readonly Figure[] {
  const mean = (discipline: DisciplineName, name: FigureName): number =>
    meanOf((compared.rows.get(discipline)?.get('all') ?? []).map((row) => row[name])).mean;
  const beside = (name: FigureName): number => mean('FairTurn', name) / mean('FCFS', name);
  const right = compared.promised.filter(isLikelyRight).length / compared.promised.length;
  const padding = Math.max(...excessOfPadding(compared.seeds));
  const of = { unit: 'ratio', baselineUnit: 'min' } as const;
  return [
    figure({
      ...{
        ...of,
        name: 'fairness-light-p90',
        value: beside('P90 light'),
        baseline: mean('FCFS', 'P90 light'),
      },
      ...{ target: 0.75, note: 'wait of the lighter half beside first come, first served' },
    }),
    figure({
      ...{ ...of, name: 'fairness-longest', value: beside('max'), baseline: mean('FCFS', 'max') },
      ...{
        target: 1.4,
        note: `the longest wait; Fair Tree: ${(mean('Fair Tree', 'max') / mean('FCFS', 'max')).toFixed(2)} ×`,
      },
    }),
    figure({
      name: 'fairness-utilisation',
      value: Math.abs(mean('FairTurn', 'util %') - mean('FCFS', 'util %')),
      ...{ unit: '%', target: 0.5, baseline: mean('FCFS', 'util %') },
      note: 'points of utilisation away from first come, first served',
    }),
    figure({
      ...{ name: 'fairness-broken', value: compared.broken, unit: 'count', target: 0 },
      note: `latest starts that were not kept, in ${compared.promised.length} turns`,
    }),
    figure({
      ...{ name: 'fairness-likely', value: 100 * right, unit: '%', target: 80, goal: 'at least' },
      note: 'likely starts right to 10 minutes or a quarter of the wait, as said when the ticket was taken',
    }),
    figure({
      ...{ name: 'fairness-padding', value: padding, unit: 'min', target: paddedMin },
      note: 'the most that a padder had beyond their part, over the seeds; one turn',
    }),
  ];
}
