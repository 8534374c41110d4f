// A journal that was changed by anybody, in any byte, is found out, and the entry is named (invariant 2).

import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/adapters/sqlite/open-store.ts';
import { type Verdict, verifyJournal } from '../../../src/adapters/sqlite/verify-journal.ts';
import { personDigestText } from '../../../src/domain/access/person-digest.ts';
import type { Entry } from '../../../src/domain/journal/entry.ts';
import { noteDigestText } from '../../../src/domain/usage/note-digest.ts';
import type { Note, Person } from '../../../src/gateway/ports.ts';
import { enteredBody } from '../../fakes/entered-uses.ts';
import {
  commitOf,
  sampleEntries,
  sampleEntry,
  sampleNote,
  samplePerson,
} from '../../fakes/sample-entries.ts';
import { scratchStore } from './scratch-store.ts';

/** Anna is recorded in entries 11 and 13, Bruno in 12 and erased in 15; each has a use with a note, in 16 and 14. */
const anna = samplePerson('anna', { name: 'Anna Łukasik \ud800' });
const bruno = samplePerson('bruno', { email: null });
const annasNote = sampleNote('use-anna', { text: 'half a pair \ud800' });
const brunosNote = sampleNote('use-bruno', { member: bruno.member });
const entryCount = 17;

let root: string;
let original: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'officina-verify-'));
  original = join(root, 'original');
  const quiet = { info() {}, warn() {}, error() {} };
  const { journal, close } = await openStore({ dataDir: original, log: quiet });
  await journal.append(commitOf(sampleEntries(1, 10)));
  await journal.append(commitOf([recorded(11, { ...anna, name: 'Anna' })]));
  await journal.append(commitOf([recorded(12, bruno)], { people: [{ kind: 'put', person: bruno }] }));
  await journal.append(commitOf([recorded(13, anna)], { people: [{ kind: 'put', person: anna }] }));
  await journal.append(commitOf([used(14, brunosNote)], { people: [{ kind: 'note', note: brunosNote }] }));
  const erase = { kind: 'erase', member: bruno.member } as const;
  await journal.append(commitOf([erased(15, bruno)], { people: [erase] }));
  await journal.append(commitOf([used(16, annasNote)], { people: [{ kind: 'note', note: annasNote }] }));
  await journal.append(commitOf([sampleEntry(17, enteredBody({ noteDigest: null }))]));
  await close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function recorded(seq: number, person: Person): Entry {
  const digest = createHash('sha256').update(personDigestText(person)).digest('hex');
  return sampleEntry(seq, { type: 'member-recorded', data: { member: person.member, digest } } as object);
}

function used(seq: number, note: Note): Entry {
  const noteDigest = createHash('sha256').update(noteDigestText(note)).digest('hex');
  return sampleEntry(seq, enteredBody({ session: note.session, member: note.member, noteDigest }));
}

const erased = (seq: number, person: Person): Entry =>
  sampleEntry(seq, { type: 'member-erased', data: { member: person.member } });

let copies = 0;

