// Follows whether the system clock is set: a small computer often starts before its time service has answered. What
// depends on the date is refused until then, and allowed from then on, without a restart (invariant 4).

import type { Committer } from './commit.ts';
import type { HealthKeeper } from './health.ts';
import type { Clock } from './ports.ts';

export type JudgeClock = {
  readonly committer: Committer;
  readonly clock: Pick<Clock, 'synchronised'>;
  readonly health: Pick<HealthKeeper, 'clock'>;
};

/** @returns looks at the clock and writes down a change; to be called at each tick */
export function createJudgeClock({ committer, clock, health }: JudgeClock): () => void {
  return () => {
    const synchronised = clock.synchronised();
    if (synchronised === committer.tentative().synchronised) return;
    committer.commit([{ type: 'clock-judged', data: { synchronised } }]).then(
      () => health.clock(synchronised),
      // The committer has reported it; the next tick judges anew.
      () => undefined,
    );
  };
}
