// The end of access at a machine with OPC UA: only what is seen after the order confirms it, and a machine that cannot be
// ordered is never said to need none while it may be at work (invariant 9).

import { activityFacts } from '../../domain/machine/activity.ts';
import type { JobKnown } from '../../edge/follow-job.ts';
import type { Timers } from '../../edge/timers.ts';
import type { Seen } from './machine-state.ts';
import type { StopAnswer } from './stop-job.ts';
import type { EndOutcome } from './worker-messages.ts';

/** What is known of the machine now. */
export type JobNow = { readonly seen: Seen; readonly job: JobKnown };

/** An end that was ordered must be seen within so long. */
export const endLimitMs = 10_000;

export function createEndAccess(box: {
  readonly timers: Timers;
  /** Null while it cannot be heard. */
  readonly now: () => JobNow | null;
  /** Orders the end; null where the machine is only read. */
  readonly stop: () => (() => Promise<StopAnswer>) | null;
}) {
  const looks = new Set<() => void>();

  /** Always resolves, within the limit. */
  async function end(): Promise<EndOutcome> {
    const now = box.now();
    if (now === null) return 'unknown';
    if (isQuiet(now)) return 'not-needed';
    const stop = box.stop();
    if (stop === null) return 'refused';
    const { promise, resolve } = Promise.withResolvers<EndOutcome>();
    const callOff = box.timers.after(endLimitMs, () => resolve('unknown'));
    const look = (): void => {
      const after = box.now();
      if (after === null) resolve('unknown');
      else if (isQuiet(after)) resolve('confirmed');
    };
    looks.add(look);
    // Without a job there is nothing to end: what moves is given its time to stand still.
    if (now.job.state !== 'none' && now.job.state !== 'over')
      stop().then(
        (answer) => answer === 'refused' && resolve('refused'),
        () => resolve('unknown'),
      );
    const outcome = await promise;
    callOff();
    looks.delete(look);
    return outcome;
  }

  return {
    end,
    /** To be called after each change of what is known. */
    changed(): void {
      for (const look of looks) look();
    },
  };
}

/** Nothing moves and nothing waits to go on. */
const isQuiet = ({ seen, job }: JobNow): boolean =>
  activityFacts[seen.activity].class === 'quiet' && job.state !== 'under-way';
