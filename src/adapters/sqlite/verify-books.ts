// Proves that the books are those of the journal: they are made anew, in memory and by the rules of the domain, and compared
// with every row that the triggers of the file made. The entries themselves are proved by `verifyJournal`.

import type { Database } from 'better-sqlite3';
import type { Entry } from '../../domain/journal/entry.ts';
import {
  type Books,
  balancesIn,
  bookTypes,
  emptyBooks,
  enterInBooks,
  type Posted,
} from '../../domain/ledger/books.ts';
import { openJournalFile } from './open-journal-file.ts';

export type BooksVerdict =
  | {
      readonly ok: true;
      readonly postings: number;
      readonly accounts: number;
      /** The last month that was closed; null while none was. */
      readonly closed: string | null;
    }
  /** `seq` is the entry of the journal that it is about; null where it is about none. */
  | { readonly ok: false; readonly seq: number | null; readonly reason: string };

type Bad = Extract<BooksVerdict, { ok: false }>;
type Line = { readonly account: string; readonly unit: string; readonly minor: bigint };
type Head = {
  readonly posting: string;
  readonly key: string;
  readonly dateMs: number;
  readonly reverses: string | null;
};

/** @throws StoreFault when the file cannot be opened or is no journal. */
export function verifyBooks({ dataDir }: { readonly dataDir: string }): BooksVerdict {
  const db = openJournalFile({ dataDir, readOnly: true });
  try {
    return verifyBooksOf(db);
  } finally {
    db.close();
  }
}

/** A file that is open already, of the newest format; one moment for the journal and the books. */
export const verifyBooksOf = (db: Database): BooksVerdict => db.transaction(() => compare(db)).deferred();

function compare(db: Database): BooksVerdict {
  const books = emptyBooks();
  const rows = db.prepare<string[], string>(
    `SELECT body FROM entries WHERE type IN (${bookTypes.map(() => '?').join(', ')}) ORDER BY seq`,
  );
  for (const body of rows.pluck().iterate(...bookTypes)) {
    const entry: Entry = JSON.parse(body);
    const reason = enterInBooks(books, entry);
    if (reason !== null) return { ok: false, seq: entry.seq, reason };
  }
  const bad = badPosting(db, books) ?? badBalance(db, books) ?? badClosing(db, books);
  if (bad) return bad;
  const { month } = books.closed;
  return { ok: true, postings: books.postings.size, accounts: books.balances.size, closed: month };
}

function badPosting(db: Database, books: Books): Bad | null {
  const head = db.prepare<[number], Head>(
    'SELECT posting, key, date_ms AS dateMs, reverses FROM postings WHERE seq = ?',
  );
  const lines = db
    .prepare<[number], Line>(
      'SELECT account, unit, minor FROM posting_lines WHERE seq = ? ORDER BY account, unit',
    )
    .safeIntegers();
  for (const posted of books.postings.values()) {
    const { seq } = posted;
    if (headText(head.get(seq)) !== headText(headOf(posted)))
      return { ok: false, seq, reason: 'its row in the table of postings differs' };
    const told = posted.lines.map(({ account, unit, minor }) => ({ account, unit, minor: BigInt(minor) }));
    if (linesText(lines.all(seq)) !== linesText(told)) return { ok: false, seq, reason: 'its lines differ' };
  }
  const count = db.prepare<[], number>('SELECT count(*) FROM postings').pluck().get();
  if (count !== books.postings.size)
    return { ok: false, seq: null, reason: 'there are postings that no entry of the journal tells of' };
  const stray = db
    .prepare<[], number>('SELECT seq FROM posting_lines WHERE seq NOT IN (SELECT seq FROM postings) LIMIT 1')
    .pluck()
    .get();
  return stray === undefined
    ? null
    : { ok: false, seq: stray, reason: 'there are lines without their posting' };
}

const headOf = ({ posting, key, dateMs, reverses }: Posted): Head => ({
  posting,
  key,
  dateMs,
  reverses: reverses?.posting ?? null,
});

const headText = (head: Head | undefined): string =>
  head ? JSON.stringify([head.posting, head.key, head.dateMs, head.reverses]) : '';

const linesText = (lines: readonly Line[]): string =>
  lines
    .map(({ account, unit, minor }) => `${account} ${unit} ${minor}`)
    .sort()
    .join('\n');

/** The balance that stands on the last line of each account. */
function badBalance(db: Database, books: Books): Bad | null {
  const last = db
    .prepare<[], Line>(
      `SELECT account, unit, balance AS minor FROM posting_lines
       WHERE place IN (SELECT max(place) FROM posting_lines GROUP BY account, unit)`,
    )
    .safeIntegers();
  const there = last.all().filter(({ minor }) => minor !== 0n);
  if (linesText(there) === linesText(balancesIn(books, { account: '', atMs: null }))) return null;
  return { ok: false, seq: null, reason: 'the balances are not those of the postings' };
}

function badClosing(db: Database, { closed }: Books): Bad | null {
  const row = db
    .prepare<[], { month: string; before_ms: number }>(
      'SELECT month, before_ms FROM closed_periods ORDER BY month DESC LIMIT 1',
    )
    .get();
  if ((row?.month ?? null) === closed.month && (row?.before_ms ?? 0) === closed.beforeMs) return null;
  return { ok: false, seq: null, reason: 'the closed months are not those of the journal' };
}
