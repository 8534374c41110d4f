// The books as the database itself keeps them: whoever has the file open and tries to cheat by hand is refused, and what was
// done with the rules switched off is found.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sealEntry } from '../../../src/adapters/sqlite/seal-entry.ts';
import { verifyBooks, verifyBooksOf } from '../../../src/adapters/sqlite/verify-books.ts';
import { commitOf, firstAtMs } from '../../fakes/sample-entries.ts';
import { closingEntry, postedEntry } from '../../fakes/sample-postings.ts';
import { scratchStore } from './scratch-store.ts';

const scratch = scratchStore();
let db: Database;

beforeAll(async () => {
  const { journal, close } = await scratch.open();
  const entries = [
    postedEntry(1),
    closingEntry(2, { month: '2025-10', beforeMs: firstAtMs }),
    postedEntry(3),
  ];
  await journal.append(commitOf(entries));
  await close();
});
afterAll(() => scratch.dispose());

beforeEach(() => {
  db?.close();
  expect(existsSync(scratch.dataDir)).toBe(true);
  db = new SqliteDatabase(join(scratch.dataDir, 'journal.sqlite'));
  db.pragma('foreign_keys = ON');
});
afterAll(() => db.close());

/** An entry that only the triggers judge. */
function insertEntry(changed: Parameters<typeof postedEntry>[1]): void {
  const { body, hash } = sealEntry(postedEntry(4, changed), '0'.repeat(64));
  db.prepare('INSERT INTO entries (seq, at_ms, type, body, hash) VALUES (4, ?, ?, ?, ?)').run(
    firstAtMs + 4000,
    'posted',
    body,
    hash,
  );
}

const line = (account: string, minor: string) => ({ account, unit: 'EUR', minor });
const half = { account: 'bank', unit: 'minutes', minor: '-5' };
const sql = (text: string) => () => void db.exec(text);
const appendOnly = 'the books are append-only';

/** What is tried, how, and what the database says to it. */
const cheats: readonly (readonly [string, () => void, string])[] = [
  ['an amount is changed', sql('UPDATE posting_lines SET minor = minor * 2'), appendOnly],
  ['a balance is changed', sql('UPDATE posting_lines SET balance = 0'), appendOnly],
  ['a line goes', sql("DELETE FROM posting_lines WHERE account = 'member:anna'"), appendOnly],
  ['all lines go', sql('DELETE FROM posting_lines'), appendOnly],
  ['a posting is dated elsewhere', sql('UPDATE postings SET date_ms = 0'), appendOnly],
  ['a key is set free', sql("UPDATE postings SET key = 'other'"), appendOnly],
  ['a posting goes', sql('DELETE FROM postings'), appendOnly],
  ['an account is renamed', sql("UPDATE accounts SET account = 'bank'"), appendOnly],
  ['an account goes', sql('DELETE FROM accounts'), appendOnly],
  ['a month is opened again', sql('DELETE FROM closed_periods'), 'a closed period stays closed'],
  ['a month is closed less', sql('UPDATE closed_periods SET before_ms = 0'), 'a closed period stays closed'],
  [
    'a line is added to a posting',
    sql(
      "INSERT INTO posting_lines (seq, account, unit, minor, balance) VALUES (1, 'member:anna', 'EUR', 1, 2501)",
    ),
    'a posting takes no further line',
  ],
  [
    'a line is written that no entry tells of',
    sql(
      "INSERT INTO posting_lines (seq, account, unit, minor, balance) VALUES (2, 'member:anna', 'EUR', 1, 2501)",
    ),
    'a line stands in the journal',
  ],
  [
    'a posting is written that no entry tells of',
    sql("INSERT INTO postings (seq, posting, key, date_ms) VALUES (2, 'mine', 'mine', 1760000002000)"),
    'a posting stands in the journal',
  ],
  [
    'a posting takes the place of another',
    sql(
      "INSERT OR REPLACE INTO postings (seq, posting, key, date_ms) VALUES (1, 'mine', 'mine', 1760000002000)",
    ),
    'a posting stands in the journal',
  ],
  [
    'an account is opened that no entry tells of',
    sql("INSERT INTO accounts (account, unit, seq) VALUES ('bank', 'EUR', 1)"),
    'an account stands in the journal',
  ],
  [
    'a month is closed that no entry tells of',
    sql("INSERT INTO closed_periods (month, before_ms, seq) VALUES ('2030-01', 1900000000000, 2)"),
    'a closed period stands in the journal',
  ],
  [
    'an entry does not sum',
    () => insertEntry({ lines: [line('bank', '5'), line('cash', '-4')] }),
    'a posting sums to zero in each unit',
  ],
  [
    'an entry sums over two units only',
    () => insertEntry({ lines: [line('cash', '5'), half] }),
    'a posting sums to zero in each unit',
  ],
  ['an entry has one line', () => insertEntry({ lines: [line('bank', '5')] }), 'at least two lines'],
  [
    'an entry has a number that is none',
    () => insertEntry({ lines: [line('bank', '5 ')] }),
    'a whole number',
  ],
  [
    'an entry has a key of before',
    () => insertEntry({ key: 'key-of-1' }),
    'UNIQUE constraint failed: postings.key',
  ],
  ['an entry has the id of another', () => insertEntry({ posting: 'posting-1' }), 'UNIQUE'],
  [
    'an entry is dated into a closed month',
    () => insertEntry({ dateMs: firstAtMs - 1 }),
    'the period is closed',
  ],
  [
    'an entry is dated ahead',
    () => insertEntry({ dateMs: firstAtMs * 2 }),
    'a posting stands in the journal',
  ],
  ['the entry of a posting goes', sql('DELETE FROM entries WHERE seq = 1'), 'the journal is append-only'],
  ['the entry of a posting is emptied', sql("UPDATE entries SET body = '' WHERE seq = 1"), 'append-only'],
];

