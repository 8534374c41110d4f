// Writes samples into the diary: each goes to its minute and its hour at once. A sample that is there already changes
// nothing.

import type { Database } from 'better-sqlite3';
import type { SampleColumns } from './calls.ts';
import { type Tier, tiers } from './diary-tiers.ts';
import type { DiaryTrim } from './diary-trim.ts';

/** Series: machines times readings. Samples of further ones are dropped and counted. */
const maxSeries = 10_000;

type Sum = { count: number; total: number; least: number; greatest: number };

/** What a call adds to one series. */
type Added = { samples: number; firstMs: number; lastMs: number };

export function diaryRecord(db: Database, { maxRows, trim }: { maxRows: number; trim: DiaryTrim['trim'] }) {
  const seriesOf = seriesTable(db);
  const insert = db.prepare('INSERT OR IGNORE INTO sample (series, at_ms, value) VALUES (?, ?, ?)');
  // One that comes late is sent late, too.
  const grow = db.prepare(
    `UPDATE series SET kept = kept + ?, last_ms = max(last_ms, ?), sent_ms = min(sent_ms, ? - 1) WHERE id = ?`,
  );
  const rollups = [rollup(db, tiers[1]), rollup(db, tiers[2])];

  return db.transaction((columns: SampleColumns): { dropped: number; unsent: number } => {
    const added = new Map<number, Added>();
    for (const { forget } of rollups) forget();
    let dropped = 0;
    for (const [index, machine] of columns.machines.entries()) {
      const series = seriesOf(machine, columns.names[index] ?? '');
      if (series === null) {
        dropped += 1;
        continue;
      }
      const atMs = Math.trunc(columns.atMs[index] ?? 0);
      const value = columns.values[index] ?? 0;
      if (insert.run(series, atMs, value).changes === 0) continue;
      added.set(series, grown(added.get(series), atMs));
      for (const { add } of rollups) add(series, atMs, value);
    }
    for (const [series, { samples, firstMs, lastMs }] of added) grow.run(samples, lastMs, firstMs, series);
    for (const { write } of rollups) write();
    const nowMs = columns.atMs.reduce((latest, atMs) => Math.max(latest, atMs), 0);
    return { dropped, unsent: trim({ nowMs, maxRows }) };
  });
}

const grown = (before: Added | undefined, atMs: number): Added => ({
  samples: (before?.samples ?? 0) + 1,
  firstMs: Math.min(before?.firstMs ?? atMs, atMs),
  lastMs: Math.max(before?.lastMs ?? atMs, atMs),
});

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

/** Sums gather in memory and are written once per call: a second of samples falls into one or two rows. */
function rollup(db: Database, { table, kept, stepMs }: Tier) {
  const known = db.prepare(`SELECT 1 FROM ${table} WHERE series = ? AND at_ms = ?`);
  const put = db.prepare(
    `INSERT INTO ${table} (series, at_ms, count, total, least, greatest) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET count = count + excluded.count, total = total + excluded.total,
       least = min(least, excluded.least), greatest = max(greatest, excluded.greatest)`,
  );
  const grow = db.prepare(`UPDATE series SET ${kept} = ${kept} + 1 WHERE id = ?`);
  const waiting = new Map<string, { series: number; atMs: number; sum: Sum }>();

  return {
    /** What a call that failed has left here was undone with it. */
    forget: (): void => waiting.clear(),
    add(series: number, sampleMs: number, value: number): void {
      const atMs = Math.floor(sampleMs / stepMs) * stepMs;
      const key = `${series} ${atMs}`;
      const row = waiting.get(key);
      if (!row) {
        waiting.set(key, { series, atMs, sum: { count: 1, total: value, least: value, greatest: value } });
        return;
      }
      row.sum.count += 1;
      row.sum.total += value;
      row.sum.least = Math.min(row.sum.least, value);
      row.sum.greatest = Math.max(row.sum.greatest, value);
    },
    write(): void {
      for (const { series, atMs, sum } of waiting.values()) {
        if (known.get(series, atMs) === undefined) grow.run(series);
        put.run(series, atMs, sum.count, sum.total, sum.least, sum.greatest);
      }
    },
  };
}
