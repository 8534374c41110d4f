// Keeps what is charged at what was used: looks after every use that is over, and after a start at what the boot before
// may have left. Its books reach back to the month of the oldest use that concerns them; they are memory, the journal is the truth.

import {
  type Books,
  bookTypes,
  emptyBooks,
  lacksCredited,
  lacksEntered,
  nextGroups,
  owedCharges,
  takeEntry,
} from '../domain/billing/books.ts';
import { type Metered, type Rated, rateSession } from '../domain/billing/rate.ts';
import type { Entry, EntryBody } from '../domain/journal/entry.ts';
import type { Session } from '../domain/journal/state.ts';
import type { Committer } from './commit.ts';
import { createTurns, type InTurn } from './in-turn.ts';
import type { Journal, Log } from './ports.ts';
import { inSlices, type Slicing } from './slices.ts';

export type ChargeKeeper = {
  /** These are on the disk. */
  follow(entries: readonly Entry[]): void;
  /** To be called at each tick. */
  settle(): void;
  /** Whether all that is over has been charged. */
  isSettled(): boolean;
  /** Runs a work while nothing is charged: what it reads of the charges is so until it has written. */
  alone: InTurn;
  /** For the caps of a running session: its closed segments, and the others of its member and pool; null while they are read. */
  usesBeside(session: Session): UsesBeside | null;
};

type UsesBeside = {
  readonly own: readonly Metered[];
  /** Rated without their caps. */
  readonly others: readonly (readonly Rated[])[];
};

type Box = Slicing & {
  readonly journal: Pick<Journal, 'query'>;
  readonly committer: Committer;
  readonly log: Pick<Log, 'error'>;
};

/** The longest month: within it, uses share a cap. */
const monthMs = 31 * 86_400_000;
/** Sessions in the books; beyond it the older ones are forgotten, unless so many are of the last two months. */
const sessionLimit = 20_000;
/** Uses that are rated in one look, in slices, and charged in one commit. The others wait for the next one. */
const usesPerLook = 500;
/** What is read at once. */
const sliceMs = 86_400_000;
/** Running sessions whose neighbours are kept rated. */
const ratedLimit = 200;
/** After a fault. */
const pauseMs = 60_000;

export function createChargeKeeper({ journal, committer, log, ...slicing }: Box): ChargeKeeper {
  let books = emptyBooks(Number.POSITIVE_INFINITY);
  /** From when on the journal is to be read; null while what was read is enough. */
  let wantedMs: number | null = committer.durable().lastAtMs - 2 * monthMs;
  let mostSessions = sessionLimit;
  let isBusy = false;
  let notBeforeMonoMs = Number.NEGATIVE_INFINITY;
  const waiting: Entry[] = [];
  const alone = createTurns();

  const load = async (sinceMs: number): Promise<void> => {
    books = await readBooks(journal, { sinceMs, untilMs: committer.durable().lastAtMs });
    mostSessions = Math.max(sessionLimit, 2 * books.uses.size);
    wantedMs = null;
  };

  const takeWaiting = (): void => {
    for (const entry of waiting.splice(0)) takeEntry(books, entry);
  };

  const look = async (): Promise<void> => {
    if (wantedMs !== null) await load(wantedMs);
    takeWaiting();
    if (books.isShort) await load(0);
    if (books.uses.size > mostSessions) wantedMs = committer.durable().lastAtMs - 2 * monthMs;
    const groups = nextGroups(books, usesPerLook);
    const bodies = await inSlices(slicing, owedSteps(books, groups));
    if (bodies.length > 0) await committer.commit(bodies);
    for (const group of groups) books.dirty.delete(group);
  };

  const isDue = (): boolean => wantedMs !== null || waiting.length > 0 || books.dirty.size > 0;

  // As many as sessions run; anew when something came into the books.
  const rated = new Map<string, { readonly seq: number; readonly others: UsesBeside['others'] }>();

  return {
    alone,
    usesBeside({ session, member, pool, segmentIndex }) {
      if (wantedMs !== null || isBusy) return null;
      takeWaiting();
      const own = books.uses.get(session) ?? [];
      if (own.length !== segmentIndex) return null;
      const known = rated.get(session);
      if (known?.seq === books.seq) return { own, others: known.others };
      if (rated.size >= ratedLimit) rated.clear();
      const all = [...(books.groups.get(`${member} ${pool}`) ?? [])].filter((one) => one !== session);
      const others = all.map((one) => rateSession(books.uses.get(one) ?? []));
      rated.set(session, { seq: books.seq, others });
      return { own, others };
    },
    isSettled: () => !isDue() && !isBusy,
    follow(entries) {
      const told = entries.filter(({ type }) => (bookTypes as readonly string[]).includes(type));
      waiting.push(...told);
    },
    settle() {
      if (!isDue() || isBusy || committer.stamp().monoMs < notBeforeMonoMs) return;
      isBusy = true;
      alone(look)
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

/** Group by group: nothing comes into the books meanwhile. */
function* owedSteps(books: Books, groups: readonly string[]): Generator<void, readonly EntryBody[]> {
  const bodies: EntryBody[] = [];
  for (const group of groups) {
    bodies.push(...owedCharges(books, [group]));
    yield;
  }
  return bodies;
}

type Span = { readonly sinceMs: number; readonly untilMs: number };

/** Slice by slice, so that what else goes on comes in between. Times of entries never go back, nor do slices. */
async function readBooks(journal: Box['journal'], { sinceMs, untilMs }: Span): Promise<Books> {
  const described = await journal.query({
    types: ['workshop-described'],
    fromMs: 0,
    toMs: Number.MAX_SAFE_INTEGER,
  });
  // Before the first description there was no use; of nothing at all, nothing can be missing.
  const firstMs = described[0]?.atMs ?? untilMs;
  const books = emptyBooks(sinceMs <= 0 ? 0 : sinceMs + monthMs);
  for (const entry of described) if (entry.atMs < sinceMs) takeEntry(books, entry);
  for (let fromMs = Math.max(firstMs, sinceMs); ; fromMs += sliceMs) {
    const isLast = fromMs + sliceMs > untilMs;
    const toMs = isLast ? Number.MAX_SAFE_INTEGER : fromMs + sliceMs;
    for (const entry of await journal.query({ types: bookTypes, fromMs, toMs })) takeEntry(books, entry);
    if (isLast) break;
  }
  // Of old uses only what comes from now on is news; what was taken off of one must be known whole.
  books.isShort = books.wholeFromMs > 0 && (lacksCredited(books) || lacksEntered(books));
  return books;
}
