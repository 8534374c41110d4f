// Klipper behind Moonraker, followed over one connection: what it said is merged, told as a whole, and dropped when
// Klipper goes. A print that is under way then has failed, as Moonraker itself counts it.

import type { Readings } from '../../domain/machine/reading.ts';
import type { Ears } from '../../edge/talk.ts';
import { countJob, mergeStatus, noJob, noStatus, type Status, seenOf } from './moonraker-status.ts';

export type Klippy = {
  readonly isFollowed: () => boolean;
  /** What was said before the subscription is not from it; what is said from now on is newer than its answer. */
  readonly begin: () => Beginning;
  readonly change: (delta: unknown) => void;
  readonly count: (totals: Readings) => void;
  /** `state` in its own word. */
  readonly gone: (state: string) => void;
};

/** Takes the answer to the subscription; false when Klipper went in between. */
type Beginning = (status: unknown) => boolean;

export function followKlippy(ears: Pick<Ears, 'seen' | 'away' | 'alive'>): Klippy {
  let status: Status | null = null;
  let early: Status = noStatus;
  let connection = 0;
  let job = noJob;
  let totals: Readings = {};
  let awayAs: string | null = null;

  const gone = (state: string): void => {
    connection += 1;
    const wasUnderWay = status !== null && job.isUnderWay;
    const failed = { state: 'over', id: null, result: 'failed' } as const;
    if (wasUnderWay)
      ears.seen({ activity: 'unknown', substate: null, raw: state, readings: {}, job: failed });
    [status, early, job] = [null, noStatus, { ...noJob, n: job.n }];
    if (awayAs === state) ears.alive();
    else ears.away({ code: 'controller-away', values: { state } });
    awayAs = state;
  };
  const take = (now: Status): void => {
    const state = now.get('webhooks.state');
    if (typeof state === 'string' && state !== 'ready') {
      gone(state);
      return;
    }
    awayAs = null;
    job = countJob(job, now);
    status = now;
    ears.seen(seenOf(now, { job, own: totals }));
  };
  return {
    isFollowed: () => status !== null,
    begin() {
      const mine = ++connection;
      early = noStatus;
      return (full) => {
        if (mine !== connection) return false;
        take(new Map([...mergeStatus(noStatus, full), ...early]));
        return status !== null;
      };
    },
    change(delta) {
      if (status === null) early = mergeStatus(early, delta);
      else take(mergeStatus(status, delta));
    },
    count(now) {
      totals = now;
      if (status !== null) take(status);
    },
    gone,
  };
}
