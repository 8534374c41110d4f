// Snapshots, so that a start replays a few thousand entries at most. Losing one costs time, never truth.

import type { State } from '../domain/journal/state.ts';
import type { Journal, Log } from './ports.ts';

/** Entries between two snapshots, where nobody says otherwise. */
const usualEvery = 5_000;

export type Snapshots = {
  follow(state: State): void;
  /** Keeps one now, at a stop. */
  keep(state: State): Promise<void>;
};

export function createSnapshots(box: {
  readonly journal: Pick<Journal, 'keepSnapshot'>;
  readonly reducer: string;
  /** Entries replayed at the start, that is since the last snapshot. */
  readonly replayed: number;
  readonly log: Log;
  readonly every?: number | undefined;
}): Snapshots {
  const { every = usualEvery } = box;
  let nextSeq: number | null = null;

  const keep = async (state: State): Promise<void> => {
    nextSeq = state.seq + every;
    try {
      await box.journal.keepSnapshot(box.reducer, state);
    } catch (fault) {
      box.log.warn({ fault }, 'a snapshot could not be kept; the next start will take longer');
    }
  };

  return {
    keep,
    follow(state) {
      nextSeq ??= state.seq - box.replayed + every;
      if (state.seq >= nextSeq) void keep(state);
    },
  };
}
