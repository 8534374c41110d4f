// The embedded diary keeps the promises of the port, its bounds, and never stands in the way of the journal.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maxBuffered } from '../../../src/adapters/sqlite/diary-port.ts';
import type { ReadingName } from '../../../src/domain/machine/reading.ts';
import type { SpooledSeries } from '../../../src/gateway/ports.ts';
import { diarySuite } from '../../ports/diary.suite.ts';
import { type Scratch, scratchStore } from './scratch-store.ts';

// Loaded in this thread before any thread of a store comes and goes: loading it beside one that ends has crashed the process.
new SqliteDatabase(':memory:').close();

diarySuite('SQLite', async () => {
  const scratch = scratchStore();
  const { diary } = await scratch.open();
  return { diary, settle: diary.flush, dispose: scratch.dispose };
});

let scratch: Scratch;
beforeEach(() => {
  scratch = scratchStore();
});
afterEach(() => scratch.dispose());

const adapter = new URL('../../../src/adapters/sqlite/', import.meta.url);
const everything = { fromMs: 0, toMs: 1_000_000, limit: 10_000 };

it('inv. 10: keeps its bound by taking the oldest of the longest series', async () => {
  const { diary } = await scratch.open({ maxSamples: 1000 });
  for (let index = 0; index < 3000; index++) {
    diary.record('busy', index * 100, { 'electric.power': index });
    if (index % 300 === 0) diary.record('quiet', index * 100, { 'electric.power': index });
  }
  await diary.flush();
  const request = { name: 'electric.power' as ReadingName, ...everything };
  // Before that only its minutes are left.
  const busy = await diary.series({ machine: 'busy', ...request, fromMs: 201_000 });
  const minutes = await diary.series({ machine: 'busy', ...request });
  const quiet = await diary.series({ machine: 'quiet', ...request });
  expect(quiet).toHaveLength(10);
  expect(busy).toHaveLength(990);
  expect(busy[0]?.min).toBe(2010);
  expect(minutes.map(({ atMs, min, max }) => [atMs, min, max])).toEqual([
    [0, 0, 599],
    [60_000, 600, 1199],
    [120_000, 1200, 1799],
    [180_000, 1800, 2399],
    [240_000, 2400, 2999],
  ]);
  expect(diary.dropped()).toBe(0);
});

it('inv. 10: counts what it drops: beyond the buffer, unknown names and what is no number', async () => {
  const { diary } = await scratch.open();
  diary.record('laser', 1, { 'electric.power': Number.NaN });
  diary.record('laser', 1, { 'made.up': 1 } as Record<string, number>);
  expect(diary.dropped()).toBe(2);
  for (let index = 0; index < maxBuffered + 5; index++) diary.record('laser', index, { 'electric.power': 1 });
  expect(diary.dropped()).toBe(7);
  await diary.flush();
  const samples = await diary.series({ machine: 'laser', name: 'electric.power', ...everything });
  expect(samples.at(-1)?.atMs).toBe(19_900);
});

it('sums up a long series in slices, each sample once', async () => {
  const { diary } = await scratch.open();
  for (let round = 0; round < 3; round++) {
    for (let index = 0; index < 15_000; index++) {
      diary.record('laser', round * 15_000 + index, { 'electric.power': round * 15_000 + index });
    }
    await diary.flush();
  }
  const request = { machine: 'laser', name: 'electric.power' as ReadingName };
  const [whole] = await diary.series({ ...request, fromMs: 0, toMs: 45_000, limit: 1 });
  expect(whole).toEqual({ atMs: 0, mean: 22_499.5, min: 0, max: 44_999 });
  const parts = await diary.series({ ...request, fromMs: 0, toMs: 45_000, limit: 7 });
  expect(parts).toHaveLength(7);
  for (const { mean, min, max } of parts) expect(mean).toBe((min + max) / 2);
});

it('is begun anew when its file is damaged, and the journal opens all the same', async () => {
  const first = await scratch.open();
  first.diary.record('laser', 5, { 'electric.power': 1 });
  await first.close();
  writeFileSync(
    join(scratch.dataDir, 'diary.sqlite'),
    'this is no database, but it is long enough to be looked at',
  );
  const { diary, journal } = await scratch.open();
  expect(scratch.said).toEqual(['the diary could not be read and is begun anew']);
  expect(existsSync(join(scratch.dataDir, 'diary.sqlite.set-aside'))).toBe(true);
  expect(await journal.gateway()).toMatch(/^[a-z0-9]{26}$/);
  diary.record('laser', 6, { 'electric.power': 2 });
  await diary.flush();
  expect(await diary.series({ machine: 'laser', name: 'electric.power', ...everything })).toHaveLength(1);
});

