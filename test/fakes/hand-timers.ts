// Timers and a clock that a test turns by hand.

import type { Timers } from '../../src/edge/timers.ts';

export type HandTimers = {
  readonly timers: Timers;
  readonly monoMs: () => number;
  /** Runs what falls due on the way, in order. */
  advance(ms: number): Promise<void>;
  /** How many wait. */
  waiting(): number;
};

export function handTimers(): HandTimers {
  let nowMs = 0;
  const due = new Map<symbol, { readonly atMs: number; readonly run: () => void }>();
  return {
    timers: {
      after(delayMs, run) {
        const key = Symbol('timer');
        due.set(key, { atMs: nowMs + delayMs, run });
        return () => void due.delete(key);
      },
    },
    monoMs: () => nowMs,
    async advance(ms) {
      const endMs = nowMs + ms;
      for (;;) {
        await settle();
        const next = [...due]
          .filter(([, { atMs }]) => atMs <= endMs)
          .sort(([, a], [, b]) => a.atMs - b.atMs)[0];
        if (!next) break;
        const [key, { atMs, run }] = next;
        due.delete(key);
        nowMs = Math.max(nowMs, atMs);
        run();
      }
      nowMs = endMs;
      await settle();
    },
    waiting: () => due.size,
  };
}

/** Lets promises that are already fulfilled run on. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}
