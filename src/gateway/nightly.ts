// Work that waits for the night: begun at the first tick after three in the morning and at the first one after a start,
// in slices between which taps are served. Without a clock that is set it does not begin (invariant 4). What fails is
// tried again later; each slice must be harmless to repeat.

import { nightOf } from '../domain/retention.ts';
import type { Committer } from './commit.ts';
import type { Clock, Log } from './ports.ts';

export type Nightly = {
  /** To be called at each tick. */
  due(): void;
  /** Resolves when no slice is under way; none is begun after that. */
  stop(): Promise<void>;
};

/** After a fault. */
const pauseMs = 600_000;

export type NightlyBox = {
  readonly committer: Committer;
  readonly clock: Pick<Clock, 'wallMs'>;
  readonly log: Log;
};

type Work = {
  /** For the log, when it fails. */
  readonly name: string;
  readonly slice: (atMs: number) => Promise<'more' | 'done'>;
};

export function createNightly(box: NightlyBox, work: Work): Nightly {
  let doneNight: string | null = null;
  let notBeforeMonoMs = Number.NEGATIVE_INFINITY;
  let underway: Promise<void> | null = null;
  let stopped = false;

  async function slice(night: string, atMs: number): Promise<void> {
    try {
      if ((await work.slice(atMs)) === 'done') doneNight = night;
    } catch (fault) {
      notBeforeMonoMs = box.committer.stamp().monoMs + pauseMs;
      box.log.warn({ fault, work: work.name }, 'work of the night failed; it is tried again in ten minutes');
    }
    underway = null;
  }

  return {
    due() {
      const { synchronised, workshop } = box.committer.durable();
      const { atMs: stampedMs, monoMs } = box.committer.stamp();
      // Stamps stay ahead of a clock that was put back; what is done too early at night cannot be undone.
      const atMs = Math.min(stampedMs, box.clock.wallMs());
      if (stopped || underway || !synchronised || monoMs < notBeforeMonoMs) return;
      const night = nightOf(atMs, workshop?.space.timezone ?? 'UTC');
      if (night !== doneNight) underway = slice(night, atMs);
    },
    async stop() {
      stopped = true;
      await underway;
    },
  };
}
