// Splits an amount so that the parts add up to it (invariant 5): each gets its share cut to a whole number, and what is left
// goes, one each, to those whose share was cut by the most; between equals the smaller id goes first.

import type { Minor } from '../money.ts';

export type Share = { readonly id: string; readonly weight: bigint };
export type Part = { readonly id: string; readonly minor: Minor };

/**
 * @param shares of different ids, weights not below zero and not all zero
 * @returns the parts in the order of the shares
 */
export function split(total: Minor, shares: readonly Share[]): readonly Part[] {
  const weights = shares.reduce((sum, { weight }) => sum + weight, 0n);
  if (weights <= 0n || shares.some(({ weight }) => weight < 0n))
    throw new RangeError('an amount is split by weights that are not below zero and not all zero');
  const sign = total < 0n ? -1n : 1n;
  const size = total * sign;
  const cut = shares.map(({ id, weight }) => ({
    id,
    whole: (size * weight) / weights,
    rest: (size * weight) % weights,
  }));
  let left = Number(size - cut.reduce((sum, { whole }) => sum + whole, 0n));
  const raised = new Set<string>();
  for (const { id } of cut.toSorted(mostCutFirst)) {
    if (left === 0) break;
    raised.add(id);
    left -= 1;
  }
  return cut.map(({ id, whole }) => ({ id, minor: sign * (whole + (raised.has(id) ? 1n : 0n)) }));
}

type Cut = { readonly id: string; readonly rest: bigint };

function mostCutFirst(one: Cut, other: Cut): number {
  if (one.rest !== other.rest) return one.rest > other.rest ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
