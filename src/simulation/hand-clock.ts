// Clocks that are turned by hand. True time only goes forward; the wall clock may jump, and the monotonic clock
// begins again at each boot, as on a real computer.

import type { Clock } from '../gateway/ports.ts';

export type HandClock = Clock & {
  /** Real milliseconds since the world began: what a stopwatch in the workshop would show. */
  trueMs(): number;
  advance(ms: number): void;
  /** Somebody sets the wall clock, by so much; time itself does not move. */
  jump(ms: number): void;
  /** The computer starts: monotonic time begins at 0. */
  boot(): void;
  setSynchronised(synchronised: boolean): void;
};

/** A Sunday morning in November, in Rome. */
export const morningMs = Date.UTC(2026, 10, 22, 8, 0, 0);

export function createHandClock(options: { readonly wallMs?: number } = {}): HandClock {
  let trueMs = 0;
  let wallOffsetMs = options.wallMs ?? morningMs;
  let bootMs = 0;
  let synchronised = true;
  return {
    trueMs: () => trueMs,
    wallMs: () => trueMs + wallOffsetMs,
    monoMs: () => trueMs - bootMs,
    synchronised: () => synchronised,
    advance(ms) {
      if (ms < 0) throw new RangeError('true time goes forward only');
      trueMs += ms;
    },
    jump(ms) {
      wallOffsetMs += ms;
    },
    boot() {
      bootMs = trueMs;
    },
    setSynchronised(now) {
      synchronised = now;
    },
  };
}
