// Passes on what comes, up to a number in each second; beyond it only the last is kept, and passed when the second is
// over. Whoever is flooded loses steps in between, counted, but never the last word.

import { alarmOn, type Timers } from './timers.ts';

export type Flow<T> = {
  push(item: T): void;
  /** Forgets what waits. */
  clear(): void;
};

const secondMs = 1_000;

export function boundFlow<T>(options: {
  readonly perSecond: number;
  readonly timers: Timers;
  readonly monoMs: () => number;
  readonly pass: (item: T) => void;
  readonly onDropped: () => void;
}): Flow<T> {
  const { perSecond, monoMs, pass, onDropped } = options;
  const alarm = alarmOn(options.timers);
  let second = { sinceMs: monoMs(), passed: 0 };
  let waiting: { readonly item: T } | null = null;

  const settle = (): void => {
    const last = waiting;
    waiting = null;
    if (last) push(last.item);
  };
  const push = (item: T): void => {
    const nowMs = monoMs();
    if (nowMs - second.sinceMs >= secondMs) second = { sinceMs: nowMs, passed: 0 };
    if (second.passed < perSecond) {
      second.passed += 1;
      pass(item);
      return;
    }
    if (waiting) onDropped();
    else alarm.set(Math.max(second.sinceMs + secondMs - nowMs, 1), settle);
    waiting = { item };
  };
  return {
    push,
    clear() {
      alarm.off();
      waiting = null;
    },
  };
}
