// Follows the forgotten taps through the entries of a journal that is verified: an entry may be empty only if it is a
// refused tap and a later `taps-forgotten` tells of exactly those that are, with their times and hashes (invariant 2).

import type { Database } from 'better-sqlite3';
import type { TapsForgotten } from '../../domain/journal/forgotten.ts';
import { beforeAllTaps, forgettableList, isToldBy, tapCover } from './tap-cover.ts';

export type TapTrail = {
  /** To be called with each entry that is good otherwise; says what is wrong with a `taps-forgotten`, or null. */
  see(entry: { readonly seq: number; readonly type: string; readonly data: unknown }): string | null;
  /** To be called at the end: the first empty entry that no later one tells of. */
  firstBad(): { readonly seq: number; readonly reason: string } | null;
};

export function tapTrail(db: Database): TapTrail {
  const cover = tapCover(db);
  const firstEmpty = db
    .prepare<[number, number], number>(
      `SELECT seq FROM entries WHERE type IN (${forgettableList}) AND (at_ms, seq) > (?, ?) AND body = ''
       ORDER BY at_ms, seq LIMIT 1`,
    )
    .pluck();
  let upTo = beforeAllTaps;

  return {
    see({ seq, type, data }) {
      if (type !== 'taps-forgotten') return null;
      const told = readTold(data);
      if (!told || told.throughSeq >= seq) return 'it does not say which taps it forgets';
      const found = cover(upTo, told.throughSeq);
      if (!isToldBy(found, told)) return 'the taps that it forgets are not those that are there';
      if (found.emptied < found.count) return 'a tap that it forgets is there again';
      upTo = found.last;
      return null;
    },
    firstBad() {
      const seq = firstEmpty.get(upTo.atMs, upTo.seq);
      return seq === undefined
        ? null
        : { seq, reason: 'it is empty, and no later entry says that it is forgotten' };
    },
  };
}

function readTold(data: unknown): TapsForgotten | null {
  const { beforeMs, throughSeq, count, digest } = (data ?? {}) as Partial<
    Record<keyof TapsForgotten, unknown>
  >;
  if (typeof beforeMs !== 'number' || typeof throughSeq !== 'number') return null;
  if (typeof count !== 'number' || typeof digest !== 'string') return null;
  return { beforeMs, throughSeq, count, digest };
}
