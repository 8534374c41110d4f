// A posting: amounts that move between accounts at one date and sum to zero in each unit (invariant 5). It is never edited;
// what was wrong is reversed by a further one.

import { ruleOf } from './account.ts';
import { isUnit } from './unit.ts';

/** An account and a unit stand in one line of a posting at most: parts are added up before. */
export type PostingLine = {
  readonly account: string;
  readonly unit: string;
  /** Signed, debit above zero, in the smallest part of the unit; a decimal string, never zero. */
  readonly minor: string;
};

export type Posting = {
  readonly posting: string;
  /** What it is about in one word: `use`, `payment`, `top-up`, `invoice`, `reversal`. */
  readonly kind: string;
  /** Id or number of what it stands for; never a person's words, because it stays for ever. */
  readonly reference: string | null;
  /** The same key is posted once, whoever asks again. */
  readonly key: string;
  /** To which it belongs; wall clock, never after it was written. */
  readonly dateMs: number;
  readonly lines: readonly PostingLine[];
  /** It may take an account below zero that must not go there: what happened and cannot be undone. */
  readonly overdraws?: true;
  /** The posting that it takes back, and why. */
  readonly reverses?: { readonly posting: string; readonly why: ReversalReason };
};

export type ReversalReason = 'mistake' | 'twice' | 'waived' | 'returned' | 'other';

export type PostingFault =
  | 'posting-unreadable'
  | 'account-unknown'
  | 'unit-unknown'
  | 'amount-wrong'
  | 'line-repeated'
  | 'posting-unbalanced';

export type Checked =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: PostingFault; readonly about: string | null };

/** Ten billions of a currency with two decimals, or 31 years in milliseconds. */
export const amountLimit = 1_000_000_000_000n;

/** Of one account in one unit, either side: 64 bits hold it and another line, so that no sum of the database wraps. */
export const balanceLimit = 4_000_000_000_000_000_000n;

const lineLimit = 100;

const kindShape = /^[a-z0-9-]{1,32}$/;
/** Printable ASCII, so that every printer and every log can carry it. */
const textShape = /^[\x21-\x7e](?:[\x20-\x7e]{0,126}[\x21-\x7e])?$/;
const amountShape = /^-?[1-9]\d{0,12}$/;

/** Whether it is one by itself, whatever the books say. */
export function checkPosting({ posting, kind, reference, key, dateMs, lines }: Posting): Checked {
  const isReadable =
    textShape.test(posting) && posting.length <= 64 && kindShape.test(kind) && textShape.test(key);
  const hasPlace = (reference === null || textShape.test(reference)) && Number.isSafeInteger(dateMs);
  if (!isReadable || !hasPlace || lines.length < 2 || lines.length > lineLimit)
    return no('posting-unreadable', key);
  const sums = new Map<string, bigint>();
  const places = new Set<string>();
  for (const { account, unit, minor } of lines) {
    if (!ruleOf(account)) return no('account-unknown', account);
    if (!isUnit(unit)) return no('unit-unknown', unit);
    const amount = readAmount(minor);
    if (amount === null) return no('amount-wrong', minor);
    const place = `${account} ${unit}`;
    if (places.has(place)) return no('line-repeated', place);
    places.add(place);
    sums.set(unit, (sums.get(unit) ?? 0n) + amount);
  }
  for (const [unit, sum] of sums) if (sum !== 0n) return no('posting-unbalanced', `${unit} ${sum}`);
  return { ok: true };
}

/** Null for what is no whole number, is zero, is not written as numbers are, or is beyond the limit. */
export function readAmount(minor: string): bigint | null {
  if (!amountShape.test(minor)) return null;
  const amount = BigInt(minor);
  return amount > amountLimit || amount < -amountLimit ? null : amount;
}

const no = (code: PostingFault, about: string): Checked => ({
  ok: false,
  code,
  about: about.replaceAll(/[\p{Cc}]/gu, ' ').slice(0, 120),
});
