// Counts attempts per key in a sliding window. Remembers at most `capacity` keys: the one unused for longest is
// forgotten first, and counted.

import type { Clock } from '../gateway/ports.ts';

export type Attempts = {
  /** Counts one more attempt. Returns 0 when it may go on, otherwise how many seconds to wait. */
  take(key: string): number;
  /** Keys that were forgotten for want of room. */
  dropped(): number;
};

export type AttemptsOptions = {
  readonly limit: number;
  readonly windowMs: number;
  readonly clock: Pick<Clock, 'monoMs'>;
  readonly capacity?: number;
};

export function createAttempts(options: AttemptsOptions): Attempts {
  const { limit, windowMs, clock, capacity = 10_000 } = options;
  /** Key → times of the attempts that were let through, at most `limit`; the map is in order of use. */
  const taken = new Map<string, number[]>();
  let dropped = 0;

  return {
    take(key) {
      const nowMs = clock.monoMs();
      const recent = (taken.get(key) ?? []).filter((atMs) => nowMs - atMs < windowMs);
      const oldestMs = recent[0];
      const full = recent.length >= limit && oldestMs !== undefined;
      if (!full) recent.push(nowMs);
      taken.delete(key);
      taken.set(key, recent);
      if (taken.size > capacity) {
        const unused = taken.keys().next().value;
        if (unused !== undefined) taken.delete(unused);
        dropped += 1;
      }
      return full ? Math.max(1, Math.ceil((oldestMs + windowMs - nowMs) / 1000)) : 0;
    },
    dropped: () => dropped,
  };
}
