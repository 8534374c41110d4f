// Secret ballots on the disk: nothing in the file, its pages or its log ties a member to a choice, and a box that does not fit
// the entries is found.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyJournal } from '../../../src/adapters/sqlite/verify-journal.ts';
import type { Entry } from '../../../src/domain/journal/entry.ts';
import type { Choice } from '../../../src/domain/journal/proposal-entries.ts';
import { commitOf, sampleEntry } from '../../fakes/sample-entries.ts';
import { documentOf, secretVotes } from '../../fakes/voting-world.ts';
import { type Scratch, scratchStore } from './scratch-store.ts';

let scratch: Scratch;
beforeEach(() => {
  scratch = scratchStore();
});
afterEach(() => scratch.dispose());

const opened = (seq: number, proposal = 'p1'): Entry =>
  sampleEntry(seq, {
    type: 'proposal-opened',
    data: {
      ...{
        proposal,
        by: 'console',
        base: 1,
        hash: 'h',
        document: documentOf(secretVotes),
        votes: secretVotes,
      },
      ...{ opensMs: 0, closesMs: 1, fromMs: 2, noteDigest: null },
    },
  } as object);
const castEntry = (seq: number, member: string): Entry =>
  sampleEntry(seq, { type: 'ballot-cast', data: { proposal: 'p1', member } });

/** Receipts in no order, as chance gives them. */
const votes = Array.from({ length: 140 }, (_, i) => ({
  member: `member-${i}`,
  receipt: ((i * 7919 + 13) % 1_000_003).toString(16).padStart(20, '0'),
  choice: (['yes', 'no', 'blank'] as const)[i % 3] as Choice,
}));

async function castAll(of: Scratch, cast: typeof votes): Promise<void> {
  const store = await of.open();
  await store.journal.append(commitOf([opened(1)]));
  for (const [i, { member, receipt, choice }] of cast.entries()) {
    const people = [{ kind: 'ballot', ballot: { proposal: 'p1', receipt, choice }, replaces: null }] as const;
    await store.journal.append(commitOf([castEntry(i + 2, member)], { people }));
    expect(bytesOf(of, 'journal.sqlite-wal')).toBe(0);
  }
}

const bytesOf = ({ dataDir }: Scratch, name: string): number => {
  const file = join(dataDir, name);
  return existsSync(file) ? statSync(file).size : 0;
};

/** Where a text stands in the file, every time. */
function placesOf(bytes: Buffer, text: string): readonly number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) found.push(at);
  return found;
}

it('where a ballot lies in the file does not tell when it came', async () => {
  await castAll(scratch, votes);
  const bytes = readFileSync(join(scratch.dataDir, 'journal.sqlite'));
  // Each once: no older page is left behind.
  const places = votes.map(({ receipt }) => placesOf(bytes, receipt));
  expect(places.every((one) => one.length === 1)).toBe(true);
  // Within a page the rows stand from its end towards its head in the order of their keys, and in no other.
  const pageBytes = bytes.readUInt16BE(16);
  const inPage = Map.groupBy(
    votes.map(({ receipt }, i) => ({ receipt, at: places[i]?.[0] ?? 0 })),
    ({ at }) => Math.floor(at / pageBytes),
  );
  expect(inPage.size).toBeGreaterThan(1);
  for (const rows of inPage.values()) {
    const byPlace = rows.toSorted((a, b) => b.at - a.at).map(({ receipt }) => receipt);
    expect(byPlace).toEqual(byPlace.toSorted());
  }
});

it('two histories of the same ballots leave the same rows at the same places', async () => {
  const other = scratchStore();
  const few = votes.slice(0, 40);
  await castAll(scratch, few);
  await castAll(other, few.map((one, i) => ({ ...one, member: few[39 - i]?.member ?? '' })).toReversed());
  const offsets = [scratch, other].map(({ dataDir }) => {
    const bytes = readFileSync(join(dataDir, 'journal.sqlite'));
    const pageBytes = bytes.readUInt16BE(16);
    return few.map(({ receipt }) => placesOf(bytes, receipt).map((at) => at % pageBytes));
  });
  await other.dispose();
  expect(offsets[0]).toEqual(offsets[1]);
});

it('a change of mind leaves nothing of the ballot before it, in the file or in the log', async () => {
  const store = await scratch.open();
  const [first, second] = ['a1'.repeat(10), 'b2'.repeat(10)];
  const put = (receipt: string, choice: Choice, replaces: string | null) =>
    ({ kind: 'ballot', ballot: { proposal: 'p1', receipt, choice }, replaces }) as const;
  await store.journal.append(commitOf([opened(1)]));
  await store.journal.append(commitOf([castEntry(2, 'anna')], { people: [put(first, 'yes', null)] }));
  await store.journal.append(commitOf([], { people: [put(second, 'no', first)] }));
  for (const name of ['journal.sqlite', 'journal.sqlite-wal']) {
    const bytes = readFileSync(join(scratch.dataDir, name));
    expect(placesOf(bytes, first)).toEqual([]);
  }
  await store.journal.append(commitOf([], { people: [{ kind: 'box-emptied', proposal: 'p1' }] }));
  expect(placesOf(readFileSync(join(scratch.dataDir, 'journal.sqlite')), second)).toEqual([]);
});

it('neither table nor entries have a column that both know', async () => {
  const few = votes.slice(0, 5);
  await castAll(scratch, few);
  const db = new SqliteDatabase(join(scratch.dataDir, 'journal.sqlite'), { readonly: true });
  const columns = db.prepare("SELECT name FROM pragma_table_info('ballots')").pluck().all();
  expect(columns).toEqual(['proposal', 'receipt', 'choice']);
  expect(() => db.prepare('SELECT rowid FROM ballots').all()).toThrow(/rowid/);
  const bodies = db.prepare<[], string>("SELECT body FROM entries WHERE type = 'ballot-cast'").pluck().all();
  for (const body of bodies) {
    expect(body).not.toMatch(/"choice"/);
    for (const { receipt } of few) expect(body).not.toContain(receipt);
  }
  db.close();
});

it('inv. 2: a ballot that was added, taken away or left behind is found', async () => {
  await castAll(scratch, votes.slice(0, 3));
  const { dataDir } = scratch;
  const file = join(dataDir, 'journal.sqlite');
  const change = (sql: string): void => {
    const db = new SqliteDatabase(file);
    db.exec(sql);
    db.close();
  };
  expect(await verifyJournal({ dataDir })).toMatchObject({ ok: true });
  change("INSERT INTO ballots VALUES ('p1', 'more', 'yes')");
  expect(await verifyJournal({ dataDir })).toMatchObject({ ok: false, seq: 4 });
  change("UPDATE ballots SET proposal = 'p9' WHERE receipt = 'more'");
  expect(await verifyJournal({ dataDir })).toMatchObject({ ok: false, seq: 0 });
  change("DELETE FROM ballots WHERE proposal = 'p9'; DELETE FROM ballots WHERE choice = 'no'");
  expect(await verifyJournal({ dataDir })).toMatchObject({ ok: false, seq: 4 });
});

it('inv. 2: a count of other ballots than were cast is found', async () => {
  const store = await scratch.open();
  const closed = sampleEntry(3, {
    type: 'proposal-closed',
    data: { proposal: 'p1', yes: 2, no: 0, blank: 0, electors: 2, outcome: 'accepted', receipts: [] },
  });
  await store.journal.append(commitOf([opened(1), castEntry(2, 'anna'), closed]));
  expect(await verifyJournal({ dataDir: scratch.dataDir })).toMatchObject({ ok: false, seq: 3 });
});
