// A state that is told in several answers, one fact each. The first in the order of the profile that is not idle is the
// state; it is idle only when all of them are there, fresh, and say so (invariant 7).

import type { Frame } from './interpret.ts';
import type { TogetherRules } from './profile.ts';

type Told = Pick<Extract<Frame, { kind: 'status' }>, 'id' | 'activity' | 'substate' | 'raw'>;
type Part = Told & { readonly atMs: number };
/** Frame id → what it told last; bounded by the frames of the profile. */
export type Parts = ReadonlyMap<string, Part>;

/** The parts with one more. */
export const withPart = (parts: Parts, { id, activity, substate, raw }: Told, atMs: number): Parts =>
  new Map(parts).set(id, { id, activity, substate, raw, atMs });

/** What all parts come to; null while one is missing or too old. */
export function together({ frames, withinMs }: TogetherRules, parts: Parts, nowMs: number): Told | null {
  const all = frames.map((frame) => parts.get(frame));
  const fresh = all.filter((part) => part !== undefined && nowMs - part.atMs < withinMs) as Part[];
  if (fresh.length < frames.length) return null;
  return fresh.find(({ activity }) => activity !== 'idle') ?? fresh.at(-1) ?? null;
}
