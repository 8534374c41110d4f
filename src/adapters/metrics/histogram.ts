// How long something took, in buckets that each hold all that was at most so long. Its size never grows.

export type Histogram = {
  observe(seconds: number): void;
  lines(name: string): readonly string[];
};

/** @param bounds growing, seconds */
export function createHistogram(bounds: readonly number[]): Histogram {
  const counts = bounds.map(() => 0);
  let sum = 0;
  let count = 0;
  return {
    observe(seconds) {
      // A clock that jumps must not make the sum smaller (invariant 4).
      const took = Math.max(0, seconds);
      sum += took;
      count += 1;
      for (const [i, bound] of bounds.entries()) if (took <= bound) counts[i] = (counts[i] ?? 0) + 1;
    },
    lines: (name) => [
      ...bounds.map((bound, i) => `${name}_bucket{le="${bound}"} ${counts[i]}`),
      `${name}_bucket{le="+Inf"} ${count}`,
      `${name}_sum ${sum}`,
      `${name}_count ${count}`,
    ],
  };
}
