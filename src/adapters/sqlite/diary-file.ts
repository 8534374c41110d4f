// `diary.sqlite`: samples of readings, bounded by their number. It may be lost: it is never synced, and a file that
// cannot be read is set aside and begun anew. Beyond the bound the longest series gives up its oldest samples.

import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { Bucket, DiaryCalls, Handlers, SampleColumns, SeriesAsk } from './calls.ts';
import { fileVersion, migrate, newestVersion } from './migrate.ts';

/** Series: machines times readings. Samples of further ones are dropped and counted. */
const maxSeries = 10_000;

/** Samples taken away in one call, so that a lowered bound never holds up the journal. */
const trimSlice = 10_000;

/** Samples summed up in one call, some milliseconds; a long chart is asked for in several. */
const seriesSlice = 20_000;

export type DiaryFile = Handlers<DiaryCalls> & { close(): void };

/** Null where there is none. `setAside` hears of a file that had to be begun anew, or could not be. */
export function openDiaryFile(options: {
  dataDir: string;
  readOnly: boolean;
  maxSamples: number;
  setAside: (cause: unknown) => void;
}): DiaryFile | null {
  const file = join(options.dataDir, 'diary.sqlite');
  const open = options.readOnly ? openForReading : openForWriting;
  if (options.readOnly && !existsSync(file)) return null;
  try {
    return toDiary(open(file), options);
  } catch (cause) {
    options.setAside(cause);
    return options.readOnly ? null : beginAnew(file, options);
  }
}

function beginAnew(file: string, options: Parameters<typeof openDiaryFile>[0]): DiaryFile | null {
  try {
    for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
    renameSync(file, `${file}.set-aside`);
    return toDiary(openForWriting(file), options);
  } catch (cause) {
    options.setAside(cause);
    return null;
  }
}

const openForReading = (file: string): Database => new SqliteDatabase(file, { readonly: true });

function openForWriting(file: string): Database {
  const db = new SqliteDatabase(file);
  try {
    if (fileVersion(db) > newestVersion('diary')) throw new Error('it was written by a newer program');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = OFF');
    migrate(db, 'diary');
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

function toDiary(db: Database, { maxSamples }: { maxSamples: number }): DiaryFile {
  const { seriesOf, knownSeries } = seriesTable(db);
  const insert = db.prepare('INSERT OR IGNORE INTO sample (series, at_ms, value) VALUES (?, ?, ?)');
  const grow = db.prepare('UPDATE series SET kept = kept + ? WHERE id = ?');
  const slice = sliceStatement(db);
  const trim = trimmer(db);

  const record = db.transaction((columns: SampleColumns): { dropped: number } => {
    const added = new Map<number, number>();
    let dropped = 0;
    for (const [index, machine] of columns.machines.entries()) {
      const series = seriesOf(machine, columns.names[index] ?? '');
      if (series === null) {
        dropped += 1;
        continue;
      }
      const { changes } = insert.run(series, Math.trunc(columns.atMs[index] ?? 0), columns.values[index]);
      added.set(series, (added.get(series) ?? 0) + changes);
    }
    for (const [series, count] of added) grow.run(count, series);
    trim(maxSamples);
    return { dropped };
  });

  return {
    record: (columns) => record.immediate(columns),
    series(ask) {
      const series = knownSeries(ask.machine, ask.name);
      return series === null ? { buckets: [], next: null } : toBuckets(slice(series, ask), ask);
    },
    close: () => void db.close(),
  };
}

function seriesTable(db: Database) {
  const find = db
    .prepare<[string, string], number>('SELECT id FROM series WHERE machine = ? AND name = ?')
    .pluck();
  const add = db
    .prepare<[string, string], number>('INSERT INTO series (machine, name) VALUES (?, ?) RETURNING id')
    .pluck();
  const count = db.prepare<[], number>('SELECT count(*) FROM series').pluck();

  const knownSeries = (machine: string, name: string): number | null => find.get(machine, name) ?? null;
  const seriesOf = (machine: string, name: string): number | null => {
    const known = knownSeries(machine, name);
    if (known !== null || (count.get() ?? 0) >= maxSeries) return known;
    return add.get(machine, name) ?? null;
  };
  return { knownSeries, seriesOf };
}

type SliceRow = Bucket & { readonly lastMs: number };

/** Numbers go to SQLite as floating point, so the division is cast: it must be one of whole numbers. */
function sliceStatement(db: Database): (series: number, ask: SeriesAsk) => readonly SliceRow[] {
  const statement = db.prepare<[number, number, number, number, number, number], SliceRow>(
    `SELECT (at_ms - CAST(? AS INTEGER)) / CAST(? AS INTEGER) AS bucket, count(*) AS count,
            total(value) AS total, min(value) AS min, max(value) AS max, max(at_ms) AS lastMs
     FROM (SELECT at_ms, value FROM sample
           WHERE series = ? AND at_ms >= ? AND at_ms < ? ORDER BY at_ms LIMIT ?)
     GROUP BY bucket ORDER BY bucket`,
  );
  return (series, { fromMs, bucketMs, startMs, toMs }) =>
    statement.all(fromMs, bucketMs, series, startMs, toMs, seriesSlice);
}

function toBuckets(
  rows: readonly SliceRow[],
  ask: SeriesAsk,
): { buckets: readonly Bucket[]; next: number | null } {
  const seen = rows.reduce((sum, row) => sum + row.count, 0);
  const last = rows.at(-1);
  const buckets = rows.map(({ bucket, count, total, min, max }) => ({ bucket, count, total, min, max }));
  const next = last && seen === seriesSlice && last.lastMs + 1 < ask.toMs ? last.lastMs + 1 : null;
  return { buckets, next };
}

/** Keeps the number of samples at the bound: the longest series loses its oldest. */
function trimmer(db: Database): (maxSamples: number) => void {
  const total = db.prepare<[], number>('SELECT total(kept) FROM series').pluck();
  const longest = db.prepare<[], { id: number; kept: number }>(
    'SELECT id, kept FROM series ORDER BY kept DESC LIMIT 1',
  );
  const removeOldest = db.prepare(
    `DELETE FROM sample WHERE series = ? AND at_ms IN
       (SELECT at_ms FROM sample WHERE series = ? ORDER BY at_ms LIMIT ?)`,
  );
  const shrink = db.prepare('UPDATE series SET kept = max(0, kept - ?) WHERE id = ?');

  return (maxSamples) => {
    let excess = Math.min((total.get() ?? 0) - maxSamples, trimSlice);
    while (excess > 0) {
      const series = longest.get();
      if (!series || series.kept === 0) return;
      const count = Math.min(excess, series.kept);
      removeOldest.run(series.id, series.id, count);
      shrink.run(count, series.id);
      excess -= count;
    }
  };
}
