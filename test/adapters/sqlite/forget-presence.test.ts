// Who came and went is forgotten like refused taps: out of the bytes of the file, and the journal still proves itself
// (invariant 2); notes on machines stand the same proof as those beside entered uses.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { verifyJournal } from '../../../src/adapters/sqlite/verify-journal.ts';
import type { Entry } from '../../../src/domain/journal/entry.ts';
import { noteDigestText } from '../../../src/domain/usage/note-digest.ts';
import {
  commitOf,
  firstAtMs,
  forgettingEntry,
  sampleEntry,
  sampleNote,
  tapEntry,
} from '../../fakes/sample-entries.ts';
import { scratchStore } from './scratch-store.ts';

const scratch = scratchStore();
afterEach(() => scratch.dispose());

const presence = (seq: number, type: 'presence-entered' | 'presence-left'): Entry =>
  sampleEntry(seq, {
    type,
    data: { member: `walker-${seq}`, reader: 'door', tap: `door:${seq}`, why: 'tap' },
  } as Partial<Entry>);

describe('who came and went', () => {
  it('is forgotten with the refused taps, in one entry, and no other entry can be emptied', async () => {
    const store = await scratch.open();
    const entries = [
      sampleEntry(1),
      presence(2, 'presence-entered'),
      tapEntry(3),
      presence(4, 'presence-left'),
    ];
    await store.journal.append(commitOf([...entries, presence(5, 'presence-entered')]));
    const told = await store.journal.tapsToForget({ beforeMs: firstAtMs + 4500, limit: 100 });
    expect(told).toMatchObject({ throughSeq: 4, count: 3 });
    if (!told) throw new Error('nothing to forget');
    await store.journal.append(commitOf([forgettingEntry(6, told)]));
    const read: Entry[] = [];
    for await (const page of store.journal.read(0)) read.push(...page);
    expect(read.slice(1, 4).map(({ data }) => data)).toEqual([
      { was: 'presence-entered' },
      { was: 'tap-refused' },
      { was: 'presence-left' },
    ]);
    await store.close();
    const file = join(scratch.dataDir, 'journal.sqlite');
    const bytes = readFileSync(file, 'latin1');
    expect([bytes.includes('walker-2'), bytes.includes('walker-4'), bytes.includes('walker-5')]).toEqual([
      false,
      false,
      true,
    ]);
    expect(await verifyJournal({ dataDir: scratch.dataDir })).toMatchObject({ ok: true });
    const db = new SqliteDatabase(file);
    expect(() => db.exec("UPDATE entries SET body = '' WHERE seq = 1")).toThrow('append-only');
    db.exec("UPDATE entries SET body = '' WHERE seq = 5");
    db.close();
    expect(await verifyJournal({ dataDir: scratch.dataDir })).toMatchObject({ ok: false });
  });
});

describe('a note on a machine', () => {
  const note = sampleNote('note-1', { member: 'member-eva', text: 'the belt is torn' });
  const noteDigest = createHash('sha256').update(noteDigestText(note)).digest('hex');
  const set = sampleEntry(1, {
    type: 'machine-mode-set',
    data: { machine: 'saw', mode: 'out-of-order', by: 'member-eva', note: 'note-1', noteDigest, photo: null },
  } as Partial<Entry>);

  it('is proved by its digest, until whoever wrote it is erased', async () => {
    const store = await scratch.open();
    await store.journal.append(commitOf([set], { people: [{ kind: 'note', note }] }));
    expect(await store.journal.notes()).toEqual([note]);
    await store.close();
    expect(await verifyJournal({ dataDir: scratch.dataDir })).toMatchObject({ ok: true });
    const again = await scratch.open();
    const erased = sampleEntry(2, {
      type: 'member-erased',
      data: { member: 'member-eva' },
    } as Partial<Entry>);
    await again.journal.append(commitOf([erased], { people: [{ kind: 'erase', member: 'member-eva' }] }));
    expect(await again.journal.notes()).toEqual([]);
    await again.close();
    expect(await verifyJournal({ dataDir: scratch.dataDir })).toMatchObject({ ok: true });
  });

  it('that was changed is found, and the entry is named', async () => {
    const store = await scratch.open();
    await store.journal.append(
      commitOf([set], { people: [{ kind: 'note', note: { ...note, text: 'all is well' } }] }),
    );
    await store.close();
    expect(await verifyJournal({ dataDir: scratch.dataDir })).toMatchObject({ ok: false, seq: 1 });
  });
});
