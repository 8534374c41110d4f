// How often a webhook is tried, and when it is given up. Every number here is a promise of the README.

export type HookPace = {
  /** The pause after the first failure; it doubles from there. */
  readonly leastPauseMs: number;
  readonly mostPauseMs: number;
  readonly timeoutMs: number;
  /** An event that the other side refuses for its own sake is given up after this. */
  readonly giveUpMs: number;
  /** After so long without one event taken, and so many attempts since the start, it is told nothing any more. */
  readonly disableMs: number;
  readonly disableAttempts: number;
  /** The position is written at most so often while events go out one after the other. */
  readonly keepMs: number;
};

export const usualPace: HookPace = {
  leastPauseMs: 5_000,
  mostPauseMs: 3_600_000,
  timeoutMs: 15_000,
  giveUpMs: 24 * 3_600_000,
  disableMs: 5 * 24 * 3_600_000,
  disableAttempts: 10,
  keepMs: 1_000,
};

/** Doubles from the least to the most, less up to a quarter by chance; longer where the other side asks for it, up to the most. */
export function pauseAfter(
  failures: number,
  { leastPauseMs, mostPauseMs }: HookPace,
  asked: { readonly random: number; readonly retryAfterMs: number | null },
): number {
  const fullMs = Math.min(mostPauseMs, leastPauseMs * 2 ** Math.min(failures, 30));
  const pauseMs = Math.max(leastPauseMs, fullMs * (1 - asked.random / 4));
  return Math.min(mostPauseMs, Math.max(pauseMs, asked.retryAfterMs ?? 0));
}

/** What an answer means for the event, and for the webhook. */
export function judgeStatus(status: number): 'taken' | 'gone' | 'refused' | 'failed' {
  if (status >= 200 && status < 300) return 'taken';
  // Standard Webhooks: 410 asks to be told nothing any more.
  if (status === 410) return 'gone';
  // These say that we come at the wrong time, or as the wrong one, and nothing about the event.
  if (status >= 400 && status < 500 && ![401, 403, 404, 407, 408, 425, 429].includes(status))
    return 'refused';
  return 'failed';
}
