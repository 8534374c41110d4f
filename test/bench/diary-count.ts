// How many readings are in a diary, asked of the diary itself: the embedded file, or InfluxDB.

import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Influxd } from '../adapters/influx/influxd.ts';
import { dataDir } from './bench-workshop.ts';

export type EmbeddedCount = {
  /** By the sums that the diary keeps itself: quick. */
  soFar(): { readonly kept: number; readonly seriesUnsent: number };
  /** Row by row. */
  exactly(): number;
  close(): void;
};

/** Beside the gateway that writes it. */
export function embeddedCount(folder: string): EmbeddedCount {
  const db = new SqliteDatabase(join(dataDir(folder), 'diary.sqlite'), { readonly: true });
  const sums = db.prepare<[], { kept: number; seriesUnsent: number }>(
    'SELECT total(kept) AS kept, count(*) FILTER (WHERE last_ms > sent_ms) AS seriesUnsent FROM series',
  );
  const rows = db.prepare<[], number>('SELECT count(*) FROM sample').pluck();
  return {
    soFar: () => sums.get() ?? { kept: 0, seriesUnsent: 0 },
    exactly: () => rows.get() ?? 0,
    close: () => void db.close(),
  };
}

export async function influxCount(influxd: Influxd, database: string): Promise<number> {
  const [row = {}] = await influxd.query('SELECT count(*) FROM reading', database);
  return Object.entries(row)
    .filter(([column]) => column.startsWith('count_'))
    .reduce((sum, [, count]) => sum + Number(count), 0);
}
