// `ledger` in its actions and formats, `verify --books`, and what is wrong use.

import { describe, expect, it } from 'vitest';
import { call, fakeBoxes } from './fake-boxes.ts';

const ledger = (...words: string[]) => call(['ledger', ...words]).done;

describe('ledger', () => {
  it('balances is a table for people', async () => {
    const { code, out } = await ledger('balances');
    expect(code).toBe(0);
    expect(out).toBe(`account        unit  amount
bank           EUR    10.00
income:lasers  EUR   -12.50
member:anna    EUR     2.50
`);
  });

  it('balances of an instant on the clock of the space', async () => {
    expect((await ledger('balances', '--at', '2026-11-03')).out).toBe('Nothing was posted.\n');
    expect((await ledger('balances', '--at', '2026-11-03 01:00', '--account', 'member:')).out).toContain(
      'member:anna  EUR    12.50',
    );
  });

  it('inv. 11: postings as CSV is one line per line of a posting, and no cell is a formula', async () => {
    const { out } = await ledger('postings', '--format', 'csv', '--account', 'income:');
    expect(out.split('\r\n')).toEqual([
      'date,posting,kind,reference,account,unit,amount,minor,reverses,key',
      "2026-11-03T00:30:00+01:00,posting-1,use,'=cmd|calc,member:anna,EUR,12.50,1250,,key-of-1",
      "2026-11-03T00:30:00+01:00,posting-1,use,'=cmd|calc,income:lasers,EUR,-12.50,-1250,,key-of-1",
      '',
    ]);
  });

  it('postings as JSON', async () => {
    const { out } = await ledger('postings', '--format', 'json', '--from', '2026-11-03T01:00:00+01:00');
    expect(JSON.parse(out)).toMatchObject([
      { account: 'bank', minor: '1000', kind: 'payment' },
      { account: 'member:anna', minor: '-1000' },
    ]);
  });

  it('export prints the books for another program, from a day on with what was there before', async () => {
    expect((await ledger('export', '--as', 'beancount')).out).toContain('* "payment" ""');
    const { out } = await ledger('export', '--as', 'hledger', '--from', '2026-11-03T01:00:00+01:00');
    expect(out).toContain('2026-11-03 * (opening) opening\n');
    expect(out).not.toContain('use =cmd');
    expect((await ledger('export', '--as', 'timeclock')).out).toBe('');
  });

  it.each([
    [['budget'], 'take one of balances, postings, export'],
    [[], 'A action is missing'],
    [['export'], 'Add --as with one of hledger, beancount, timeclock'],
    [['export', '--as', 'excel'], '"excel" is no program'],
    [['balances', '--account', 'savings'], '"savings" is no account'],
    [['balances', '--format', 'xml'], '"xml" is no format'],
    [['balances', '--at', 'soon'], '--at soon is no time'],
    [['balances', '--at', '2026-03-29 02:30'], '--at 2026-03-29 02:30 is no time'],
    [['postings', '--from', '2026-11-03', '--to', '2026-11-03'], '--from is not before --to'],
  ])('%j is wrong use', async (words, sentence) => {
    const { code, err, out } = await ledger(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
  });

  it('has help with an example', async () => {
    expect((await ledger('--help')).out).toContain('officina ledger export --as hledger');
  });
});

describe('verify --books', () => {
  it('says that the books are those of the journal', async () => {
    const { code, out } = await call(['verify', '--books']).done;
    expect(code).toBe(0);
    expect(out).toContain('3 postings, 2 accounts with a balance, closed up to 2026-10');
    expect((await call(['verify']).done).out).not.toContain('books');
  });

  it.each([
    [7, 'Entry 7 of the journal: the books are not those of the journal: its lines differ.'],
    [null, 'The books are not those of the journal: its lines differ.'],
  ])('fails where they are not (%s)', async (seq, sentence) => {
    const verifyBooks = async () => ({ ok: false, seq, reason: 'its lines differ' }) as const;
    const { code, err } = await call(['verify', '--books'], { boxes: fakeBoxes({ verifyBooks }) }).done;
    expect(code).toBe(1);
    expect(err).toContain(sentence);
  });
});