describe('the books refuse it when', () => {
  it.each(cheats)('inv. 5: %s', (_, cheat, says) => {
    expect(cheat).toThrow(says);
    expect(verifyBooks(scratch)).toEqual({ ok: true, postings: 2, accounts: 2, closed: '2025-10' });
  });

  it('inv. 5: a line waits for its posting until the commit, and not longer', () => {
    // As if the trigger that fills the tables had been cut in the middle.
    db.exec('BEGIN; DROP TRIGGER entries_post');
    const { body, hash } = sealEntry(postedEntry(4), '0'.repeat(64));
    db.prepare("INSERT INTO entries VALUES (4, ?, 'posted', ?, ?)").run(firstAtMs + 4000, body, hash);
    db.exec(
      "INSERT INTO posting_lines (seq, account, unit, minor, balance) VALUES (4, 'member:anna', 'EUR', 1250, 3750)",
    );
    expect(() => db.exec('COMMIT')).toThrow('FOREIGN KEY constraint failed');
    db.exec('ROLLBACK');
  });
});

describe('verifying the books finds it when the rules were switched off and', () => {
  const off =
    'DROP TRIGGER posting_lines_never_change; DROP TRIGGER posting_lines_never_go; DROP TRIGGER postings_never_change; DROP TRIGGER postings_never_go; DROP TRIGGER closed_periods_never_go; DROP TRIGGER posting_lines_from_entries;';
  it.each([
    ['an amount is another', 'UPDATE posting_lines SET minor = 1251 WHERE place = 1', 'its lines differ'],
    ['a line is gone', 'DELETE FROM posting_lines WHERE place = 1', 'its lines differ'],
    ['a balance is another', 'UPDATE posting_lines SET balance = 9 WHERE place = 3', 'the balances are not'],
    ['a date is another', 'UPDATE postings SET date_ms = 7 WHERE seq = 1', 'its row in the table'],
    ['a posting is gone', 'DELETE FROM postings WHERE seq = 3', 'its row in the table'],
    ['a month is open', 'DELETE FROM closed_periods', 'the closed months are not'],
    [
      'a line stands alone',
      "INSERT INTO posting_lines (seq, account, unit, minor, balance) VALUES (2, 'member:anna', 'EUR', 1, 2501)",
      'lines without their posting',
    ],
  ])('%s', (_, cheat, reason) => {
    db.pragma('foreign_keys = OFF');
    const copy = scratchStore();
    try {
      db.exec(`VACUUM INTO '${join(copy.dataDir, '..', 'copy.sqlite')}'`);
      const other = new SqliteDatabase(join(copy.dataDir, '..', 'copy.sqlite'));
      other.pragma('foreign_keys = OFF');
      other.exec(off + cheat);
      expect(verifyBooksOf(other)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
      other.close();
    } finally {
      void copy.dispose();
    }
  });
});
