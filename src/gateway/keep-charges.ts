// Keeps what is charged at what was used: looks after every use that is over, and after a start at what the boot before
// may have left. Its books reach back to the month of the oldest use that concerns them; they are memory, the journal is the truth.

import { bookTypes, emptyBooks, lacksCredited, owedCharges, takeEntry } from '../domain/billing/books.ts';
import type { Entry } from '../domain/journal/entry.ts';
import type { Committer } from './commit.ts';
import type { Journal, Log } from './ports.ts';

export type ChargeKeeper = {
  /** These are on the disk. */
  follow(entries: readonly Entry[]): void;
  /** To be called at each tick. */
  settle(): void;
};

type Box = {
  readonly journal: Pick<Journal, 'query'>;
  readonly committer: Committer;
  readonly log: Pick<Log, 'error'>;
};

/** The longest month: within it, uses share a cap. */
const monthMs = 31 * 86_400_000;
/** Sessions in the books; beyond it the older ones are forgotten, unless so many are of the last two months. */
const sessionLimit = 20_000;
/** After a fault. */
const pauseMs = 60_000;

export function createChargeKeeper({ journal, committer, log }: Box): ChargeKeeper {
  let books = emptyBooks(Number.POSITIVE_INFINITY);
  /** From when on the journal is to be read; null while what was read is enough. */
  let wantedMs: number | null = committer.durable().lastAtMs - 2 * monthMs;
  let mostSessions = sessionLimit;
  let isBusy = false;
  let notBeforeMonoMs = Number.NEGATIVE_INFINITY;
  const waiting: Entry[] = [];

  const load = async (sinceMs: number): Promise<void> => {
    const fromMs = Math.max(0, sinceMs);
    const always = { toMs: Number.MAX_SAFE_INTEGER };
    const described = await journal.query({ types: ['workshop-described'], fromMs: 0, ...always });
    const found = await journal.query({ types: bookTypes, fromMs, ...always });
    const fresh = emptyBooks(fromMs === 0 ? 0 : fromMs + monthMs);
    const entries = new Map([...described, ...found].map((entry) => [entry.seq, entry]));
    for (const entry of [...entries.values()].sort((a, b) => a.seq - b.seq)) takeEntry(fresh, entry);
    // Of old uses only what comes from now on is news; of nothing at all, nothing can be missing.
    fresh.isShort = lacksCredited(fresh) && fresh.wholeFromMs > 0;
    books = fresh;
    mostSessions = Math.max(sessionLimit, 2 * fresh.uses.size);
    wantedMs = null;
  };

  const look = async (): Promise<void> => {
    if (wantedMs !== null) await load(wantedMs);
    for (const entry of waiting.splice(0)) takeEntry(books, entry);
    if (books.isShort) await load(0);
    if (books.uses.size > mostSessions) wantedMs = committer.durable().lastAtMs - 2 * monthMs;
    const bodies = owedCharges(books);
    if (bodies.length > 0) await committer.commit(bodies);
    books.dirty.clear();
  };

  return {
    follow(entries) {
      const told = entries.filter(({ type }) => (bookTypes as readonly string[]).includes(type));
      waiting.push(...told);
    },
    settle() {
      const isDue = wantedMs !== null || waiting.length > 0 || books.dirty.size > 0;
      if (!isDue || isBusy || committer.stamp().monoMs < notBeforeMonoMs) return;
      isBusy = true;
      look()
        .catch((fault: unknown) => {
          log.error({ fault }, 'uses could not be charged; they are looked at again in a minute');
          notBeforeMonoMs = committer.stamp().monoMs + pauseMs;
        })
        .finally(() => {
          isBusy = false;
        });
    },
  };
}
