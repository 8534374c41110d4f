// A rest that ends early: at the end of everything, or at news where these matter.

export type Nap = {
  /** Resolves after the time, or earlier; at once where news came since `begin`. */
  rest(ms: number, endsAtNews: boolean): Promise<void>;
  /** What was news before is known from here on. */
  begin(): void;
  news(): void;
  /** Ends the rest that is under way. */
  interrupt(): void;
  /** Ends it, and lets no other begin. */
  end(): void;
};

export function createNap(): Nap {
  let hasNews = false;
  let hasEnded = false;
  let wake: ((isNews: boolean) => void) | null = null;
  return {
    rest(ms, endsAtNews) {
      if (hasEnded || (endsAtNews && hasNews)) return Promise.resolve();
      return new Promise((resolve) => {
        const up = (): void => {
          clearTimeout(timer);
          wake = null;
          resolve();
        };
        const timer = setTimeout(up, ms);
        wake = (isNews) => {
          if (!isNews || endsAtNews) up();
        };
      });
    },
    begin() {
      hasNews = false;
    },
    news() {
      hasNews = true;
      wake?.(true);
    },
    interrupt() {
      hasNews = true;
      wake?.(false);
    },
    end() {
      hasEnded = true;
      wake?.(false);
    },
  };
}
