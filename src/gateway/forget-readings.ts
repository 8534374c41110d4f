// Takes readings out of the diary that are older than the workshop keeps them, a slice at a time.

import { oldestKept, type Retention } from '../domain/retention.ts';
import type { Committer } from './commit.ts';
import { createNightly, type Nightly } from './nightly.ts';
import type { Diary, Log } from './ports.ts';

export type ForgetReadings = {
  readonly committer: Committer;
  readonly diary: Pick<Diary, 'forget'>;
  readonly retention: Retention;
  readonly log: Log;
};

export function createForgetReadings(box: ForgetReadings): Nightly {
  return createNightly(box, {
    name: 'forget readings',
    async slice(atMs) {
      const { readingsMs } = oldestKept(box.retention, { atMs, synchronised: true });
      return Number.isFinite(readingsMs) ? box.diary.forget(readingsMs) : 'done';
    },
  });
}
