// Takes readings out of the diary that are older than the workshop keeps them, a slice at a time.

import { oldestKept, type Retention } from '../domain/retention.ts';
import { createNightly, type Nightly, type NightlyBox } from './nightly.ts';
import type { Diary } from './ports.ts';

export type ForgetReadings = NightlyBox & {
  readonly diary: Pick<Diary, 'forget'>;
  readonly retention: Retention;
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
