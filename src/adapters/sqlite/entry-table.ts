// The table of entries: appends that continue the chain, and pages for replay and query. An append that would leave a
// gap, go back in time or carry what JSON cannot hold is refused before anything is written. Forgotten taps keep their
// places: pages say of them what is left.

import type { Database } from 'better-sqlite3';
import type { Entry } from '../../domain/journal/entry.ts';
import { forgottenEntry, isForgettable } from '../../domain/journal/forgotten.ts';
import { JournalFault } from '../../gateway/ports.ts';
import { type EntryPage, type Handlers, pageLimit, type QueryPlace, type ReadCalls } from './calls.ts';
import { firstPrev, sealEntry } from './seal-entry.ts';
import { tapTable } from './tap-table.ts';

export type EntryTable = Handlers<Pick<ReadCalls, 'read' | 'query' | 'tapsToForget'>> & {
  append(entries: readonly Entry[]): void;
  /** Seq of the last entry, within the open transaction. */
  lastSeq(): number;
  /** Reads the end of the chain again, after a transaction was undone. */
  reload(): void;
};

type Tail = { readonly seq: number; readonly atMs: number; readonly hash: string };
type Row = { readonly seq: number; readonly at_ms: number; readonly type: string; readonly body: string };

/** @param gateway id of the gateway that wrote it all */
export function entryTable(db: Database, gateway: () => string): EntryTable {
  const insert = db.prepare('INSERT INTO entries (seq, at_ms, type, body, hash) VALUES (?, ?, ?, ?, ?)');
  const last = db.prepare<[], { seq: number; at_ms: number; hash: Buffer }>(
    'SELECT seq, at_ms, hash FROM entries ORDER BY seq DESC LIMIT 1',
  );
  const page = db.prepare<[number, number], Row>(
    'SELECT seq, at_ms, type, body FROM entries WHERE seq > ? ORDER BY seq LIMIT ?',
  );
  const typePage = db.prepare<[string, number, number, number, number], Row>(
    `SELECT seq, at_ms, type, body FROM entries
     WHERE type = ? AND (at_ms, seq) > (?, ?) AND at_ms < ? AND body <> '' ORDER BY at_ms, seq LIMIT ?`,
  );
  const taps = tapTable(db);
  let tail = readTail();

  function readTail(): Tail {
    const row = last.get();
    return row
      ? { seq: row.seq, atMs: row.at_ms, hash: row.hash.toString('hex') }
      : { seq: 0, atMs: 0, hash: firstPrev };
  }

  return {
    append(entries) {
      let end = tail;
      for (const entry of entries) {
        checkFollows(entry, end);
        if (entry.type === 'taps-forgotten') taps.forget(entry.data);
        const sealed = seal(entry, end.hash);
        insert.run(entry.seq, entry.atMs, entry.type, sealed.body, sealed.hash);
        end = { seq: entry.seq, atMs: entry.atMs, hash: sealed.hash.toString('hex') };
      }
      tail = end;
    },
    lastSeq: () => tail.seq,
    reload() {
      tail = readTail();
    },
    read({ after }) {
      const rows = page.all(after, pageLimit);
      for (const [index, row] of rows.entries()) {
        if (row.seq !== after + 1 + index) throw missing(after + 1 + index);
      }
      return toPage(rows, gateway);
    },
    query({ type, after, toMs }) {
      const rows = typePage.all(type, after.atMs, after.seq, toMs, pageLimit);
      const end = rows.at(-1);
      const next: QueryPlace | null =
        end && rows.length === pageLimit ? { atMs: end.at_ms, seq: end.seq } : null;
      return { ...toPage(rows, gateway), next };
    },
    tapsToForget: taps.tapsToForget,
  };
}

function checkFollows(entry: Entry, tail: Tail): void {
  if (entry.seq !== tail.seq + 1) {
    throw new JournalFault(
      'journal-behind',
      `Entry ${entry.seq} does not follow entry ${tail.seq}, the last one on the disk; decide again from there.`,
    );
  }
  if (!Number.isSafeInteger(entry.atMs) || entry.atMs < tail.atMs) {
    throw new JournalFault(
      'journal-broken',
      `Entry ${entry.seq} has the time ${entry.atMs}, which is not a whole millisecond at or after ${tail.atMs}; take its time from the clock that never goes back.`,
    );
  }
  if (entry.type === 'forgotten') {
    throw new JournalFault(
      'journal-broken',
      `Entry ${entry.seq} is what is left of one that was forgotten; that is read, never written.`,
    );
  }
}

function seal(entry: Entry, prev: string): ReturnType<typeof sealEntry> {
  try {
    return sealEntry(entry, prev);
  } catch (cause) {
    throw new JournalFault(
      'journal-broken',
      `Entry ${entry.seq} (${entry.type}) holds a value that JSON cannot carry; clean what comes from devices before deciding on it.`,
      { cause },
    );
  }
}

const toPage = (rows: readonly Row[], gateway: () => string): EntryPage => ({
  json: `[${rows.map((row) => (row.body === '' ? leftOf(row, gateway()) : row.body)).join(',')}]`,
  count: rows.length,
});

function leftOf({ seq, at_ms: atMs, type }: Row, gateway: string): string {
  if (isForgettable(type)) return JSON.stringify(forgottenEntry({ seq, atMs, gateway, was: type }));
  throw new JournalFault(
    'journal-broken',
    `Entry ${seq} (${type}) is empty, which only a refused tap or who came and went may be; verify the journal and restore a backup that holds it.`,
  );
}

const missing = (seq: number): JournalFault =>
  new JournalFault(
    'journal-broken',
    `Entry ${seq} is missing from the journal; verify the journal and restore a backup that holds it.`,
  );
