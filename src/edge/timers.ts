// Time that calls back, as an argument: production uses the runtime's timers, tests turn it by hand.

/** Runs something later; returns how to call it off. */
export type Timers = { after(delayMs: number, run: () => void): CallOff };
export type CallOff = () => void;

export const noTimer: CallOff = () => {};

export const realTimers: Timers = {
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

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