/** The verdict on a copy that was changed, with the triggers out of the way. */
async function verdictAfter(change: (db: Database) => void): Promise<Verdict> {
  copies += 1;
  const dataDir = mkdtempSync(join(root, `copy-${copies}-`));
  const file = join(dataDir, 'journal.sqlite');
  copyFileSync(join(original, 'journal.sqlite'), file);
  const db = new SqliteDatabase(file);
  for (const trigger of ['entries_in_order', 'entries_never_change', 'entries_never_go']) {
    db.exec(`DROP TRIGGER ${trigger}`);
  }
  change(db);
  db.close();
  try {
    return await verifyJournal({ dataDir });
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

const changedBy = (sql: string): Promise<Verdict> => verdictAfter((db) => db.exec(sql));

describe('an honest journal', () => {
  it('is found good, with its length, its head and its progress', async () => {
    const seen: [number, number][] = [];
    const verdict = await verifyJournal({ dataDir: original, onProgress: (...step) => seen.push(step) });
    expect(verdict).toEqual({ ok: true, entries: entryCount, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(seen.at(-1)).toEqual([entryCount, entryCount]);
  });

  it('is found good in more than one page, while a gateway goes on writing to it', async () => {
    const scratch = scratchStore();
    const { journal } = await scratch.open();
    await journal.append(commitOf(sampleEntries(1, 3500)));
    const verifying = verifyJournal({ dataDir: scratch.dataDir });
    await journal.append(commitOf(sampleEntries(3501, 3600)));
    const verdict = await verifying;
    expect(verdict.ok && verdict.entries).toBeGreaterThanOrEqual(3500);
    await scratch.dispose();
  });

  it('is missing where there is none', async () => {
    await expect(verifyJournal({ dataDir: join(root, 'nowhere') })).rejects.toMatchObject({
      code: 'journal-missing',
    });
  });
});

describe('a changed journal', () => {
  it('inv. 2: any one changed byte of a body or a hash is found and its entry named', async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 1, max: entryCount }),
      fc.constantFrom('body', 'hash'),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (seq, column, place, flip) => {
        const verdict = await verdictAfter((db) => {
          const bytes = db
            .prepare<[number], Buffer>(`SELECT CAST(${column} AS BLOB) FROM entries WHERE seq = ?`)
            .pluck()
            .get(seq);
          if (!bytes) throw new Error('no such entry');
          const at = place % bytes.length;
          bytes.writeUInt8(bytes.readUInt8(at) ^ flip, at);
          const cast = column === 'body' ? 'CAST(? AS TEXT)' : '?';
          db.prepare(`UPDATE entries SET ${column} = ${cast} WHERE seq = ?`).run(bytes, seq);
        });
        expect(verdict).toEqual({ ok: false, seq, reason: 'its hash is not the hash of what it says' });
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it('inv. 2: a changed time or type in the columns is found and its entry named', async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 1, max: entryCount }),
      fc.oneof(
        fc.integer({ min: 1, max: 10_000 }).map((by) => `at_ms = at_ms + ${by}`),
        fc.integer({ min: 1, max: 10_000 }).map((by) => `at_ms = at_ms - ${by}`),
        fc.constantFrom("type = type || ' '", 'type = upper(type)', "type = 'job-ended'"),
      ),
      async (seq, change) => {
        const verdict = await changedBy(`UPDATE entries SET ${change} WHERE seq = ${seq}`);
        expect(verdict).toMatchObject({ ok: false, seq, reason: expect.stringContaining('column') });
      },
    );
    await fc.assert(property, { numRuns: 30 });
  });

  it('inv. 2: an entry that was taken away, moved or sealed anew is found', async () => {
    expect(await changedBy('DELETE FROM entries WHERE seq = 4')).toMatchObject({
      seq: 4,
      reason: 'it is missing; the next one there is 5',
    });
    expect(await changedBy('DELETE FROM entries WHERE seq = 1')).toMatchObject({ ok: false, seq: 1 });
    expect(await changedBy('UPDATE entries SET seq = 99 WHERE seq = 7')).toMatchObject({ ok: false, seq: 7 });
    const exchanged =
      'UPDATE entries SET seq = 99 WHERE seq = 3; UPDATE entries SET seq = 3 WHERE seq = 4; UPDATE entries SET seq = 4 WHERE seq = 99';
    expect(await changedBy(exchanged)).toMatchObject({ ok: false, seq: 3 });
    const resealed = await verdictAfter((db) => {
      const body = db.prepare<[], string>('SELECT body FROM entries WHERE seq = 6').pluck().get() ?? '';
      const forged = body.replace('plug-6', 'plug-7');
      const hash = createHash('sha256').update(forged).digest();
      db.prepare('UPDATE entries SET body = ?, hash = ? WHERE seq = 6').run(forged, hash);
    });
    expect(resealed).toMatchObject({ ok: false, seq: 7, reason: 'it does not continue the entry before it' });
  });

  it('names what a damaged file no longer holds', async () => {
    const dataDir = mkdtempSync(join(root, 'damaged-'));
    const file = join(dataDir, 'journal.sqlite');
    copyFileSync(join(original, 'journal.sqlite'), file);
    const db = new SqliteDatabase(file);
    const page = db
      .prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'entries'")
      .pluck()
      .get();
    db.close();
    const descriptor = openSync(file, 'r+');
    writeSync(descriptor, Buffer.alloc(4096, 0xff), 0, 4096, ((page ?? 1) - 1) * 4096);
    expect(await verifyJournal({ dataDir })).toMatchObject({
      ok: false,
      seq: 1,
      reason: expect.stringContaining('cannot be read'),
    });
  });
});

describe('the people beside it', () => {
  it('must be those of the newest record', async () => {
    for (const change of ["name = 'Other'", "handle = 'other'", 'email = NULL', "salt = 'bb'"]) {
      expect(await changedBy(`UPDATE people SET ${change}`)).toMatchObject({ ok: false, seq: 13 });
    }
    expect(await changedBy("UPDATE people SET password = 'scrypt$2'")).toMatchObject({ ok: true });
  });

  it('are all there, but for the erased', async () => {
    expect(await changedBy('DELETE FROM people')).toMatchObject({
      ok: false,
      seq: 13,
      reason: expect.stringContaining('never erased'),
    });
    const add = (member: string) =>
      `INSERT INTO people VALUES ('${member}', 'h', 'n', NULL, 's', NULL, NULL, NULL)`;
    expect(await changedBy(add('member-bruno'))).toMatchObject({
      ok: false,
      seq: 15,
      reason: expect.stringContaining('still in the people table'),
    });
    expect(await changedBy(add('stranger'))).toMatchObject({
      ok: false,
      seq: 0,
      reason: expect.stringContaining('no entry records member stranger'),
    });
  });
});

describe('the notes beside it', () => {
  it('must be what was written', async () => {
    for (const change of ["text = 'Other'", "text = ''", "salt = 'cc'"]) {
      expect(await changedBy(`UPDATE notes SET ${change}`)).toMatchObject({
        ok: false,
        seq: 16,
        reason: expect.stringContaining('digest of the note'),
      });
    }
  });

  it('are all there, but for those about the erased', async () => {
    expect(await changedBy('DELETE FROM notes')).toMatchObject({
      ok: false,
      seq: 16,
      reason: expect.stringContaining('never erased'),
    });
    const add = (session: string, member: string) =>
      `INSERT INTO notes VALUES ('${session}', '${member}', 'words', 's')`;
    expect(await changedBy(add('use-bruno', 'member-bruno'))).toMatchObject({
      ok: false,
      seq: 15,
      reason: expect.stringContaining('whose note beside use-bruno is there'),
    });
    expect(await changedBy(add('use-1', 'member-anna'))).toMatchObject({
      ok: false,
      seq: 0,
      reason: expect.stringContaining('no entry tells of the note beside use-1'),
    });
  });
});