it('inv. 10: drops and counts while it cannot be written, and says so once', async () => {
  const { diary } = await scratch.open();
  const blocker = new SqliteDatabase(join(scratch.dataDir, 'diary.sqlite'));
  blocker.exec('DROP TABLE sample');
  for (const at of [1, 2]) {
    diary.record('laser', at, { 'electric.power': 1 });
    await diary.flush();
  }
  expect(diary.dropped()).toBe(2);
  expect(scratch.said).toEqual(['the diary could not be written; samples are dropped']);
  blocker.exec(
    'CREATE TABLE sample (series INTEGER, at_ms INTEGER, value REAL, PRIMARY KEY (series, at_ms)) WITHOUT ROWID',
  );
  blocker.close();
  diary.record('laser', 3, { 'electric.power': 1 });
  await diary.flush();
  expect(scratch.said.at(-1)).toBe('the diary is written again');
});

const dayMs = 86_400_000;

it('inv. 10: keeps samples two days, minutes sixty, hours five years', async () => {
  const { diary } = await scratch.open();
  const name: ReadingName = 'electric.power';
  for (let day = 0; day <= 2000; day += 20) {
    diary.record('laser', day * dayMs, { [name]: day });
    diary.record('laser', day * dayMs + 5000, { [name]: day });
    await diary.flush();
  }
  const db = new SqliteDatabase(join(scratch.dataDir, 'diary.sqlite'), { readonly: true });
  const days = (table: string) =>
    db.prepare<[], number>(`SELECT DISTINCT at_ms / ${dayMs} FROM ${table}`).pluck().all();
  expect(days('sample')).toEqual([2000]);
  expect(days('minute')).toEqual([1960, 1980, 2000]);
  expect(Math.min(...days('hour'))).toBe(180);
  const kept = db.prepare('SELECT kept, kept_minutes, kept_hours FROM series').get();
  expect(kept).toEqual({ kept: 2, kept_minutes: 3, kept_hours: days('hour').length });
  db.close();
  const year = { machine: 'laser', name, fromMs: 1000 * dayMs, toMs: 1400 * dayMs, limit: 800 };
  expect((await diary.series(year)).map(({ mean }) => mean)).toEqual(
    Array.from({ length: 20 }, (_, i) => 1000 + i * 20),
  );
});

it('forgets what ended before a time in slices, of every series, and nothing younger', async () => {
  const { diary } = await scratch.open();
  const end = 10 * dayMs;
  for (let hour = 0; hour < 240; hour++) {
    const readings = { 'electric.power': hour, 'spindle.speed': hour };
    for (const machine of ['laser', 'lathe']) diary.record(machine, hour * 3_600_000, readings);
  }
  await diary.flush();
  const beforeMs = 9 * dayMs + 1_800_000;
  let slices = 0;
  while ((await diary.forget(beforeMs)) === 'more') slices += 1;
  expect(slices).toBe(4);
  const db = new SqliteDatabase(join(scratch.dataDir, 'diary.sqlite'), { readonly: true });
  const hours = (table: string) =>
    db.prepare<[], number>(`SELECT DISTINCT at_ms / 3600000 FROM ${table} ORDER BY 1`).pluck().all();
  // The hour that has begun by then, and all after it.
  const young = Array.from({ length: 24 }, (_, i) => 216 + i);
  expect(hours('hour')).toEqual(young);
  for (const table of ['sample', 'minute']) expect(hours(table)).toEqual(young.slice(1));
  const kept = db.prepare('SELECT DISTINCT kept, kept_minutes, kept_hours FROM series').all();
  expect(kept).toEqual([{ kept: 23, kept_minutes: 23, kept_hours: 24 }]);
  db.close();
  const day = { machine: 'lathe', name: 'electric.power' as ReadingName, fromMs: 0, toMs: end, limit: 10 };
  expect(await diary.series(day)).toHaveLength(1);
  // Samples of nine days that InfluxDB would have got; the others had gone by their own age.
  expect(diary.lost()).toBeGreaterThan(0);
  expect(await diary.forget(beforeMs)).toBe('done');
  expect(await diary.forget(end + dayMs)).toBe('more');
});

