// The embedded diary keeps the promises of the port, its bounds, and never stands in the way of the journal.

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { maxBuffered } from '../../../src/adapters/sqlite/diary-port.ts';
import type { ReadingName } from '../../../src/domain/machine/reading.ts';
import { diarySuite } from '../../ports/diary.suite.ts';
import { type Scratch, scratchStore } from './scratch-store.ts';

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

const everything = { fromMs: 0, toMs: 1_000_000, limit: 10_000 };

it('inv. 10: keeps its bound by taking the oldest of the longest series', async () => {
  const { diary } = await scratch.open({ maxSamples: 1000 });
  for (let index = 0; index < 3000; index++) {
    diary.record('busy', index * 100, { 'electric.power': index });
    if (index % 300 === 0) diary.record('quiet', index * 100, { 'electric.power': index });
  }
  await diary.flush();
  const request = { name: 'electric.power' as ReadingName, ...everything };
  const busy = await diary.series({ machine: 'busy', ...request });
  const quiet = await diary.series({ machine: 'quiet', ...request });
  expect(quiet).toHaveLength(10);
  expect(busy).toHaveLength(990);
  expect(busy[0]?.min).toBe(2010);
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
