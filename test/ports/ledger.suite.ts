// What every implementation of the port `Ledger` promises, together with the journal that it reads. Run against the SQLite
// adapter and the fake in memory.

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/journal/entry.ts';
import { balancesIn, emptyBooks, enterInBooks, postingsIn } from '../../src/domain/ledger/books.ts';
import type { Posting } from '../../src/domain/ledger/posting.ts';
import { reverse } from '../../src/domain/ledger/reverse.ts';
import type { Journal, Ledger } from '../../src/gateway/ports.ts';
import { commitOf, firstAtMs, sampleEntry } from '../fakes/sample-entries.ts';
import { anyPosting, closingEntry, postedEntry, samplePosting } from '../fakes/sample-postings.ts';
import { allEntries, outcomes } from './journal-outcomes.ts';

export type LedgerSubject = {
  readonly journal: Journal;
  readonly ledger: Ledger;
  /** Closes it and opens the same one again. */
  reopen(): Promise<Pick<LedgerSubject, 'journal' | 'ledger'>>;
  dispose(): Promise<void>;
};

const all = { account: '', fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, after: null, limit: 1000 };
const now = { account: '', atMs: null };

export function ledgerSuite(name: string, open: () => Promise<LedgerSubject>): void {
  describe(`ledger: ${name}`, () => {
    let subject: LedgerSubject;
    beforeEach(async () => {
      subject = await open();
    });
    afterEach(() => subject.dispose());

    describe('reading', () => readingCases(() => subject));
    describe('refusing', () => refusingCases(() => subject));
  });
}

function readingCases(subject: () => LedgerSubject): void {
  it('begins empty', async () => {
    const { ledger } = subject();
    expect(await ledger.balances(now)).toEqual([]);
    expect(await ledger.postings(all)).toEqual([]);
    expect(await ledger.posting({ key: 'none' })).toBeNull();
  });

  it('gives back what was posted, with its place, by key and by id', async () => {
    const { journal, ledger } = subject();
    const entry = postedEntry(1, { reference: 'session-1' });
    await journal.append(commitOf([entry]));
    const posted = { ...entry.data, seq: 1, atMs: entry.atMs };
    expect(await ledger.postings(all)).toEqual([posted]);
    expect(await ledger.posting({ key: entry.data.key })).toEqual(posted);
    expect(await ledger.posting({ posting: entry.data.posting })).toEqual(posted);
    expect(await ledger.balances(now)).toEqual([
      { account: 'income:lasers', unit: 'EUR', minor: -1250n },
      { account: 'member:anna', unit: 'EUR', minor: 1250n },
    ]);
  });

  it('covers one account, a kind of them, or all', async () => {
    const { journal, ledger } = subject();
    const lines = (account: string) => [
      { account, unit: 'EUR', minor: '5' },
      { account: 'bank', unit: 'EUR', minor: '-5' },
    ];
    const accounts = ['member:a', 'member:ab', 'cost-code:member', 'wallet:a'];
    await journal.append(commitOf(accounts.map((one, at) => postedEntry(at + 1, { lines: lines(one) }))));
    const names = async (account: string) =>
      (await ledger.balances({ account, atMs: null })).map((balance) => balance.account);
    expect(await names('member:a')).toEqual(['member:a']);
    expect(await names('member:')).toEqual(['member:a', 'member:ab']);
    expect(await names('%')).toEqual([]);
    expect(await names('')).toEqual(['bank', 'cost-code:member', 'member:a', 'member:ab', 'wallet:a']);
    expect((await ledger.postings({ ...all, account: 'member:' })).map(({ seq }) => seq)).toEqual([1, 2]);
    expect(await ledger.postings({ ...all, account: 'member' })).toEqual([]);
  });

  it('pages through postings by date and entry, also where dates are equal', async () => {
    const { journal, ledger } = subject();
    const dates = [5, 3, 3, 9, 3, 1];
    await journal.append(commitOf(dates.map((dateMs, at) => postedEntry(at + 1, { dateMs }))));
    const seen: number[] = [];
    let after: { dateMs: number; seq: number } | null = null;
    for (let page = 0; page < 9; page++) {
      const found: readonly { dateMs: number; seq: number }[] = await ledger.postings({
        ...all,
        fromMs: 3,
        toMs: 9,
        after,
        limit: 2,
      });
      seen.push(...found.map(({ seq }) => seq));
      after = found.at(-1) ?? null;
      if (found.length < 2) break;
    }
    expect(seen).toEqual([2, 3, 5, 1]);
  });

  it('inv. 5: says the same as the whole books do, at any instant, after it is opened again too', async () => {
    const { journal } = subject();
    const postings = fc.sample(anyPosting, { numRuns: 120, seed: 7 });
    const entries = postings.map((posting, at) =>
      postedEntry(at + 1, { ...posting, posting: `posting-${at}`, key: `key-${at}` }),
    );
    await journal.append(commitOf(entries));
    const books = emptyBooks();
    for (const entry of entries) expect(enterInBooks(books, entry)).toBeNull();
    const { ledger } = await subject().reopen();
    for (const atMs of [null, 0, firstAtMs / 3, firstAtMs / 2, firstAtMs * 2]) {
      expect(await ledger.balances({ account: '', atMs })).toEqual(balancesIn(books, { account: '', atMs }));
    }
    expect(await ledger.postings({ ...all, limit: 200 })).toEqual(postingsIn(books, { ...all, limit: 200 }));
  });
}

