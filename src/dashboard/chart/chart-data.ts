// Turns samples into what a chart draws: columns with nulls where we did not see, the gaps themselves, and a steady range.
// A gap is a gap: nothing is drawn across it, and nothing beyond the last sample (invariant 7).

import type { Sample } from '../live/samples.ts';

export type ChartData = {
  /** Seconds since 1970, ascending. */
  readonly times: readonly number[];
  readonly means: readonly (number | null)[];
  readonly mins: readonly (number | null)[];
  readonly maxes: readonly (number | null)[];
  readonly gaps: readonly Gap[];
  /** Which of them stand alone, where a line would show nothing. */
  readonly lone: readonly number[];
};
export type Gap = { readonly fromMs: number; readonly toMs: number };

/** A line at the very top of its chart looks cut off. */
const headroom = 1.05;
/** Shorter pauses are no gaps: a value that stays the same is told again only every ten seconds. */
const shortestGapMs = 25_000;

/** Columns for the chart; a step of more than 2.5 usual ones is a gap. */
export function chartData(samples: readonly Sample[]): ChartData {
  const gapMs = gapAfterMs(samples);
  const times: number[] = [];
  const means: (number | null)[] = [];
  const mins: (number | null)[] = [];
  const maxes: (number | null)[] = [];
  const gaps: Gap[] = [];
  let lastMs: number | null = null;
  for (const { atMs, mean, min, max } of samples) {
    if (lastMs !== null && atMs - lastMs > gapMs) {
      gaps.push({ fromMs: lastMs, toMs: atMs });
      times.push((lastMs + 1) / 1000);
      for (const column of [means, mins, maxes]) column.push(null);
    }
    times.push(atMs / 1000);
    means.push(mean);
    mins.push(min);
    maxes.push(max);
    lastMs = atMs;
  }
  return { times, means, mins, maxes, gaps, lone: loneOnes(means) };
}

/** Samples with nothing before and nothing after them. */
function loneOnes(means: readonly (number | null)[]): readonly number[] {
  const isThere = (index: number): boolean => typeof means[index] === 'number';
  return [...means.keys()].filter((index) => isThere(index) && !isThere(index - 1) && !isThere(index + 1));
}

/** How long after a sample the next one is missing. */
export function gapAfterMs(samples: readonly Sample[]): number {
  const steps = samples.slice(1).map((sample, index) => sample.atMs - (samples[index]?.atMs ?? sample.atMs));
  const usual = steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  return Math.max(shortestGapMs, usual * 2.5);
}

/** A range in round numbers, so that the picture does not breathe with every sample. */
export function valueRange(samples: readonly Sample[], unit: string): readonly [number, number] {
  if (unit === '%') return [0, Math.max(100, roundUp(greatest(samples)))];
  if (unit === '0..1') return [0, 1];
  const least = samples.reduce((low, sample) => Math.min(low, sample.min), 0);
  return [least < 0 ? -roundUp(-least) : 0, roundUp(greatest(samples) * headroom)];
}

/** The samples in steps of equal length for a table, newest first, at most `limit` rows. */
export function tableRows(
  samples: readonly Sample[],
  { stepMs, limit }: { stepMs: number; limit: number },
): readonly Sample[] {
  const groups = Map.groupBy(samples, ({ atMs }) => Math.floor(atMs / stepMs) * stepMs);
  const rows = [...groups].map(([atMs, group]) => ({
    atMs,
    mean: group.reduce((sum, sample) => sum + sample.mean, 0) / group.length,
    min: Math.min(...group.map((sample) => sample.min)),
    max: Math.max(...group.map((sample) => sample.max)),
  }));
  return rows.sort((a, b) => b.atMs - a.atMs).slice(0, limit);
}

function greatest(samples: readonly Sample[]): number {
  return samples.reduce((high, sample) => Math.max(high, sample.max), 0);
}

/** 1, 1.5, 2, 3, 4, 5, 6 or 8 times a power of ten, at least 1. */
function roundUp(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8].find((multiple) => multiple * power >= value);
  return step === undefined ? 10 * power : step * power;
}
