// What the two threads of the store say to each other: one row per call, what is asked and what is answered. Everything
// here goes by structured clone, so faults travel as notes and are made into errors again on the other side.

import type { EntryType } from '../../domain/journal/entry.ts';
import type { TapsForgotten } from '../../domain/journal/forgotten.ts';
import type { State } from '../../domain/journal/state.ts';
import type { SecretBallot } from '../../domain/policy/ballot-box.ts';
import type {
  Beat,
  BuyerRow,
  Commit,
  DocumentRow,
  JournalFault,
  Message,
  Note,
  Passkey,
  Person,
  Restored,
  ShelfEntry,
  ShelfPage,
  ShelfWish,
  Token,
} from '../../gateway/ports.ts';
import type { LedgerCalls } from './ledger-table.ts';
import type { StoreFaultCode } from './store-fault.ts';

/** These change the journal file; those that wait together share one transaction. */
export type WriteCalls = {
  append: { ask: { commit: Commit; epoch: number }; answer: null };
  keepSnapshot: { ask: { reducer: string; state: State }; answer: null };
  beat: { ask: Beat; answer: null };
  waiting: { ask: { nowMs: number }; answer: { messages: readonly Message[]; expired: number } };
  delivered: { ask: { ids: readonly string[] }; answer: null };
  putToken: { ask: Token; answer: null };
  dropToken: { ask: { id: string }; answer: null };
};

export type ReadCalls = {
  read: { ask: { after: number }; answer: EntryPage };
  query: { ask: QueryAsk; answer: EntryPage & { next: QueryPlace | null } };
  tapsToForget: { ask: { beforeMs: number; limit: number }; answer: TapsForgotten | null };
  snapshot: { ask: { reducer: string }; answer: State | null };
  lastBeat: { ask: null; answer: Beat | null };
  gateway: { ask: null; answer: string };
  restored: { ask: null; answer: Restored | null };
  people: { ask: null; answer: readonly Person[] };
  notes: { ask: null; answer: readonly Note[] };
  passkeys: { ask: null; answer: readonly Passkey[] };
  buyers: { ask: null; answer: readonly BuyerRow[] };
  document: { ask: { invoice: string }; answer: DocumentRow | null };
  ballots: { ask: { proposal: string }; answer: readonly SecretBallot[] };
  shelfPage: { ask: ShelfWish; answer: ShelfPage };
  shelfEntry: { ask: { seq: number }; answer: ShelfEntry | null };
  hashes: { ask: { seqs: readonly number[] }; answer: readonly string[] };
  tokens: { ask: null; answer: readonly Token[] };
} & LedgerCalls;

export type DiaryCalls = {
  record: { ask: SampleColumns; answer: { dropped: number; unsent: number } };
  forget: { ask: { beforeMs: number }; answer: { more: boolean; unsent: number } };
  /** Null when nothing is known of that series. */
  plan: { ask: SeriesAsk; answer: SeriesPlan | null };
  series: { ask: { plan: SeriesPlan; startMs: number }; answer: SeriesSlice };
  unsent: { ask: { limit: number }; answer: { series: readonly SpoolSamples[] } };
  sent: { ask: { marks: readonly SpoolMark[] }; answer: null };
  resend: { ask: null; answer: null };
  bookmark: { ask: { name: string }; answer: { seq: number; note: Uint8Array } | null };
  keepBookmark: { ask: { name: string; seq: number; note: Uint8Array }; answer: null };
};

type StoreCalls = {
  limitPages: { ask: { pages: number }; answer: { pages: number } };
  stats: { ask: null; answer: StoreStats };
  close: { ask: null; answer: null };
};

export type Calls = WriteCalls & ReadCalls & DiaryCalls & StoreCalls;

/** Functions that answer some of the calls. */
export type Handlers<C extends Partial<Calls>> = {
  readonly [kind in keyof C]: C[kind] extends { ask: infer Ask; answer: infer Answer }
    ? (ask: Ask) => Answer
    : never;
};

type Asked<C extends Partial<Calls>> = {
  [kind in keyof C]: C[kind] extends { ask: infer Ask } ? { id: number; kind: kind; ask: Ask } : never;
}[keyof C];

export type Request = Asked<Calls>;
export type WriteRequest = Asked<WriteCalls>;

export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly fault: FaultNote };

export type FaultNote = {
  readonly code: JournalFault['code'];
  readonly text: string;
  readonly cause: string;
};

/** What the worker says of its own accord. */
export type WorkerMessage =
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly code: StoreFaultCode; readonly text: string; readonly cause: string }
  | { readonly kind: 'answers'; readonly answers: readonly Answer[] }
  | {
      readonly kind: 'note';
      readonly facts: Readonly<Record<string, string | number>>;
      readonly text: string;
    };

/** Entries per page: about half a megabyte, read in a few milliseconds, so that commits are served in between. */
export const pageLimit = 1000;

/** `json` is an array of entries with their `prev`; `count` says how many. */
export type EntryPage = { readonly json: string; readonly count: number };

type QueryAsk = {
  readonly type: EntryType;
  readonly toMs: number;
  readonly after: QueryPlace;
};

/** The place of an entry among those of its type: times repeat, so the seq decides. */
export type QueryPlace = { readonly atMs: number; readonly seq: number };

/**
 * Samples series by series: a machine, a name and a count for each series, and beside them the samples of all of them
 * in that order. Columns clone far quicker than an array of objects.
 */
export type SampleColumns = {
  readonly machines: readonly string[];
  readonly names: readonly string[];
  readonly counts: readonly number[];
  readonly atMs: Float64Array;
  readonly values: Float64Array;
};

type SeriesAsk = {
  readonly machine: string;
  readonly name: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly limit: number;
};

/** Which table answers, and in which buckets. */
export type SeriesPlan = {
  readonly series: number;
  readonly tier: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly bucketMs: number;
};

/** `next` is where the next slice begins, null after the last. */
export type SeriesSlice = { readonly buckets: readonly Bucket[]; readonly next: number | null };

/** A part of a bucket; parts of the same number are added up. */
export type Bucket = {
  readonly bucket: number;
  readonly count: number;
  readonly total: number;
  readonly min: number;
  readonly max: number;
};

/** A series that holds samples after `afterMs` that were not sent. */
export type SpoolSeries = {
  readonly series: number;
  readonly machine: string;
  readonly name: string;
  readonly afterMs: number;
};

/** Some of them, the last at `untilMs`. */
type SpoolSamples = SpoolSeries & {
  readonly untilMs: number;
  readonly atMs: readonly number[];
  readonly values: readonly number[];
};

type SpoolMark = Pick<SpoolSamples, 'series' | 'afterMs' | 'untilMs'>;

export type StoreStats = {
  /** Commits that became durable, and the transactions (one fsync each) that carried them. */
  readonly commits: number;
  readonly transactions: number;
  /** Messages that the full outbox dropped. */
  readonly outboxDropped: number;
};

/** What the worker is started with. */
export type WorkerSettings = {
  readonly dataDir: string;
  readonly readOnly: boolean;
  readonly maxPageCount: number | null;
  readonly maxSamples: number;
  readonly fsyncDelayMs: number;
};
