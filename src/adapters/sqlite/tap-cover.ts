// Which refused taps an entry `taps-forgotten` covers, as the file holds them now: all those after the last tap of the
// entry of this type before it, up to and with its own last tap. Writing and verifying ask the same question here.

import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { forgettable, type TapsForgotten } from '../../domain/journal/forgotten.ts';

/** For SQL: own words only, so nothing needs to be escaped. */
export const forgettableList = forgettable.map((type) => `'${type}'`).join(', ');

/** What stands between two taps; `emptied` says how many of the `count` have no body any more. */
export type TapCover = Pick<TapsForgotten, 'count' | 'digest'> & {
  readonly emptied: number;
  readonly last: TapPlace;
};

/** Times repeat, so the seq decides; in the order of time, which is the order of seq. */
export type TapPlace = { readonly atMs: number; readonly seq: number };

type Row = TapPlace & { readonly hash: Buffer; readonly isEmpty: number };

export const beforeAllTaps: TapPlace = { atMs: 0, seq: 0 };

/** @returns reads the taps after a place, up to and with the one of `throughSeq` */
export function tapCover(db: Database): (after: TapPlace, throughSeq: number) => TapCover {
  const timeOf = db.prepare<[number], number>('SELECT at_ms FROM entries WHERE seq = ?').pluck();
  const between = db.prepare<[number, number, number, number], Row>(
    `SELECT seq, at_ms AS atMs, hash, body = '' AS isEmpty FROM entries
     WHERE type IN (${forgettableList}) AND (at_ms, seq) > (?, ?) AND (at_ms, seq) <= (?, ?) ORDER BY at_ms, seq`,
  );
  return (after, throughSeq) => {
    const digest = createHash('sha256');
    let count = 0;
    let emptied = 0;
    let last = after;
    for (const row of between.iterate(after.atMs, after.seq, timeOf.get(throughSeq) ?? 0, throughSeq)) {
      digest.update(`${row.seq} ${row.atMs} ${row.hash.toString('hex')}\n`);
      count += 1;
      emptied += row.isEmpty;
      last = { atMs: row.atMs, seq: row.seq };
    }
    return { count, emptied, last, digest: digest.digest('hex') };
  };
}

/** Whether the entry tells of exactly these taps, and of old ones only. */
export const isToldBy = (cover: TapCover, told: TapsForgotten): boolean =>
  cover.count > 0 &&
  cover.count === told.count &&
  cover.digest === told.digest &&
  cover.last.seq === told.throughSeq &&
  cover.last.atMs < told.beforeMs;
