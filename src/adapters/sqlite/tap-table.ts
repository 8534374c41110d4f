// Refused taps that are old enough to be forgotten, oldest first, and the forgetting itself: it happens in the
// transaction that appends the entry `taps-forgotten`, to exactly the taps that this entry tells of, or not at all.

import type { Database } from 'better-sqlite3';
import type { TapsForgotten } from '../../domain/journal/forgotten.ts';
import { JournalFault } from '../../gateway/ports.ts';
import type { Handlers, ReadCalls } from './calls.ts';
import { beforeAllTaps, forgettableList, isToldBy, type TapPlace, tapCover } from './tap-cover.ts';

export type TapTable = Handlers<Pick<ReadCalls, 'tapsToForget'>> & {
  /** To be called before the entry that says so is inserted, in the same transaction. */
  forget(told: TapsForgotten): void;
};

export function tapTable(db: Database): TapTable {
  const newest = db
    .prepare<[], string>(
      `SELECT body FROM entries WHERE type = 'taps-forgotten' ORDER BY at_ms DESC, seq DESC LIMIT 1`,
    )
    .pluck();
  const placeOf = db.prepare<[number], TapPlace>('SELECT seq, at_ms AS atMs FROM entries WHERE seq = ?');
  const lastOld = db
    .prepare<[number, number, number, number], number | null>(
      `SELECT max(seq) FROM (
         SELECT seq FROM entries WHERE type IN (${forgettableList}) AND (at_ms, seq) > (?, ?) AND at_ms < ?
         ORDER BY at_ms, seq LIMIT ?)`,
    )
    .pluck();
  const empty = db.prepare<[number, number, number, number]>(
    `UPDATE entries SET body = ''
     WHERE type IN (${forgettableList}) AND (at_ms, seq) > (?, ?) AND (at_ms, seq) <= (?, ?)`,
  );
  const cover = tapCover(db);

  /** The last tap that is forgotten already. */
  function forgottenUpTo(): TapPlace {
    const body = newest.get();
    if (body === undefined) return beforeAllTaps;
    const { data }: { data: TapsForgotten } = JSON.parse(body);
    return placeOf.get(data.throughSeq) ?? beforeAllTaps;
  }

  return {
    tapsToForget({ beforeMs, limit }) {
      const after = forgottenUpTo();
      const throughSeq = lastOld.get(after.atMs, after.seq, beforeMs, limit) ?? null;
      if (throughSeq === null) return null;
      const { count, digest } = cover(after, throughSeq);
      return { beforeMs, throughSeq, count, digest };
    },
    forget(told) {
      const after = forgottenUpTo();
      const found = cover(after, told.throughSeq);
      if (!isToldBy(found, told) || found.emptied > 0) throw notThose(told);
      empty.run(after.atMs, after.seq, found.last.atMs, found.last.seq);
    },
  };
}

const notThose = ({ throughSeq }: TapsForgotten): JournalFault =>
  new JournalFault(
    'journal-broken',
    `The taps up to entry ${throughSeq} are not those that were to be forgotten, so none was; ask again which they are.`,
  );
