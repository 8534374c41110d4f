// Forgotten taps: the journal still proves itself, nobody can empty another row under their cover, and their texts are
// in no byte of the files any more (invariant 2).

import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../src/adapters/sqlite/open-store.ts';
import { sealEntry } from '../../../src/adapters/sqlite/seal-entry.ts';
import { type Verdict, verifyJournal } from '../../../src/adapters/sqlite/verify-journal.ts';
import type { Entry } from '../../../src/domain/journal/entry.ts';
import type { TapsForgotten } from '../../../src/domain/journal/forgotten.ts';
import { commitOf, firstAtMs, forgettingEntry, sampleEntry, tapEntry } from '../../fakes/sample-entries.ts';
import { scratchStore } from './scratch-store.ts';

const quiet = { info() {}, warn() {}, error() {} };
/** A session starts at 5; every fourth entry is a refused tap: 4, 8, … 40. */
const entries: readonly Entry[] = Array.from({ length: 40 }, (_, index) => {
  const seq = index + 1;
  if (seq % 4 === 0) return tapEntry(seq);
  return seq === 5 ? tapEntry(seq, { type: 'session-started' } as object) : sampleEntry(seq);
});
const beforeMs = (seq: number): number => firstAtMs + seq * 1000;

let root: string;
let original: string;
/** The bodies as they were. */
const bodies = new Map<number, string>();

/** Entry 41 forgets 4 and 8, entry 42 forgets 12 to 20, entry 43 is a tap. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'officina-forget-'));
  original = join(root, 'original');
  const store = await openStore({ dataDir: original, log: quiet });
  await store.journal.append(commitOf(entries));
  const db = new SqliteDatabase(join(original, 'journal.sqlite'), { readonly: true });
  for (const row of db.prepare<[], { seq: number; body: string }>('SELECT seq, body FROM entries').all())
    bodies.set(row.seq, row.body);
  db.close();
  await forget(store, { seq: 41, beforeSeq: 9 });
  await forget(store, { seq: 42, beforeSeq: 21 });
  await store.journal.append(commitOf([tapEntry(43)]));
  await store.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Forgetting = { readonly seq: number; readonly beforeSeq: number; readonly limit?: number };

async function forget(
  { journal }: Store,
  { seq, beforeSeq, limit = 1000 }: Forgetting,
): Promise<TapsForgotten> {
  const told = await journal.tapsToForget({ beforeMs: beforeMs(beforeSeq), limit });
  if (!told) throw new Error('nothing to forget');
  await journal.append(commitOf([forgettingEntry(seq, told)]));
  return told;
}

let copies = 0;

/** The verdict on a copy that was changed; with the triggers out of the way unless they are what is tested. */
async function verdictAfter(change: (db: Database) => void, { triggers = false } = {}): Promise<Verdict> {
  copies += 1;
  const dataDir = mkdtempSync(join(root, `copy-${copies}-`));
  copyFileSync(join(original, 'journal.sqlite'), join(dataDir, 'journal.sqlite'));
  const db = new SqliteDatabase(join(dataDir, 'journal.sqlite'));
  const all = ['entries_in_order', 'entries_never_change', 'entries_never_go'];
  if (!triggers) for (const trigger of all) db.exec(`DROP TRIGGER ${trigger}`);
  try {
    change(db);
  } finally {
    db.close();
  }
  return verifyJournal({ dataDir });
}

const changedBy = (sql: string): Promise<Verdict> => verdictAfter((db) => db.exec(sql));

/** Seals the last entries of a file anew, so that hashes and links hold: what one can do who may write the file. */
function reseal(db: Database, fromSeq: number, change: (entry: Entry) => Entry): void {
  const rows = db
    .prepare<[number], { seq: number; body: string; hash: Buffer }>(
      'SELECT seq, body, hash FROM entries WHERE seq >= ? ORDER BY seq',
    )
    .all(fromSeq - 1);
  let prev = rows[0]?.hash.toString('hex') ?? '';
  for (const row of rows.slice(1)) {
    const { prev: _, ...entry }: Entry & { prev?: string } = JSON.parse(row.body);
    const sealed = sealEntry(change(entry), prev);
    db.prepare('UPDATE entries SET body = ?, hash = ? WHERE seq = ?').run(sealed.body, sealed.hash, row.seq);
    prev = sealed.hash.toString('hex');
  }
}

