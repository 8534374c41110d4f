// Writes into the journal that somebody looked at the usage of another, before it is shown: without the entry there is no view.
// The same look again within the hour is the same look, so that turning pages does not fill the journal.

import type { Gateway } from '../gateway/gateway.ts';
import type { Clock } from '../gateway/ports.ts';
import type { Viewer } from './viewers.ts';

export type Viewings = {
  /** Whether it is one that is recorded. Rejects with a JournalFault; then nothing may be shown. */
  record(viewer: Viewer, look: { member: string | null; what: 'journal' | 'statement' }): Promise<boolean>;
};

const sameLookMs = 3_600_000;
/** Looks that are remembered; the oldest goes first, and is then recorded once more. */
const mostLooks = 5_000;

export function createViewings({
  gateway,
  clock,
}: {
  readonly gateway: Pick<Gateway, 'noteView'>;
  readonly clock: Pick<Clock, 'monoMs'>;
}): Viewings {
  const looks = new Map<string, number>();
  return {
    async record(viewer, { member, what }) {
      // Visitors of the demo see invented people.
      if (viewer.through === 'visitor' || (member !== null && member === viewer.member)) return false;
      const key = JSON.stringify([viewer.by, member, what]);
      const lastMs = looks.get(key);
      const nowMs = clock.monoMs();
      if (lastMs !== undefined && nowMs - lastMs < sameLookMs) return true;
      await gateway.noteView({ by: viewer.by, member, what });
      looks.delete(key);
      looks.set(key, nowMs);
      const [oldest] = looks.keys();
      if (looks.size > mostLooks && oldest !== undefined) looks.delete(oldest);
      return true;
    },
  };
}
