// Time that calls back, as an argument: production uses the runtime's timers, tests turn it by hand.

/** Runs something later; returns how to call it off. */
export type Timers = {
  after(delayMs: number, run: () => void): CallOff;
  /** Who wakes often wakes at the same instants as others, every so many milliseconds; left out: at its own. */
  readonly togetherMs?: number;
};
export type CallOff = () => void;

export const noTimer: CallOff = () => {};

export const realTimers: Timers = {
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

/** For what many machines do at a pace of their own: waking the processor for each alone costs more than what it does. */
export const sharedTimers: Timers = { ...realTimers, togetherMs: 50 };

/** At most so much before its time, since an instant of a timer is never met exactly. */
const earlyMs = 5;
/** What is due sooner does not wait for others. */
const soonMs = 100;

/**
 * The delay until the first common instant from `dueMs` on, by the same clock as `nowMs`; at least 1.
 * It may be due up to 5 ms later than that instant: who is woken counts on the later of the two.
 */
export function delayUntil(
  dueMs: number,
  { nowMs, togetherMs }: { nowMs: number; togetherMs?: number | undefined },
): number {
  const delayMs = Math.max(dueMs - nowMs, 1);
  if (togetherMs === undefined || delayMs < soonMs) return delayMs;
  return Math.ceil((dueMs - earlyMs) / togetherMs) * togetherMs - nowMs;
}

/** One timer that is set again and again; what it was set to before is called off. */
export function alarmOn(timers: Timers): { set(delayMs: number, run: () => void): void; off: CallOff } {
  let callOff = noTimer;
  return {
    set(delayMs, run) {
      callOff();
      callOff = timers.after(delayMs, run);
    },
    off: () => callOff(),
  };
}
