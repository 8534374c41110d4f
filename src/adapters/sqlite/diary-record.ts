// Writes samples into the diary: each goes to its minute and its hour at once. A sample that is there already changes
// nothing.

import type { Database } from 'better-sqlite3';
import type { SampleColumns } from './calls.ts';
import { type Tier, tiers } from './diary-tiers.ts';
import type { DiaryTrim } from './diary-trim.ts';

/** Series: machines times readings. Samples of further ones are dropped and counted. */
const maxSeries = 10_000;

export function diaryRecord(db: Database, { maxRows, trim }: { maxRows: number; trim: DiaryTrim['trim'] }) {
  const seriesOf = seriesTable(db);
  const insert = db.prepare('INSERT OR IGNORE INTO sample (series, at_ms, value) VALUES (?, ?, ?)');
  // One that comes late is sent late, too.
  const grow = db.prepare(
    `UPDATE series SET kept = kept + ?, last_ms = max(last_ms, ?), sent_ms = min(sent_ms, ? - 1) WHERE id = ?`,
  );
  const rollups = [rollup(db, tiers[1]), rollup(db, tiers[2])];

  function addRun(series: number, { atMs, values }: Pick<SampleColumns, 'atMs' | 'values'>): void {
    let samples = 0;
    let firstMs = Number.POSITIVE_INFINITY;
    let lastMs = 0;
    for (const [index, exactMs] of atMs.entries()) {
      const sampleMs = Math.trunc(exactMs);
      const value = values[index] ?? 0;
      if (insert.run(series, sampleMs, value).changes === 0) continue;
      samples += 1;
      firstMs = Math.min(firstMs, sampleMs);
      lastMs = Math.max(lastMs, sampleMs);
      for (const { add } of rollups) add(series, sampleMs, value);
    }
    if (samples === 0) return;
    for (const { write } of rollups) write(series);
    grow.run(samples, lastMs, firstMs, series);
  }

  return db.transaction((columns: SampleColumns): { dropped: number; unsent: number } => {
    for (const { forget } of rollups) forget();
    let dropped = 0;
    let from = 0;
    for (const [index, count] of columns.counts.entries()) {
      const series = seriesOf(columns.machines[index] ?? '', columns.names[index] ?? '');
      const atMs = columns.atMs.subarray(from, from + count);
      if (series === null) dropped += count;
      else addRun(series, { atMs, values: columns.values.subarray(from, from + count) });
      from += count;
    }
    const nowMs = columns.atMs.reduce((latest, atMs) => Math.max(latest, atMs), 0);
    return { dropped, unsent: trim({ nowMs, maxRows }) };
  });
}

function seriesTable(db: Database): (machine: string, name: string) => number | null {
  const find = db
    .prepare<[string, string], number>('SELECT id FROM series WHERE machine = ? AND name = ?')
    .pluck();
  const add = db
    .prepare<[string, string], number>('INSERT INTO series (machine, name) VALUES (?, ?) RETURNING id')
    .pluck();
  const count = db.prepare<[], number>('SELECT count(*) FROM series').pluck();
  return (machine, name) => {
    const known = find.get(machine, name) ?? null;
    if (known !== null || (count.get() ?? 0) >= maxSeries) return known;
    return add.get(machine, name) ?? null;
  };
}

/** Sums of one series gather in memory and are written when its row is over: a second of samples changes one row. */
function rollup(db: Database, { table, kept, stepMs }: Tier) {
  const change = db.prepare(
    `UPDATE ${table} SET count = count + ?, total = total + ?, least = min(least, ?), greatest = max(greatest, ?)
     WHERE series = ? AND at_ms = ?`,
  );
  const put = db.prepare(
    `INSERT INTO ${table} (count, total, least, greatest, series, at_ms) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const grow = db.prepare(`UPDATE series SET ${kept} = ${kept} + 1 WHERE id = ?`);
  let count = 0;
  let rowMs = 0;
  let total = 0;
  let least = 0;
  let greatest = 0;

  const write = (series: number): void => {
    if (count === 0) return;
    if (change.run(count, total, least, greatest, series, rowMs).changes === 0) {
      put.run(count, total, least, greatest, series, rowMs);
      grow.run(series);
    }
    count = 0;
  };

  return {
    /** What a call that failed has left here was undone with it. */
    forget(): void {
      count = 0;
    },
    add(series: number, sampleMs: number, value: number): void {
      const atMs = Math.floor(sampleMs / stepMs) * stepMs;
      if (atMs !== rowMs) write(series);
      least = count === 0 ? value : Math.min(least, value);
      greatest = count === 0 ? value : Math.max(greatest, value);
      total = count === 0 ? value : total + value;
      rowMs = atMs;
      count += 1;
    },
    write,
  };
}
