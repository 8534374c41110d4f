// Percentiles and medians by nearest rank: a value, or a round, that was measured, never one between two.

/** @param share from 0 to 1; 0.5 is the median */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('a percentile of nothing: no value was measured');
  return found;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The round in the middle, so that all that is told of it belongs together. */
export function medianBy<T>(rounds: readonly T[], value: (round: T) => number): T {
  const middle = median(rounds.map(value));
  const found = rounds.find((round) => value(round) === middle);
  if (found === undefined) throw new RangeError('no round was measured, or one without a number');
  return found;
}
