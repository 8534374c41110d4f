// The whole books out of the journal, in memory: what the read model of a database must say too. Entering refuses what the
// database refuses, so that each proves the other.

import type { Entry } from '../journal/entry.ts';
import { covers } from './account.ts';
import { applyPosting, type Balances, balanceOf } from './balances.ts';
import { type Closed, neverClosed } from './period.ts';
import { balanceLimit, checkPosting, type Posting } from './posting.ts';

/** A posting with the place of its entry in the journal. */
export type Posted = Posting & { readonly seq: number; readonly atMs: number };

export type Books = {
  readonly balances: Balances;
  /** Key → posting, in the order of the journal. */
  readonly postings: Map<string, Posted>;
  readonly reversed: Set<string>;
  closed: Closed;
};

/** These entries make the books. */
export const bookTypes = ['posted', 'period-closed'] as const;

export const emptyBooks = (): Books => ({
  balances: new Map(),
  postings: new Map(),
  reversed: new Set(),
  closed: neverClosed,
});

/** In place. Why it cannot be entered, and then nothing was; null when it was, or is none of theirs. */
export function enterInBooks(books: Books, entry: Entry): string | null {
  if (entry.type === 'posted')
    return enterPosting(books, { ...entry.data, seq: entry.seq, atMs: entry.atMs });
  if (entry.type !== 'period-closed') return null;
  const { month, beforeMs } = entry.data;
  const isLater = books.closed.month === null || month > books.closed.month;
  if (!isLater || beforeMs <= books.closed.beforeMs) return 'the month is closed';
  if (beforeMs > entry.atMs) return 'the month is not over';
  books.closed = { month, beforeMs };
  return null;
}

function enterPosting(books: Books, posted: Posted): string | null {
  const checked = checkPosting(posted);
  if (!checked.ok) return `the posting is wrong: ${checked.code}`;
  if (books.postings.has(posted.key)) return 'the key was posted before';
  if (posted.dateMs < books.closed.beforeMs) return 'the period is closed';
  if (posted.dateMs > posted.atMs) return 'the date is to come';
  const { reverses } = posted;
  if (reverses && books.reversed.has(reverses.posting)) return 'that posting was reversed before';
  for (const line of posted.lines) {
    const sum = balanceOf(books.balances, line) + BigInt(line.minor);
    if (sum > balanceLimit || sum < -balanceLimit) return 'the balance would be beyond its limit';
  }
  applyPosting(books.balances, posted);
  books.postings.set(posted.key, posted);
  if (reverses) books.reversed.add(reverses.posting);
  return null;
}

export type Balance = {
  readonly account: string;
  readonly unit: string;
  /** Signed, debit above zero. */
  readonly minor: bigint;
};

/** Of all that is dated before `atMs`, or of all; in the order of account and unit, without those at zero. */
export function balancesIn(
  { balances, postings }: Books,
  { account, atMs }: { readonly account: string; readonly atMs: number | null },
): readonly Balance[] {
  const found = atMs === null ? balances : balancesAt(postings.values(), atMs);
  return [...found]
    .filter(([name]) => covers(account, name))
    .flatMap(([name, units]) => [...units].map(([unit, minor]) => ({ account: name, unit, minor })))
    .sort(byPlace);
}

function balancesAt(postings: Iterable<Posted>, atMs: number): Balances {
  const sums: Balances = new Map();
  for (const posted of postings) if (posted.dateMs < atMs) applyPosting(sums, posted);
  return sums;
}

const byPlace = (one: Balance, other: Balance): number =>
  one.account === other.account ? compare(one.unit, other.unit) : compare(one.account, other.account);
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The place of a posting among all: by date, and by its entry where dates are equal. */
export type PostingPlace = { readonly dateMs: number; readonly seq: number };

export type PostingsAsk = {
  readonly account: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly after: PostingPlace | null;
  readonly limit: number;
};

/** Dated in [fromMs, toMs), after that place, at most `limit`, in the order of their places. */
export function postingsIn(
  { postings }: Books,
  { account, fromMs, toMs, after, limit }: PostingsAsk,
): readonly Posted[] {
  return [...postings.values()]
    .filter(({ dateMs }) => dateMs >= fromMs && dateMs < toMs)
    .filter((posted) => after === null || isAfter(posted, after))
    .filter(({ lines }) => lines.some((line) => covers(account, line.account)))
    .sort((one, other) => (isAfter(one, other) ? 1 : -1))
    .slice(0, limit);
}

const isAfter = (one: PostingPlace, other: PostingPlace): boolean =>
  one.dateMs > other.dateMs || (one.dateMs === other.dateMs && one.seq > other.seq);
