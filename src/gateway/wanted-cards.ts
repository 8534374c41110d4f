// Which readers wait for a card instead of for a member: to enrol it, or to learn from it how the reader writes cards. One
// wish per reader, for a minute; nothing of it outlives the process.

import type { SpellingName } from '../domain/access/spelling.ts';
import type { Stamp } from '../domain/time.ts';

type Wanted =
  | { readonly kind: 'enrol'; readonly member: string }
  | {
      readonly kind: 'learn';
      readonly badge: string;
      /** None: the minute passed. */
      readonly learnt: (spellings: readonly SpellingName[]) => void;
    };

export type WantedCards = {
  /** @returns until when, wall clock; null while the reader waits for another card */
  want(reader: string, wanted: Wanted): number | null;
  at(reader: string): Wanted | null;
  done(reader: string): void;
  /** Forgets what has waited for long enough. */
  settle(): void;
};

const waitMs = 60_000;

/** Bounded by the readers that are described. */
export function createWantedCards(stamp: () => Stamp): WantedCards {
  const waiting = new Map<string, { readonly wanted: Wanted; readonly untilMonoMs: number }>();

  const cards: WantedCards = {
    want(reader, wanted) {
      const { atMs, monoMs } = stamp();
      const before = cards.at(reader);
      // Asked for the same member once more, it waits for another minute.
      const isSame = before?.kind === 'enrol' && wanted.kind === 'enrol' && before.member === wanted.member;
      if (before && !isSame) return null;
      waiting.set(reader, { wanted, untilMonoMs: monoMs + waitMs });
      return atMs + waitMs;
    },
    at(reader) {
      cards.settle();
      return waiting.get(reader)?.wanted ?? null;
    },
    done: (reader) => void waiting.delete(reader),
    settle() {
      const { monoMs } = stamp();
      for (const [reader, { wanted, untilMonoMs }] of waiting) {
        if (monoMs < untilMonoMs) continue;
        waiting.delete(reader);
        if (wanted.kind === 'learn') wanted.learnt([]);
      }
    },
  };
  return cards;
}
