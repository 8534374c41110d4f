// Reads the books, which the triggers of the file make of the journal. Amounts are 64-bit integers there, so that they come
// as bigints; what a posting says beside its amounts stands in the body of its entry.

import type { Database } from 'better-sqlite3';
import type { Balance, Posted, PostingPlace, PostingsAsk } from '../../domain/ledger/books.ts';
import type { Posting } from '../../domain/ledger/posting.ts';
import type { Handlers } from './calls.ts';

export type LedgerCalls = {
  /** All of them now, and the last posting among them. */
  balancesNow: { ask: { account: string }; answer: { balances: readonly Balance[]; throughSeq: number } };
  /** Sums of postings dated at `fromMs` or later, a slice of them; `next` is null after the last. */
  movedSince: { ask: MovedAsk; answer: { sums: readonly Balance[]; next: PostingPlace | null } };
  postings: { ask: PostingsAsk; answer: readonly Posted[] };
  posting: { ask: { posting: string } | { key: string }; answer: Posted | null };
};

type MovedAsk = { readonly account: string; readonly after: PostingPlace; readonly throughSeq: number };
type Row = { readonly seq: number; readonly atMs: number; readonly body: string };
type Amount = { readonly account: string; readonly unit: string; readonly minor: bigint };

/** Postings summed in one slice: some ten milliseconds, so that commits are served in between. */
const sliceLimit = 4000;

const mostPostings = 1000;

/** The filter of `covers`, with its parameter three times. */
const covered = `(? = '' OR account = ? OR (substr(?, -1) = ':' AND substr(account, 1, length(?)) = ?))`;
const filter = (account: string): readonly string[] => [account, account, account, account, account];

export function ledgerTable(db: Database): Handlers<LedgerCalls> {
  return { ...balanceReads(db), ...postingReads(db) };
}

function balanceReads(db: Database): Handlers<Pick<LedgerCalls, 'balancesNow' | 'movedSince'>> {
  const now = db
    .prepare<string[], Amount>(
      `SELECT account, unit, (
         SELECT balance FROM posting_lines AS line WHERE line.account = accounts.account AND line.unit = accounts.unit
         ORDER BY place DESC LIMIT 1) AS minor
       FROM accounts WHERE ${covered} ORDER BY account, unit`,
    )
    .safeIntegers();
  const last = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM postings').pluck();
  const sliceEnd = db.prepare<[number, number, number, number], PostingPlace>(
    `SELECT date_ms AS dateMs, seq FROM postings WHERE (date_ms, seq) > (?, ?) AND seq <= ?
     ORDER BY date_ms, seq LIMIT 1 OFFSET ?`,
  );
  const moved = db
    .prepare<(string | number)[], Amount>(
      `SELECT account, unit, sum(minor) AS minor FROM posting_lines WHERE seq IN (
         SELECT seq FROM postings WHERE (date_ms, seq) > (?, ?) AND seq <= ? ORDER BY date_ms, seq LIMIT ${sliceLimit})
       AND ${covered} GROUP BY account, unit`,
    )
    .safeIntegers();
  // One moment for both statements.
  const readNow = db.transaction((account: string) => ({
    balances: now.all(...filter(account)).filter(({ minor }) => minor !== 0n),
    throughSeq: last.get() ?? 0,
  }));

  return {
    balancesNow: ({ account }) => readNow(account),
    movedSince({ account, after, throughSeq }) {
      const place = [after.dateMs, after.seq, throughSeq] as const;
      const sums = moved.all(...place, ...filter(account));
      return { sums, next: sliceEnd.get(...place, sliceLimit - 1) ?? null };
    },
  };
}

function postingReads(db: Database): Handlers<Pick<LedgerCalls, 'postings' | 'posting'>> {
  const columns = 'entries.seq, entries.at_ms AS atMs, entries.body';
  const found = db.prepare<(string | number)[], Row>(
    `SELECT ${columns} FROM postings JOIN entries ON entries.seq = postings.seq
     WHERE (date_ms, postings.seq) > (?, ?) AND date_ms < ?
       AND EXISTS (SELECT 1 FROM posting_lines WHERE posting_lines.seq = postings.seq AND ${covered})
     ORDER BY date_ms, postings.seq LIMIT ?`,
  );
  const one = (column: 'posting' | 'key') =>
    db.prepare<[string], Row>(
      `SELECT ${columns} FROM postings JOIN entries ON entries.seq = postings.seq WHERE postings.${column} = ?`,
    );
  const byPosting = one('posting');
  const byKey = one('key');

  return {
    postings({ account, fromMs, toMs, after, limit }) {
      const from = after !== null && after.dateMs >= fromMs ? after : { dateMs: fromMs, seq: 0 };
      const most = Math.min(Math.max(0, Math.trunc(limit)), mostPostings);
      return found.all(from.dateMs, from.seq, toMs, ...filter(account), most).map(toPosted);
    },
    posting(ask) {
      const row = 'key' in ask ? byKey.get(ask.key) : byPosting.get(ask.posting);
      return row ? toPosted(row) : null;
    },
  };
}

function toPosted({ seq, atMs, body }: Row): Posted {
  const { data }: { data: Posting } = JSON.parse(body);
  return { ...data, seq, atMs };
}