/** Each row: what is wrong in a commit, after one posting of the key `key-1` and a month that was closed. */
const wrong: readonly (readonly [string, (seq: number) => Entry])[] = [
  [
    'a sum that is not zero',
    (seq) => postedEntry(seq, { lines: [line('member:a', '5'), line('bank', '-4')] }),
  ],
  [
    'a sum that is zero only over two units',
    (seq) =>
      postedEntry(seq, { lines: [line('member:a', '5'), { account: 'bank', unit: 'minutes', minor: '-5' }] }),
  ],
  ['one line alone', (seq) => postedEntry(seq, { lines: [line('member:a', '5')] })],
  ['no lines', (seq) => postedEntry(seq, { lines: [] })],
  ['an amount of zero', (seq) => postedEntry(seq, { lines: [line('member:a', '0'), line('bank', '0')] })],
  ['a fraction', (seq) => postedEntry(seq, { lines: [line('member:a', '1.5'), line('bank', '-1.5')] })],
  ['a word', (seq) => postedEntry(seq, { lines: [line('member:a', '5x'), line('bank', '-5x')] })],
  [
    'an amount beyond 64 bits',
    (seq) =>
      postedEntry(seq, {
        lines: [line('member:a', `${2n ** 64n + 5n}`), line('bank', `-${2n ** 64n + 5n}`)],
      }),
  ],
  [
    'an account twice',
    (seq) => postedEntry(seq, { lines: [line('member:a', '5'), line('member:a', '5'), line('bank', '-10')] }),
  ],
  ['a key that was used', (seq) => postedEntry(seq, { key: 'key-1' })],
  ['a date in a closed month', (seq) => postedEntry(seq, { dateMs: firstAtMs - 1 })],
  ['a date to come', (seq) => postedEntry(seq, { dateMs: firstAtMs * 2 })],
  ['a month that is closed', (seq) => closingEntry(seq, { month: '2025-10', beforeMs: firstAtMs + 1 })],
  ['an earlier month', (seq) => closingEntry(seq, { month: '2025-09', beforeMs: firstAtMs + 1 })],
  ['a later month that ended before', (seq) => closingEntry(seq, { month: '2025-11', beforeMs: 5 })],
  ['a month that is not over', (seq) => closingEntry(seq, { month: '2025-12', beforeMs: firstAtMs * 2 })],
];

const line = (account: string, minor: string) => ({ account, unit: 'EUR', minor });

function refusingCases(subject: () => LedgerSubject): void {
  const prepare = async (): Promise<void> => {
    const closing = closingEntry(2, { month: '2025-10', beforeMs: firstAtMs });
    await subject().journal.append(commitOf([postedEntry(1, { key: 'key-1' }), closing]));
  };

  it('inv. 5: refuses whatever breaks a rule of the books, and stores nothing of its commit', async () => {
    await prepare();
    const { journal, ledger } = subject();
    let seq = 2;
    for (const [what, entry] of wrong) {
      const before = await ledger.balances(now);
      const commit = commitOf([
        sampleEntry(seq + 1),
        postedEntry(seq + 2),
        entry(seq + 3),
        sampleEntry(seq + 4),
      ]);
      expect(await outcomes(journal, [commit]), what).toEqual(['journal-broken']);
      expect(await allEntries(journal), what).toHaveLength(seq);
      expect(await ledger.balances(now), what).toEqual(before);
      // The place is free for what is right.
      seq += 1;
      expect(await outcomes(journal, [commitOf([postedEntry(seq)])]), what).toEqual(['ok']);
      expect(await ledger.postings(all), what).toHaveLength(seq - 1);
    }
  });

  it('of two writers of one key the second is refused, and all that was decided on it', async () => {
    const { journal, ledger } = subject();
    const sent = [1, 2, 3].map((seq) => commitOf([postedEntry(seq, { key: 'same', posting: `p-${seq}` })]));
    expect(await outcomes(journal, sent)).toEqual(['ok', 'journal-broken', 'journal-behind']);
    expect((await ledger.postings(all)).map(({ posting }) => posting)).toEqual(['p-1']);
  });

  it('inv. 5: a posting and its reversal move nothing, and it is reversed once', async () => {
    const { journal, ledger } = subject();
    const posting: Posting = samplePosting({ posting: 'p-1', dateMs: firstAtMs });
    const back = (id: string): Posting =>
      reverse(posting, { posting: id, why: 'mistake', dateMs: firstAtMs });
    await journal.append(commitOf([postedEntry(1, posting), postedEntry(2, back('p-2'))]));
    expect(await ledger.balances(now)).toEqual([]);
    expect(await ledger.postings(all)).toHaveLength(2);
    const again = { ...back('p-3'), key: 'another' };
    expect(await outcomes(journal, [commitOf([postedEntry(3, again)])])).toEqual(['journal-broken']);
  });
}
