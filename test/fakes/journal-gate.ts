// A journal behind a gate: commits may be kept waiting (a slow disk), be refused (a full one), or be lost with the
// power, all of them or only those after the first few, as when a crash comes between the fsync and its answer.

import { type Commit, type Journal, JournalFault } from '../../src/gateway/ports.ts';
import type { MemoryJournal } from './memory-journal.ts';

export type JournalGate = Journal & {
  hold(): void;
  release(): void;
  setFull(full: boolean): void;
  /** Commits that wait at the gate. */
  atGate(): readonly Commit[];
  /** The power goes: the first `written` of what waits is on the disk, the rest is lost, and nobody hears of either. */
  cut(written: number): void;
};

type Waiting = { readonly commit: Commit; readonly answer: PromiseWithResolvers<void> };

export function createJournalGate(disk: MemoryJournal): JournalGate {
  let waiting: Waiting[] = [];
  let held = false;
  let full = false;
  let cut = false;

  const forward = ({ commit, answer }: Waiting): void => {
    if (full) disk.failNext('journal-full');
    disk.append(commit).then(
      () => cut || answer.resolve(),
      (fault: unknown) => cut || answer.reject(fault),
    );
  };

  return {
    ...disk,
    append(commit) {
      const one = { commit: structuredClone(commit), answer: Promise.withResolvers<void>() };
      if (held) waiting.push(one);
      else if (!cut) forward(one);
      return one.answer.promise;
    },
    async beat(beat) {
      if (cut) return new Promise<void>(() => undefined);
      if (full) throw new JournalFault('journal-full', 'The disk of this test is full; it was told to.');
      return disk.beat(beat);
    },
    async delivered(ids) {
      if (!cut) await disk.delivered(ids);
    },
    async keepSnapshot(reducer, state) {
      if (!cut) await disk.keepSnapshot(reducer, state);
    },
    hold() {
      held = true;
    },
    release() {
      held = false;
      for (const one of waiting.splice(0)) forward(one);
    },
    setFull(now) {
      full = now;
    },
    atGate: () => waiting.map(({ commit }) => commit),
    cut(written) {
      cut = true;
      for (const { commit } of waiting.slice(0, written)) disk.append(commit).catch(() => undefined);
      waiting = [];
    },
  };
}
