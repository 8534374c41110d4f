// Keeps the tables of the diary at their bounds: beyond the rows the longest series loses its oldest, beyond the age
// every series does, and what the workshop wants forgotten goes from all of them. Samples that were taken away before they were sent elsewhere are counted (invariant 10).

import type { Database } from 'better-sqlite3';
import { type Tier, tiers } from './diary-tiers.ts';

/** Rows taken away in one call, so that a lowered bound never holds up the journal. */
const trimSlice = 10_000;

export type DiaryTrim = {
  /** @returns how many samples went unsent */
  trim(bounds: { readonly nowMs: number; readonly maxRows: number }): number;
  /** Takes what ended before that time from one series of each table; whether there was one, and how many unsent. */
  forget(beforeMs: number): { more: boolean; unsent: number };
};

export function diaryTrim(db: Database): DiaryTrim {
  const tables = tiers.map((tier) => ({ tier, ...tableTrim(db, tier) }));
  const after = db
    .prepare<[number], number>('SELECT id FROM series WHERE id > ? ORDER BY id LIMIT 1')
    .pluck();
  // One series in each call is looked at for its age; every one has its turn within minutes.
  let turn = 0;

  return {
    trim({ nowMs, maxRows }) {
      turn = after.get(turn) ?? after.get(0) ?? 0;
      let unsent = 0;
      for (const { tier, toRows, toAge } of tables) {
        unsent += toAge(turn, nowMs - tier.keepMs) + toRows(maxRows);
      }
      return unsent;
    },
    forget: db.transaction((beforeMs: number) => {
      let more = false;
      let unsent = 0;
      for (const { tier, firstOlder, toAge } of tables) {
        const startedMs = beforeMs - tier.stepMs + 1;
        const series = firstOlder(startedMs);
        if (series === undefined) continue;
        more = true;
        unsent += toAge(series, startedMs);
      }
      return { more, unsent };
    }).immediate,
  };
}

function tableTrim(db: Database, { table, kept }: Tier) {
  const total = db.prepare<[], number>(`SELECT total(${kept}) FROM series`).pluck();
  const longest = db.prepare<[], { id: number; rows: number }>(
    `SELECT id, ${kept} AS rows FROM series ORDER BY ${kept} DESC LIMIT 1`,
  );
  const older = db
    .prepare<[number, number, number], number>(
      `SELECT count(*) FROM (SELECT 1 FROM ${table} WHERE series = ? AND at_ms < ? LIMIT ?)`,
    )
    .pluck();
  const firstOlder = db
    .prepare<[number], number>(
      `SELECT id FROM series WHERE EXISTS (SELECT 1 FROM ${table} WHERE series = id AND at_ms < ?) LIMIT 1`,
    )
    .pluck();
  const unsentAmong = db
    .prepare<[number, number, number], number>(
      `SELECT count(*) FROM (SELECT at_ms FROM ${table} WHERE series = ? ORDER BY at_ms LIMIT ?)
       WHERE at_ms > (SELECT sent_ms FROM series WHERE id = ?)`,
    )
    .pluck();
  const remove = db.prepare(
    `DELETE FROM ${table} WHERE series = ? AND at_ms IN
       (SELECT at_ms FROM ${table} WHERE series = ? ORDER BY at_ms LIMIT ?)`,
  );
  const shrink = db.prepare(`UPDATE series SET ${kept} = max(0, ${kept} - ?) WHERE id = ?`);

  /** Minutes and hours stay here; only samples are sent. */
  const removeOldest = (series: number, count: number): number => {
    const unsent = table === 'sample' ? (unsentAmong.get(series, count, series) ?? 0) : 0;
    remove.run(series, series, count);
    shrink.run(count, series);
    return unsent;
  };

  return {
    firstOlder: (beforeMs: number): number | undefined => firstOlder.get(beforeMs),
    toRows(maxRows: number): number {
      let unsent = 0;
      let excess = Math.min((total.get() ?? 0) - maxRows, trimSlice);
      while (excess > 0) {
        const series = longest.get();
        if (!series || series.rows === 0) break;
        const count = Math.min(excess, series.rows);
        unsent += removeOldest(series.id, count);
        excess -= count;
      }
      return unsent;
    },
    toAge(series: number, beforeMs: number): number {
      const count = older.get(series, beforeMs, trimSlice) ?? 0;
      return count === 0 ? 0 : removeOldest(series, count);
    },
  };
}
