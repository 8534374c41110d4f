// Chance from a seed: the same seed gives the same bytes, picks and throws for ever (invariant 12).

import type { Chance } from '../gateway/ports.ts';

export type SeededChance = Chance & {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, bound). */
  below(bound: number): number;
  pick<T>(list: readonly T[]): T;
};

/** The generator mulberry32; good enough to choose test cases, and short enough to read. */
export function createSeededChance(seed: number): SeededChance {
  let state = seed >>> 0;
  const word = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const next = (): number => word() / 2 ** 32;
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    next,
    below,
    bytes: (count) => Uint8Array.from({ length: count }, () => word() & 0xff),
    pick(list) {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
  };
}
