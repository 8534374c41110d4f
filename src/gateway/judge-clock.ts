// Follows whether the system clock is set: a small computer often starts before its time service has answered. What
// depends on the date is refused until then, and allowed from then on, without a restart (invariant 4).

import type { Committer } from './commit.ts';
import type { HealthKeeper } from './health.ts';
import type { Clock, Log } from './ports.ts';

export type JudgeClock = {
  readonly committer: Committer;
  readonly clock: Pick<Clock, 'synchronised'>;
  readonly health: Pick<HealthKeeper, 'clock'>;
  readonly log: Log;
};

/** @returns looks at the clock and writes down a change; to be called at each tick */
export function createJudgeClock({ committer, clock, health, log }: JudgeClock): () => void {
  return () => {
    const synchronised = clock.synchronised();
    if (synchronised === committer.tentative().synchronised) return;
    committer.commit([{ type: 'clock-judged', data: { synchronised } }]).then(
      () => {
        health.clock(synchronised);
        tellClock(log, synchronised);
      },
      // The committer has reported it; the next tick judges anew.
      () => undefined,
    );
  };
}

/** One sentence in the log, at the start when the clock is not set and at each change. */
export function tellClock(log: Log, synchronised: boolean): void {
  if (synchronised) log.info({}, 'the clock is set: certificates with an end date are checked again');
  else log.warn({}, clockUnsetSentence);
}

export const clockUnsetSentence =
  'The clock of the gateway is not set, so certificates with an end date cannot be checked. Connect it to a time server; it goes on by itself then.';
