// Postings for tests of the ledger: small ones by hand, and any that sum to zero.

import fc from 'fast-check';
import type { Entry } from '../../src/domain/journal/entry.ts';
import type { Posting, PostingLine } from '../../src/domain/ledger/posting.ts';
import { firstAtMs, sampleEntry } from './sample-entries.ts';

type PostedEntry = Extract<Entry, { type: 'posted' }>;
type ClosingEntry = Extract<Entry, { type: 'period-closed' }>;

export const samplePosting = (changed: Partial<Posting> = {}): Posting => ({
  posting: 'posting-1',
  kind: 'use',
  reference: null,
  key: 'key-1',
  dateMs: firstAtMs,
  lines: [
    { account: 'member:anna', unit: 'EUR', minor: '1250' },
    { account: 'income:lasers', unit: 'EUR', minor: '-1250' },
  ],
  ...changed,
});

export const postedEntry = (seq: number, changed: Partial<Posting> = {}): PostedEntry =>
  sampleEntry(seq, {
    type: 'posted',
    data: samplePosting({ posting: `posting-${seq}`, key: `key-of-${seq}`, ...changed }),
  }) as PostedEntry;

export const closingEntry = (
  seq: number,
  { month, beforeMs }: { month: string; beforeMs: number },
): ClosingEntry =>
  sampleEntry(seq, { type: 'period-closed', data: { month, beforeMs, by: 'console' } }) as ClosingEntry;

const accounts = [
  ...['member:anna', 'member:bob', 'team:acme', 'income:lasers', 'income:mills', 'vat:22', 'bank', 'cash'],
  ...['wallet:anna', 'deposit:bob', 'allowance:anna', 'cost-code:research', 'granted:plan', 'clearing:north'],
];
const units = ['EUR', 'JPY', 'hours:lasers', 'minutes', 'allowance:prints'];

/** Sums to zero in each of its units, with every account once in a unit. */
export const anyPosting: fc.Arbitrary<Posting> = fc
  .record({
    dateMs: fc.integer({ min: 0, max: firstAtMs }),
    parts: fc.uniqueArray(
      fc.record({
        unit: fc.constantFrom(...units),
        accounts: fc.shuffledSubarray(accounts, { minLength: 2, maxLength: 5 }),
        amounts: fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 4, maxLength: 4 }),
        sign: fc.constantFrom(1, -1),
      }),
      { minLength: 1, maxLength: 3, selector: ({ unit }) => unit },
    ),
    number: fc.integer({ min: 0, max: 1_000_000_000 }),
  })
  .map(({ dateMs, parts, number }) =>
    samplePosting({ posting: `p-${number}`, key: `k-${number}`, dateMs, lines: parts.flatMap(linesOf) }),
  );

type Parts = { unit: string; accounts: string[]; amounts: number[]; sign: number };

function linesOf({ unit, accounts: [last = 'bank', ...others], amounts, sign }: Parts): PostingLine[] {
  const lines = others.map((account, at) => ({ account, unit, minor: String(sign * (amounts[at] ?? 1)) }));
  const sum = lines.reduce((total, { minor }) => total + Number(minor), 0);
  return [...lines, { account: last, unit, minor: String(-sum) }];
}
