// Reads one series of the diary as buckets: from samples where they still reach and the buckets are short, else from
// minutes, else from hours. A long stretch is read in slices, so that commits are served in between.

import type { Database } from 'better-sqlite3';
import type { Bucket, DiaryCalls, Handlers, SeriesPlan } from './calls.ts';
import { type Tier, tiers } from './diary-tiers.ts';

/** Rows summed up in one call, some milliseconds. */
const slice = 20_000;

type SliceRow = Bucket & { readonly rows: number; readonly lastMs: number };

export function diarySeries(db: Database): Handlers<Pick<DiaryCalls, 'plan' | 'series'>> {
  const find = db
    .prepare<[string, string], number>('SELECT id FROM series WHERE machine = ? AND name = ?')
    .pluck();
  const tables = tiers.map((tier) => tableReader(db, tier));

  /** The finest table whose rows are no longer than the buckets, unless only a coarser one reaches back. */
  const choose = (series: number, { fromMs, bucketMs }: { fromMs: number; bucketMs: number }): number => {
    let chosen = tiers.findLastIndex(({ stepMs }) => stepMs <= bucketMs);
    const oldestMs = tables.map((table) => table.oldestMs(series) ?? Number.POSITIVE_INFINITY);
    while (chosen + 1 < tiers.length) {
      const coarserStepMs = tiers[chosen + 1]?.stepMs ?? 1;
      const reaches = oldestMs[chosen] ?? 0;
      const coarserReaches = Math.max(fromMs, oldestMs[chosen + 1] ?? 0) + coarserStepMs;
      if (reaches <= fromMs || coarserReaches > reaches) break;
      chosen += 1;
    }
    return chosen;
  };

  return {
    plan({ machine, name, fromMs, toMs, limit }) {
      const series = find.get(machine, name);
      if (series === undefined) return null;
      const wantedMs = Math.ceil((toMs - fromMs) / limit);
      const tier = choose(series, { fromMs, bucketMs: wantedMs });
      const stepMs = tiers[tier]?.stepMs ?? 1;
      // Buckets of whole rows, beginning with the first whole row.
      const bucketMs = Math.ceil(wantedMs / stepMs) * stepMs;
      return { series, tier, fromMs: Math.ceil(fromMs / stepMs) * stepMs, toMs, bucketMs };
    },
    series({ plan, startMs }) {
      const rows = tables[plan.tier]?.slice(plan, startMs) ?? [];
      const seen = rows.reduce((sum, row) => sum + row.rows, 0);
      const last = rows.at(-1);
      const buckets = rows.map(({ bucket, count, total, min, max }) => ({ bucket, count, total, min, max }));
      const next = last && seen === slice && last.lastMs + 1 < plan.toMs ? last.lastMs + 1 : null;
      return { buckets, next };
    },
  };
}

/** Numbers go to SQLite as floating point, so the division is cast: it must be one of whole numbers. */
function tableReader(db: Database, { table, columns }: Tier) {
  const oldest = db
    .prepare<[number], number | null>(`SELECT min(at_ms) FROM ${table} WHERE series = ?`)
    .pluck();
  const read = db.prepare<[number, number, number, number, number, number], SliceRow>(
    `SELECT (at_ms - CAST(? AS INTEGER)) / CAST(? AS INTEGER) AS bucket, count(*) AS rows, sum(count) AS count,
            total(total) AS total, min(least) AS min, max(greatest) AS max, max(at_ms) AS lastMs
     FROM (SELECT at_ms, ${columns} FROM ${table}
           WHERE series = ? AND at_ms >= ? AND at_ms < ? ORDER BY at_ms LIMIT ?)
     GROUP BY bucket ORDER BY bucket`,
  );
  return {
    oldestMs: (series: number): number | null => oldest.get(series) ?? null,
    slice: ({ series, fromMs, toMs, bucketMs }: SeriesPlan, startMs: number): readonly SliceRow[] =>
      read.all(fromMs, bucketMs, series, startMs, toMs, slice),
  };
}