it('brings an older file up to date, with its minutes and hours', async () => {
  const first = await scratch.open();
  await first.close();
  const file = join(scratch.dataDir, 'diary.sqlite');
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  const old = new SqliteDatabase(file);
  old.exec(readFileSync(new URL('migrations/diary/0001-samples.sql', adapter), 'utf8'));
  old.pragma('user_version = 1');
  old.exec("INSERT INTO series (machine, name, kept) VALUES ('laser', 'electric.power', 3)");
  old.exec('INSERT INTO sample VALUES (1, 1000, 1), (1, 61000, 2), (1, 3601000, 6)');
  old.close();
  const { diary } = await scratch.open();
  const ask = { machine: 'laser', name: 'electric.power' as ReadingName, fromMs: 0, toMs: 7_200_000 };
  expect(await diary.series({ ...ask, limit: 2 })).toEqual([
    { atMs: 0, mean: 1.5, min: 1, max: 2 },
    { atMs: 3_600_000, mean: 6, min: 6, max: 6 },
  ]);
  expect((await diary.unsent(10)).map(({ values }) => values)).toEqual([[1, 2, 6]]);
});

describe('the spool', () => {
  const power = (unsent: readonly SpooledSeries[]) =>
    unsent.flatMap(({ machine, values }) => values.map((value) => `${machine} ${value}`));

  it('gives what was not sent, in parts, and again what came late', async () => {
    const { diary } = await scratch.open();
    for (const at of [10, 20, 30]) diary.record('laser', at, { 'electric.power': at });
    diary.record('lathe', 15, { 'electric.power': 15 });
    await diary.flush();
    const some = await diary.unsent(2);
    expect(power(some)).toEqual(['laser 10', 'laser 20']);
    expect(await diary.unsent(2)).toEqual(some);
    await diary.sent(some);
    expect(power(await diary.unsent(10))).toEqual(['lathe 15', 'laser 30']);
    diary.record('laser', 12, { 'electric.power': 12 });
    await diary.flush();
    const rest = await diary.unsent(10);
    expect(power(rest)).toEqual(['lathe 15', 'laser 12', 'laser 20', 'laser 30']);
    await diary.sent(rest);
    expect(await diary.unsent(10)).toEqual([]);
    await diary.resend();
    expect(power(await diary.unsent(10))).toHaveLength(5);
  });

  it('gives again what was sent while an older sample came in', async () => {
    const { diary } = await scratch.open();
    diary.record('laser', 20, { 'electric.power': 20 });
    await diary.flush();
    await diary.sent(await diary.unsent(10));
    diary.record('laser', 30, { 'electric.power': 30 });
    await diary.flush();
    const sending = await diary.unsent(10);
    diary.record('laser', 10, { 'electric.power': 10 });
    await diary.flush();
    await diary.sent(sending);
    expect(power(await diary.unsent(10))).toEqual(['laser 10', 'laser 20', 'laser 30']);
  });

  it('inv. 10: counts what its bounds take away unsent, and only that', async () => {
    const { diary } = await scratch.open({ maxSamples: 100 });
    for (let at = 0; at < 100; at++) diary.record('laser', at, { 'electric.power': at });
    await diary.flush();
    await diary.sent(await diary.unsent(60));
    for (let at = 100; at < 180; at++) diary.record('laser', at, { 'electric.power': at });
    await diary.flush();
    // The oldest eighty went, sixty of them sent.
    expect(diary.lost()).toBe(20);
    expect(diary.dropped()).toBe(0);
    diary.record('laser', 3 * dayMs, { 'electric.power': 1 });
    await diary.flush();
    expect(diary.lost()).toBe(120);
    expect(power(await diary.unsent(1000))).toEqual(['laser 1']);
  });

  it('keeps one bookmark, over a start', async () => {
    const { diary, close } = await scratch.open();
    expect(await diary.bookmark('one')).toBeNull();
    await diary.keepBookmark('one', { seq: 7, note: new Uint8Array([1, 2]) });
    await close();
    const again = await scratch.open();
    const kept = await again.diary.bookmark('one');
    expect(kept?.seq).toBe(7);
    expect([...(kept?.note ?? [])]).toEqual([1, 2]);
    await again.diary.keepBookmark('two', { seq: 1, note: new Uint8Array() });
    expect(await again.diary.bookmark('one')).toBeNull();
  });
});
