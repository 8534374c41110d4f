// Does a step again and again: at once while there is more, after a rest when there is not, and with a growing pause
// while it fails. It says once that something fails, and once that it works again.

export type Pace = {
  /** Between two steps of one piece of work, so that catching up leaves room for everything else. */
  readonly breathMs: number;
  /** When there was nothing to do. */
  readonly restMs: number;
  readonly leastPauseMs: number;
  readonly mostPauseMs: number;
};

export const usualPace: Pace = { breathMs: 10, restMs: 1000, leastPauseMs: 1000, mostPauseMs: 60_000 };

export type Trying = {
  readonly step: () => Promise<'more' | 'done'>;
  readonly pace: Pace;
  /** Between 0 and 1: several gateways must not all come back at the same moment. */
  readonly random: () => number;
  readonly onFault: (fault: unknown, facts: { readonly first: boolean; readonly pauseMs: number }) => void;
  readonly onWell: (facts: { readonly failures: number }) => void;
};

/** Begins at once; resolves `close` when no step is under way any more. */
export function keepTrying({ step, pace, random, onFault, onWell }: Trying): { close(): Promise<void> } {
  let closing = false;
  let failures = 0;
  let wake = (): void => undefined;

  const pause = (ms: number): Promise<void> => {
    if (closing) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  };

  async function once(): Promise<number> {
    try {
      const left = await step();
      if (failures > 0) onWell({ failures });
      failures = 0;
      return left === 'more' ? pace.breathMs : pace.restMs;
    } catch (fault) {
      const pauseMs = pauseAfter(failures, pace, random);
      if (!closing) onFault(fault, { first: failures === 0, pauseMs });
      failures += 1;
      return pauseMs;
    }
  }

  async function run(): Promise<void> {
    while (!closing) await pause(await once());
  }
  const running = run();

  return {
    close() {
      closing = true;
      wake();
      return running;
    },
  };
}

/** Doubles from the least to the most; up to a quarter of it is left to chance. */
export function pauseAfter(
  failures: number,
  { leastPauseMs, mostPauseMs }: Pace,
  random: () => number,
): number {
  const fullMs = Math.min(mostPauseMs, leastPauseMs * 2 ** Math.min(failures, 30));
  return Math.max(leastPauseMs, fullMs * (1 - random() / 4));
}
