// The sign of life: while a session is open, the present is written down every few seconds, in place. After a crash
// the open segments are closed there, so at most this much use goes unbilled (invariant 4). While the journal cannot
// write, this is also how we notice that it can again.

import type { Committer } from './commit.ts';
import type { HealthKeeper } from './health.ts';
import type { Journal } from './ports.ts';

const beatEveryMs = 5_000;

export type KeepAlive = { due(): void; now(): Promise<void> };

export function createKeepAlive(box: {
  readonly journal: Pick<Journal, 'beat'>;
  readonly committer: Committer;
  readonly boot: string;
  readonly health: Pick<HealthKeeper, 'now' | 'fault' | 'well'>;
}): KeepAlive {
  let lastMonoMs = Number.NEGATIVE_INFINITY;

  const now = async (): Promise<void> => {
    const stamp = box.committer.stamp();
    lastMonoMs = stamp.monoMs;
    await box.journal.beat({ boot: box.boot, ...stamp });
  };

  return {
    now,
    due() {
      const wanted = box.committer.durable().sessions.size > 0 || !box.health.now().ok;
      if (!wanted || box.committer.stamp().monoMs - lastMonoMs < beatEveryMs) return;
      now().then(box.health.well, box.health.fault);
    },
  };
}
