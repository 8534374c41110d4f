// A history that once broke a promise, lived again: what `officina simulate` and the proofs print is pasted as a test.

import type { Deed } from '../../src/simulation/choosing.ts';
import { live } from '../../src/simulation/live.ts';

/** Rejects with what is broken, if it still is. */
export async function relives(
  place: {
    readonly seed: number;
    readonly members: number;
    readonly machines: number;
    readonly turns?: boolean;
  },
  again: readonly Deed[],
): Promise<void> {
  const { broken } = await live({ ...place, faults: 'none', pace: 1, days: 1, deeds: 0, again });
  if (broken) throw broken;
}