describe('a journal with forgotten taps', () => {
  it('inv. 2: is found good, the rows that were told of are empty and no other is', async () => {
    expect(await verifyJournal({ dataDir: original })).toMatchObject({ ok: true, entries: 43 });
    const db = new SqliteDatabase(join(original, 'journal.sqlite'), { readonly: true });
    const empty = db
      .prepare<[], number>("SELECT seq FROM entries WHERE body = '' ORDER BY seq")
      .pluck()
      .all();
    db.close();
    expect(empty).toEqual([4, 8, 12, 16, 20]);
  });

  it('is found good while a gateway forgets on behind the reader', async () => {
    const scratch = scratchStore();
    const store = await scratch.open();
    await store.journal.append(commitOf(Array.from({ length: 3000 }, (_, index) => tapEntry(index + 1))));
    const verifying = verifyJournal({ dataDir: scratch.dataDir });
    for (let turn = 1; turn <= 8; turn++)
      await forget(store, { seq: 3000 + turn, beforeSeq: 5000, limit: 300 });
    expect(await verifying).toMatchObject({ ok: true });
    expect(await verifyJournal({ dataDir: scratch.dataDir })).toMatchObject({ ok: true, entries: 3008 });
    await scratch.dispose();
  });
});

describe('inv. 2: cheating is found', () => {
  it('a tap that is emptied and no entry tells of', async () => {
    const verdict = await changedBy("UPDATE entries SET body = '' WHERE seq = 24");
    expect(verdict).toMatchObject({ ok: false, seq: 24, reason: expect.stringContaining('no later entry') });
    expect(await changedBy("UPDATE entries SET body = '' WHERE seq = 43")).toMatchObject({ seq: 43 });
  });

  it('another entry that is emptied', async () => {
    for (const seq of [1, 5, 41]) {
      const verdict = await changedBy(`UPDATE entries SET body = '' WHERE seq = ${seq}`);
      expect(verdict).toMatchObject({
        ok: false,
        seq,
        reason: expect.stringContaining('only a refused tap'),
      });
    }
  });

  it('another entry that is emptied and called a tap, in the midst of forgotten ones or after them', async () => {
    const relabel = (seq: number) =>
      changedBy(`UPDATE entries SET body = '', type = 'tap-refused' WHERE seq = ${seq}`);
    const wrong = { ok: false, reason: 'the taps that it forgets are not those that are there' };
    expect(await relabel(5)).toMatchObject({ ...wrong, seq: 41 });
    expect(await relabel(14)).toMatchObject({ ...wrong, seq: 42 });
    expect(await relabel(22)).toMatchObject({ ok: false, seq: 22 });
  });

  it.each([
    ['count', (told: TapsForgotten) => ({ ...told, count: told.count + 1 })],
    ['digest', (told: TapsForgotten) => ({ ...told, digest: 'ab'.repeat(32) })],
    ['last tap', (told: TapsForgotten) => ({ ...told, throughSeq: told.throughSeq + 4 })],
    ['age', (told: TapsForgotten) => ({ ...told, beforeMs: beforeMs(3) })],
  ])('a wrong %s, even when it is sealed anew', async (_, change) => {
    const wrong = { ok: false, reason: 'the taps that it forgets are not those that are there' };
    for (const seq of [41, 42]) {
      const verdict = await verdictAfter((db) =>
        reseal(db, seq, (entry) =>
          entry.type === 'taps-forgotten' && entry.seq === seq
            ? forgettingEntry(seq, change(entry.data))
            : entry,
        ),
      );
      expect(verdict).toMatchObject({ ...wrong, seq });
    }
  });

  it('a telling that tells of nothing, or of what comes after it', async () => {
    const forge = (data: object) =>
      verdictAfter((db) =>
        reseal(db, 41, (entry) => (entry.seq === 41 ? ({ ...entry, data } as Entry) : entry)),
      );
    for (const data of [{}, { beforeMs: 1, throughSeq: 43, count: 1, digest: '' }])
      expect(await forge(data)).toMatchObject({ seq: 41, reason: 'it does not say which taps it forgets' });
  });

  it('a body that is put back, as it was or changed', async () => {
    const put = (seq: number, body: string | undefined) =>
      verdictAfter((db) => db.prepare('UPDATE entries SET body = ? WHERE seq = ?').run(body, seq));
    expect(await put(8, bodies.get(8))).toMatchObject({
      seq: 41,
      reason: 'a tap that it forgets is there again',
    });
    const changed = bodies.get(8)?.replace('member-of-tap-8', 'member-of-tap-9');
    expect(await put(8, changed)).toMatchObject({ seq: 8, reason: expect.stringContaining('hash') });
  });

  it('a changed hash or time of a row that is empty, and one that is gone', async () => {
    expect(await changedBy('UPDATE entries SET hash = zeroblob(32) WHERE seq = 8')).toMatchObject({
      seq: 9,
      reason: 'it does not continue the entry before it',
    });
    expect(await changedBy('UPDATE entries SET at_ms = at_ms + 1 WHERE seq = 8')).toMatchObject({ seq: 41 });
    expect(await changedBy('UPDATE entries SET at_ms = at_ms - 5000 WHERE seq = 8')).toMatchObject({
      seq: 8,
    });
    expect(await changedBy('DELETE FROM entries WHERE seq = 8')).toMatchObject({ seq: 8 });
  });
});

