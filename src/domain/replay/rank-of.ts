// A percentile by nearest rank: a value that there was, never one between two.

/** @param part from 0 to 1; null of nothing */
export function rankOf(values: readonly number[], part: number): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? null;
}
