// Forgets refused taps that are older than the workshop keeps them: the journal says which those are, and the entry that
// forgets them is committed like any other. What a crash interrupts is simply still to be done.

import { countsToKeep } from '../domain/journal/forgotten.ts';
import { oldestKept, type Retention } from '../domain/retention.ts';
import { createNightly, type Nightly, type NightlyBox } from './nightly.ts';
import type { Journal } from './ports.ts';

export type ForgetTaps = NightlyBox & {
  readonly journal: Pick<Journal, 'tapsToForget'>;
  readonly retention: Retention;
};

/** Taps in one transaction: each may change a page of the file, so that a card as disk takes some tenths of a second. */
const slice = 200;

export function createForgetTaps(box: ForgetTaps): Nightly {
  const { committer, journal, retention, log } = box;
  let forgotten = 0;

  return createNightly(box, {
    name: 'forget taps',
    async slice(atMs) {
      const { tapsMs } = oldestKept(retention, { atMs, synchronised: true });
      const told = await journal.tapsToForget({ beforeMs: tapsMs, limit: slice });
      if (told) {
        await committer.commit([
          ...countsToKeep(committer.tentative()),
          { type: 'taps-forgotten', data: told },
        ]);
        forgotten += told.count;
        return 'more';
      }
      if (forgotten > 0) log.info({ forgotten, days: retention.tapsDays }, 'old refused taps were forgotten');
      forgotten = 0;
      return 'done';
    },
  });
}
