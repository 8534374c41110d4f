// Opening and closing a store: one writer, any number of readers, and one clear sentence for each file that is not as it
// should be. And what only this adapter has: group commits, a full disk, damaged snapshots, tokens.

import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyState } from '../../../src/domain/journal/state.ts';
import type { Token } from '../../../src/gateway/ports.ts';
import {
  commitOf,
  sampleEntries,
  sampleEntry,
  sampleMessage,
  sampleNote,
  samplePerson,
} from '../../fakes/sample-entries.ts';
import { allEntries, outcomes } from '../../ports/journal-outcomes.ts';
import { type Scratch, scratchStore } from './scratch-store.ts';

let scratch: Scratch;
beforeEach(() => {
  scratch = scratchStore();
});
afterEach(() => scratch.dispose());

const journalFile = (): string => join(scratch.dataDir, 'journal.sqlite');

const migrations = new URL('../../../src/adapters/sqlite/migrations/journal/', import.meta.url);

/** Through a second connection, as a stranger with a tool would. */
function tamper(sql: string): void {
  const db = new SqliteDatabase(journalFile());
  db.exec(sql);
  db.close();
}

describe('the files', () => {
  it('makes a directory that only its owner can enter', async () => {
    await scratch.open();
    expect(statSync(scratch.dataDir).mode & 0o777).toBe(0o700);
  });

  it('refuses a second writer at once, and not after the first has closed', async () => {
    const first = await scratch.open();
    const refused = scratch.open();
    await expect(refused).rejects.toMatchObject({
      code: 'journal-locked',
      message: expect.stringContaining('Another gateway is running on this data directory'),
    });
    await first.close();
    await first.close();
    await scratch.open();
  });

  it('is read beside a running gateway, and then changes nothing', async () => {
    const writer = await scratch.open();
    await writer.journal.append(commitOf(sampleEntries(1, 2)));
    const reader = await scratch.open({ readOnly: true });
    await writer.journal.append(commitOf([sampleEntry(3)]));
    expect(await allEntries(reader.journal)).toHaveLength(3);
    expect(await reader.journal.gateway()).toBe(await writer.journal.gateway());
    expect(await outcomes(reader.journal, [commitOf([sampleEntry(4)])])).toEqual(['journal-broken']);
    await expect(reader.journal.beat({ boot: 'b', monoMs: 1, atMs: 1 })).rejects.toMatchObject({
      message: expect.stringContaining('for reading only'),
    });
    await reader.close();
    await writer.close();
    const later = await scratch.open({ readOnly: true });
    expect(await allEntries(later.journal)).toHaveLength(3);
  });

  it('refuses a journal that is missing, newer, foreign or damaged, each with its code', async () => {
    await expect(scratch.open({ readOnly: true })).rejects.toMatchObject({ code: 'journal-missing' });
    await (await scratch.open()).close();
    tamper('PRAGMA user_version = 99');
    await expect(scratch.open()).rejects.toMatchObject({
      code: 'journal-newer',
      message: expect.stringMatching(/newer program \(format 99/),
    });
    tamper('PRAGMA user_version = 1; PRAGMA application_id = 7');
    await expect(scratch.open()).rejects.toMatchObject({ code: 'journal-damaged' });
    writeFileSync(journalFile(), 'not a database, but text that someone saved here by mistake'.repeat(100));
    await expect(scratch.open()).rejects.toMatchObject({ code: 'journal-damaged' });
    await expect(scratch.open({ readOnly: true })).rejects.toMatchObject({ code: 'journal-damaged' });
    // The refused ones gave the lock back.
    writeFileSync(journalFile(), '');
    await scratch.open();
  });

  it('brings a journal of the first format up to date, and reads one only after that', async () => {
    mkdirSync(scratch.dataDir);
    const old = new SqliteDatabase(journalFile());
    old.exec(readFileSync(new URL('0001-journal.sql', migrations), 'utf8'));
    old.pragma('user_version = 1');
    old.close();
    await expect(scratch.open({ readOnly: true })).rejects.toMatchObject({ code: 'journal-older' });
    const { journal } = await scratch.open();
    expect(await journal.notes()).toEqual([]);
    const people = [{ kind: 'note', note: sampleNote('use-1') }] as const;
    await journal.append(commitOf([sampleEntry(1)], { people }));
    expect(await journal.notes()).toEqual([sampleNote('use-1')]);
  });

  it('refuses a directory that cannot be made', async () => {
    writeFileSync(`${scratch.dataDir}-file`, '');
    const refused = scratch.open({ dataDir: join(`${scratch.dataDir}-file`, 'data') });
    await expect(refused).rejects.toMatchObject({ code: 'journal-unreadable' });
  });

  it('refuses calls after it was closed, and leaves none waiting', async () => {
    const { journal, close, diary } = await scratch.open();
    const last = journal.append(commitOf([sampleEntry(1)]));
    await close();
    await last;
    expect(await outcomes(journal, [commitOf([sampleEntry(2)])])).toEqual(['journal-broken']);
    await expect(journal.people()).rejects.toMatchObject({ code: 'journal-broken' });
    diary.record('laser', 1, { 'electric.power': 1 });
    await diary.flush();
    expect(diary.dropped()).toBe(1);
  });
});

describe('commits', () => {
  it('puts commits that wait together into one transaction', async () => {
    const { journal, stats } = await scratch.open({ fsyncDelayMs: 20 });
    const commits = sampleEntries(1, 1000).map((entry) => commitOf([entry]));
    expect(new Set(await outcomes(journal, commits))).toEqual(new Set(['ok']));
    const { commits: done, transactions } = await stats();
    expect(done).toBe(1000);
    expect(transactions).toBeLessThan(20);
  });

  it('lets everything else go on while the disk is slow', async () => {
    const { journal } = await scratch.open({ fsyncDelayMs: 100 });
    let done = false;
    const append = journal.append(commitOf([sampleEntry(1)])).then(() => {
      done = true;
    });
    let turns = 0;
    for (; !done; turns++) await setImmediate();
    await append;
    expect(turns).toBeGreaterThan(50);
  });

  it('inv. 10: refuses commits beyond its queue, after all that waited are decided', async () => {
    const { journal } = await scratch.open();
    const order: string[] = [];
    const commits = sampleEntries(1, 10_002).map((entry) =>
      journal.append(commitOf([entry])).then(
        () => order.push('ok'),
        (fault) => order.push(fault.code),
      ),
    );
    await Promise.all(commits);
    expect(order.indexOf('journal-broken')).toBe(10_000);
    expect(order.slice(10_000)).toEqual(['journal-broken', 'journal-broken']);
    await journal.append(commitOf([sampleEntry(10_001)]));
  });

  it('refuses what cannot be cloned, and goes on', async () => {
    const { journal } = await scratch.open();
    const odd = { ...sampleEntry(1), data: { switch: () => 'plug', on: null } } as unknown as ReturnType<
      typeof sampleEntry
    >;
    expect(await outcomes(journal, [commitOf([odd]), commitOf([sampleEntry(1)])])).toEqual([
      'journal-broken',
      'ok',
    ]);
  });

  it('refuses what the tables cannot hold alone, and what waits behind it', async () => {
    const { journal } = await scratch.open();
    const person = samplePerson('anna', { name: true as unknown as string });
    const commits = [
      commitOf([sampleEntry(1)]),
      commitOf([sampleEntry(2)], { people: [{ kind: 'put', person }] }),
      commitOf([sampleEntry(3)]),
    ];
    expect(await outcomes(journal, commits)).toEqual(['ok', 'journal-broken', 'journal-behind']);
    expect(await outcomes(journal, [commitOf([sampleEntry(2)])])).toEqual(['ok']);
  });

  it('inv. 2: the file itself refuses to change, remove or skip an entry', async () => {
    const { journal } = await scratch.open();
    await journal.append(commitOf(sampleEntries(1, 3)));
    expect(() => tamper('UPDATE entries SET at_ms = 1')).toThrow('append-only');
    expect(() => tamper('DELETE FROM entries WHERE seq = 3')).toThrow('append-only');
    expect(() => tamper("INSERT INTO entries VALUES (5, 1, 'x', '{}', zeroblob(32))")).toThrow(
      'without a gap',
    );
    expect(() => tamper("INSERT OR REPLACE INTO entries VALUES (3, 1, 'x', '{}', zeroblob(32))")).toThrow(
      'without a gap',
    );
  });

  it('refuses to read over a missing entry', async () => {
    const { journal } = await scratch.open();
    await journal.append(commitOf(sampleEntries(1, 5)));
    tamper('DROP TRIGGER entries_never_go; DELETE FROM entries WHERE seq = 3');
    await expect(allEntries(journal)).rejects.toMatchObject({
      code: 'journal-broken',
      message: expect.stringContaining('Entry 3 is missing'),
    });
  });

  it('stops at a full disk with the journal whole, and goes on when there is room', async () => {
    const { journal, limitPages, close } = await scratch.open();
    const big = (seq: number) =>
      commitOf([sampleEntry(seq, { data: { switch: 'x'.repeat(20_000), on: null } } as object)], {
        messages: [sampleMessage(`m${seq}`, 10)],
      });
    await journal.append(big(1));
    const pages = await limitPages(1);
    expect(pages).toBeGreaterThan(1);
    expect(await outcomes(journal, [big(2), big(3), big(4)])).toEqual([
      'journal-full',
      'journal-behind',
      'journal-behind',
    ]);
    const fault = await journal.append(big(2)).catch((error) => error);
    expect(fault.code).toBe('journal-full');
    expect(fault.cause.message).toContain('SQLITE_FULL');
    expect((await journal.waiting(0)).messages).toHaveLength(1);
    expect(await limitPages(pages + 1000)).toBe(pages + 1000);
    expect(await outcomes(journal, [big(2), big(3)])).toEqual(['ok', 'ok']);
    await close();
    const again = await scratch.open();
    expect((await allEntries(again.journal)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });
});

describe('beside the entries', () => {
  it('passes over a damaged snapshot, and over one that is ahead of the journal', async () => {
    const { journal } = await scratch.open();
    await journal.append(commitOf(sampleEntries(1, 3)));
    for (const seq of [2, 3]) await journal.keepSnapshot('r1', { ...emptyState('g'), seq });
    tamper("UPDATE snapshots SET state = CAST('damaged' AS BLOB) WHERE seq = 3");
    expect((await journal.snapshot('r1'))?.seq).toBe(2);
    tamper('UPDATE snapshots SET state = zeroblob(10)');
    expect(await journal.snapshot('r1')).toBeNull();
    await journal.keepSnapshot('r1', { ...emptyState('g'), seq: 3 });
    tamper('UPDATE snapshots SET seq = 4 WHERE seq = 3');
    expect(await journal.snapshot('r1')).toBeNull();
  });

  it('leaves no trace of an erased person in the files', async () => {
    const { journal, tokens } = await scratch.open();
    const name = 'Guglielmina Fantasma';
    const note = sampleNote('use-1', { member: 'member-g', text: 'la chiave era dal fabbro' });
    await journal.append(
      commitOf(sampleEntries(1, 1), {
        people: [
          { kind: 'put', person: samplePerson('g', { name }) },
          { kind: 'note', note },
        ],
      }),
    );
    await tokens.put(tokenOf('t1', 'member-g'));
    await tokens.put(tokenOf('t2', 'member-h'));
    const everything = (): string =>
      readFileSync(journalFile(), 'latin1') + readFileSync(`${journalFile()}-wal`, 'latin1');
    expect(everything()).toContain(name);
    expect(everything()).toContain(note.text);
    await journal.append(commitOf(sampleEntries(2, 2), { people: [{ kind: 'erase', member: 'member-g' }] }));
    expect(everything()).not.toContain(name);
    expect(everything()).not.toContain(note.text);
    expect(await tokens.all()).toEqual([tokenOf('t2', 'member-h')]);
  });

  it('keeps tokens', async () => {
    const { tokens, close } = await scratch.open();
    await tokens.put(tokenOf('t1', 'member-a'));
    await tokens.put({ ...tokenOf('t1', 'member-a'), label: 'renamed', expiresAtMs: 5 });
    await tokens.put(tokenOf('t2', 'member-a'));
    await tokens.drop('t2');
    await tokens.drop('never-was');
    await close();
    const again = await scratch.open();
    expect(await again.tokens.all()).toEqual([
      { ...tokenOf('t1', 'member-a'), label: 'renamed', expiresAtMs: 5 },
    ]);
  });

  it('says how much of a full outbox it dropped', async () => {
    const { journal, stats } = await scratch.open();
    const messages = Array.from({ length: 10_004 }, (_, index) => sampleMessage(`m${index}`, 10));
    await journal.append(commitOf([], { messages }));
    expect((await stats()).outboxDropped).toBe(4);
    expect(scratch.said).toEqual(['the outbox is full; its oldest messages were dropped']);
  });
});

const tokenOf = (id: string, member: string): Token => ({
  id,
  digest: `digest-${id}`,
  member,
  label: 'script',
  scopes: ['board:read', 'self:read'],
  createdAtMs: 1_760_000_000_000,
  expiresAtMs: null,
});
