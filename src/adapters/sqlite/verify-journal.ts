// Checks a journal from its first entry to its last, also while a gateway writes to it: hashes, links, order, the columns
// that repeat the body, the digest of every living person and note, the number of secret ballots, and that what is empty was forgotten as the journal
// says (invariant 2). Names the first entry that is wrong.

import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { isForgettable } from '../../domain/journal/forgotten.ts';
import { ballotTable } from './ballot-table.ts';
import { ballotTrail } from './ballot-trail.ts';
import { pageLimit } from './calls.ts';
import { readRestored } from './gateway-table.ts';
import { memberTrail } from './member-trail.ts';
import { noteTable } from './note-table.ts';
import { noteTrail } from './note-trail.ts';
import { openJournalFile } from './open-journal-file.ts';
import { peopleTable } from './people-table.ts';
import { firstPrev } from './seal-entry.ts';
import { tapTrail } from './tap-trail.ts';

export type Verdict =
  /** `head` is the hash of the last entry, hex: who keeps it elsewhere can later tell that nothing was cut off. */
  { readonly ok: true; readonly entries: number; readonly head: string } | BadEntry;

type BadEntry = { readonly ok: false; readonly seq: number; readonly reason: string };

export type VerifyRequest = {
  readonly dataDir: string;
  readonly onProgress?: (done: number, total: number) => void;
};

/** Body and type as bytes, so that not even a byte that is no UTF-8 can hide. */
type Row = {
  readonly seq: number;
  readonly at_ms: unknown;
  readonly type: unknown;
  readonly body: Buffer;
  readonly hash: unknown;
};

/** @throws StoreFault when the file cannot be opened or is no journal. */
export async function verifyJournal({ dataDir, onProgress }: VerifyRequest): Promise<Verdict> {
  const db = openJournalFile({ dataDir, readOnly: true });
  try {
    return await verifyFile(db, onProgress ?? (() => undefined));
  } finally {
    db.close();
  }
}

/** A file that is open already, of the newest format. */
export async function verifyFile(
  db: Database,
  onProgress: (done: number, total: number) => void,
): Promise<Verdict> {
  const chain = chainCheck(db);
  const readPage = pageReader(db);
  const total = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM entries').pluck();
  const checkPage = (): BadEntry | 'more' | 'end' => {
    const rows = readPage(chain.seq());
    for (const row of rows) {
      const reason = chain.check(row);
      if (reason) return { ok: false, seq: chain.seq() + 1, reason };
    }
    onProgress(chain.seq(), Math.max(chain.seq(), total.get() ?? 0));
    return rows.length < pageLimit ? 'end' : 'more';
  };
  // The people belong to the entries of one moment, so the last entries are read together with them.
  const checkEnd = db.transaction((): Verdict => {
    let step = checkPage();
    while (step === 'more') step = checkPage();
    const restored = readRestored(db);
    // A restored journal that no gateway has started on yet.
    const erased = restored?.seq === chain.seq() ? restored.erased : [];
    const bad = step === 'end' ? firstOf(chain.firstBad(erased)) : step;
    return bad ? { ...bad, ok: false } : { ok: true, entries: chain.seq(), head: chain.head() };
  });
  try {
    // Page by page in transactions of their own: a long one would keep the write-ahead log of the gateway growing.
    let step = checkPage();
    while (step === 'more') {
      await setImmediate();
      step = checkPage();
    }
    return step === 'end' ? checkEnd.deferred() : step;
  } catch (cause) {
    // Damaged pages of the file itself; whatever is read before them was right.
    const said = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, seq: chain.seq() + 1, reason: `it cannot be read (${said})` };
  }
}

function pageReader(db: Database): (after: number) => readonly Row[] {
  const page = db.prepare<[number, number], Row>(
    `SELECT seq, at_ms, type, CAST(body AS BLOB) AS body, hash FROM entries
     WHERE seq > ? ORDER BY seq LIMIT ?`,
  );
  return (after) => page.all(after, pageLimit);
}

const firstOf = (bad: readonly Omit<BadEntry, 'ok'>[]) => bad.toSorted((a, b) => a.seq - b.seq)[0] ?? null;

/** What is known up to the last good entry. */
function chainCheck(db: Database) {
  const members = memberTrail();
  const taps = tapTrail(db);
  const notes = noteTrail();
  const ballots = ballotTrail();
  let seq = 0;
  let head = firstPrev;
  let atMs = 0;

  /** Why the row is not the next entry; null when it is, and then it becomes the last good one. */
  function check(row: Row): string | null {
    if (row.seq !== seq + 1) return `it is missing; the next one there is ${row.seq}`;
    if (row.body.length === 0) return checkEmpty(row);
    if (!Buffer.isBuffer(row.hash) || !hash('sha256', row.body, 'buffer').equals(row.hash)) {
      return 'its hash is not the hash of what it says';
    }
    const entry = parseBody(row.body);
    if (!entry) return 'it is not an entry';
    if (entry.prev !== head) return 'it does not continue the entry before it';
    if (entry.seq !== row.seq) return `it says of itself that it is entry ${entry.seq}`;
    if (entry.atMs !== row.at_ms) return 'the column of its time differs from what it says';
    if (entry.type !== row.type) return 'the column of its type differs from what it says';
    if (entry.atMs < atMs) return 'its time is before the time of the entry before it';
    const told = taps.see(entry);
    if (told) return told;
    members.see(entry);
    notes.see(entry);
    ballots.see(entry);
    goOn({ seq: row.seq, atMs: entry.atMs, hash: row.hash });
    return null;
  }

  /** Its hash is proved by the entry after it, and its time and type by the one that forgot it. */
  function checkEmpty(row: Row): string | null {
    if (!isForgettable(String(row.type)))
      return 'it is empty, which only a refused tap or who came and went may be';
    if (!Buffer.isBuffer(row.hash)) return 'it is empty, and so is its hash';
    if (typeof row.at_ms !== 'number' || row.at_ms < atMs)
      return 'its time is before that of the entry before it';
    goOn({ seq: row.seq, atMs: row.at_ms, hash: row.hash });
    return null;
  }

  function goOn(last: { seq: number; atMs: number; hash: Buffer }): void {
    seq = last.seq;
    head = last.hash.toString('hex');
    atMs = last.atMs;
  }

  /** What the entries, and what stands beside them, contradict. */
  const firstBad = (erased: readonly string[]) => {
    const people = members.firstBad(peopleTable(db).people(), erased);
    const said = notes.firstBad(noteTable(db).notes(), erased);
    const cast = ballots.firstBad(ballotTable(db).all());
    return [people, said, cast, taps.firstBad()].filter((bad) => bad !== null);
  };

  return { check, firstBad, seq: () => seq, head: () => head };
}

type SealedEntry = {
  readonly seq: number;
  readonly atMs: number;
  readonly type: string;
  readonly prev: string;
  readonly data: unknown;
};

function parseBody(body: Buffer): SealedEntry | null {
  try {
    const entry: Partial<SealedEntry> | null = JSON.parse(body.toString('utf8'));
    const { seq, atMs, type, prev, data } = entry ?? {};
    if (typeof seq !== 'number' || typeof atMs !== 'number') return null;
    if (typeof type !== 'string' || typeof prev !== 'string') return null;
    return { seq, atMs, type, prev, data };
  } catch {
    return null;
  }
}
