// What an attempt to sign in began with and needs once more at its end: kept in memory for five minutes, taken out once, and
// never more than `capacity`; the oldest goes first, and is counted.

import type { Chance, Clock } from '../gateway/ports.ts';
import { randomText } from './sign-ins.ts';

export type Pending<T> = {
  /** Returns the word by which it is taken out. */
  put(value: T): string;
  /** Once; undefined for one that was never put, was taken, or is too old. */
  take(attempt: string): T | undefined;
  dropped(): number;
};

export type PendingOptions = {
  readonly clock: Pick<Clock, 'monoMs'>;
  readonly chance: Chance;
  readonly capacity?: number;
};

/** Somebody looks for their key, or types a second factor elsewhere. */
export const pendingLastsMs = 5 * 60_000;

export function createPending<T>({ clock, chance, capacity = 1000 }: PendingOptions): Pending<T> {
  const kept = new Map<string, { readonly value: T; readonly untilMonoMs: number }>();
  let dropped = 0;
  return {
    put(value) {
      const attempt = randomText(chance);
      kept.set(attempt, { value, untilMonoMs: clock.monoMs() + pendingLastsMs });
      if (kept.size > capacity) {
        const oldest = kept.keys().next().value;
        if (oldest !== undefined) kept.delete(oldest);
        dropped += 1;
      }
      return attempt;
    },
    take(attempt) {
      const found = kept.get(attempt);
      kept.delete(attempt);
      return found !== undefined && clock.monoMs() < found.untilMonoMs ? found.value : undefined;
    },
    dropped: () => dropped,
  };
}
