// A steady beat: acts are due at fixed times from the beginning, so that a late one does not delay all after it.

export type Beat = { readonly perSecond: number; readonly forMs: number };

/** Calls `act` at each beat and resolves after the last; the first comes at once. */
export function pace({ perSecond, forMs }: Beat, act: () => void): Promise<void> {
  const count = Math.round((forMs * perSecond) / 1000);
  const startedMs = performance.now();
  return new Promise((resolve) => {
    let done = 0;
    const next = (): void => {
      if (done === count) {
        resolve();
        return;
      }
      done += 1;
      act();
      const dueMs = startedMs + (done * 1000) / perSecond;
      setTimeout(next, Math.max(0, dueMs - performance.now()));
    };
    next();
  });
}

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