describe('the file itself', () => {
  const refused = (sql: string) =>
    expect(
      verdictAfter((db) => db.exec(sql), { triggers: true }),
      sql,
    ).rejects.toThrow('append-only');

  it('lets a refused tap lose its body, and nothing else', async () => {
    await refused("UPDATE entries SET body = '' WHERE seq = 5");
    await refused("UPDATE entries SET body = '{}' WHERE seq = 24");
    await refused("UPDATE entries SET body = '{}' WHERE seq = 8");
    for (const change of ['seq = 99', 'at_ms = 0', "type = 'session-started'", 'hash = zeroblob(32)'])
      await refused(`UPDATE entries SET body = '', ${change} WHERE seq = 24`);
    await refused('DELETE FROM entries WHERE seq = 8');
    await verdictAfter((db) => db.exec("UPDATE entries SET body = '' WHERE seq = 24"), { triggers: true });
  });

  it('does not serve what is empty without right', async () => {
    const dataDir = mkdtempSync(join(root, 'empty-'));
    copyFileSync(join(original, 'journal.sqlite'), join(dataDir, 'journal.sqlite'));
    const db = new SqliteDatabase(join(dataDir, 'journal.sqlite'));
    db.exec("DROP TRIGGER entries_never_change; UPDATE entries SET body = '' WHERE seq = 5");
    db.close();
    const store = await openStore({ dataDir, log: quiet, readOnly: true });
    const pages = store.journal.read(0)[Symbol.asyncIterator]();
    await expect(pages.next()).rejects.toMatchObject({ code: 'journal-broken' });
    await store.close();
  });
});

describe('the bytes', () => {
  /** Which of the texts are in any file of the folder. */
  const found = (dataDir: string, texts: readonly string[]): readonly string[] => {
    const files = readdirSync(dataDir).map((file) => readFileSync(join(dataDir, file)));
    return texts.filter((text) => files.some((bytes) => bytes.includes(text)));
  };
  const textsOf = (seq: number) => [
    `"member-of-tap-${seq}"`,
    `"badge-of-tap-${seq}"`,
    `"reader-of-tap-${seq}"`,
  ];

  it('of forgotten taps are gone from the file and its log, whether they stood together or apart', async () => {
    const scratch = scratchStore();
    const store = await scratch.open();
    const isTap = (seq: number) => seq <= 700 || seq % 7 === 0;
    const all = Array.from({ length: 2100 }, (_, index) =>
      isTap(index + 1) ? tapEntry(index + 1) : sampleEntry(index + 1),
    );
    for (let from = 0; from < all.length; from += 50)
      await store.journal.append(commitOf(all.slice(from, from + 50)));
    const old = all.filter(({ seq }) => isTap(seq) && seq < 2000).flatMap(({ seq }) => textsOf(seq));
    const young = all.filter(({ seq }) => isTap(seq) && seq >= 2000).flatMap(({ seq }) => textsOf(seq));
    expect(found(scratch.dataDir, old)).toEqual(old);
    let told: TapsForgotten | null = null;
    for (let seq = 2101; told === null || told.count === 200; seq++)
      told = await forget(store, { seq, beforeSeq: 2000, limit: 200 });
    expect(found(scratch.dataDir, old)).toEqual([]);
    expect(found(scratch.dataDir, young)).toEqual(young);
    await store.close();
    expect(found(scratch.dataDir, old)).toEqual([]);
    await scratch.dispose();
  });

  it('are gone after the next start, when the gateway was killed before it had cleaned its log', async () => {
    const scratch = scratchStore();
    const store = await scratch.open();
    await store.journal.append(commitOf(entries));
    // A reader that still looks at the log keeps it from being cleaned.
    const reader = new SqliteDatabase(join(scratch.dataDir, 'journal.sqlite'), { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM entries').get();
    await forget(store, { seq: 41, beforeSeq: 21 });
    const old = [4, 8, 12, 16, 20].flatMap(textsOf);
    expect(found(scratch.dataDir, old)).toEqual(old);
    const killed = join(scratch.dataDir, '..', 'killed');
    mkdirSync(killed);
    for (const file of ['journal.sqlite', 'journal.sqlite-wal'])
      copyFileSync(join(scratch.dataDir, file), join(killed, file));
    expect(found(killed, old)).toEqual(old);
    reader.close();
    await store.close();
    const again = await openStore({ dataDir: killed, log: quiet });
    await again.journal.append(commitOf([sampleEntry(42)]));
    expect(found(killed, old)).toEqual([]);
    await again.close();
    expect(await verifyJournal({ dataDir: killed })).toMatchObject({ ok: true, entries: 42 });
    await scratch.dispose();
  });
});
