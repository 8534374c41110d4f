// How much of the turns of a pool a member has used, beside the part that is theirs: what all have used, as it counts today,
// shared by the weights along the branches of those who used any, and of the member. A figure to read; it orders nobody.

import { worthMs } from './decayed.ts';
import type { Branch } from './schedule-entries.ts';
import type { Queue } from './schedule-state.ts';

export type UsedPart = { readonly usedMs: number; readonly partMs: number };

type Asked = {
  /** From the root down, of the member who asks. */
  readonly mine: readonly Branch[];
  /** Of everybody else. */
  readonly others: Iterable<readonly Branch[]>;
  readonly nowMs: number;
};

/** Null where nobody has used a turn. */
export function usedPart({ uses, memory }: Queue, { mine, others, nowMs }: Asked): UsedPart | null {
  const unitsOf = (branch: string): bigint => uses.get(branch)?.units ?? 0n;
  const own = mine.at(-1);
  if (!own) return null;
  const siblings = mine.map(({ branch, weight }) => new Map([[branch, weight]]));
  for (const path of others) {
    if (unitsOf(path.at(-1)?.branch ?? '') === 0n) continue;
    for (const [level, { branch, weight }] of path.entries()) {
      siblings[level]?.set(branch, weight);
      // Below another branch nobody stands beside me.
      if (branch !== mine[level]?.branch) break;
    }
  }
  let total = 0n;
  for (const branch of siblings[0]?.keys() ?? []) total += unitsOf(branch);
  if (total === 0n) return null;
  let [part, whole] = [1n, 1n];
  for (const [level, { weight }] of mine.entries()) {
    part *= BigInt(weight);
    whole *= [...(siblings[level]?.values() ?? [])].reduce((sum, one) => sum + BigInt(one), 0n);
  }
  return {
    usedMs: worthMs(unitsOf(own.branch), memory, nowMs),
    partMs: worthMs((total * part) / whole, memory, nowMs),
  };
}
