// One transaction, and so one fsync, for all writes that wait together. A write that breaks a rule of its own fails
// alone; when the disk fails, all of them do. After a failed commit every commit decided before the caller knew is
// refused: each carries the epoch it was sent in, and a failure ends the epoch.

import type { Database } from 'better-sqlite3';
import { isBallotChange } from '../../domain/policy/ballot-box.ts';
import { JournalFault } from '../../gateway/ports.ts';
import type { Answer, Handlers, WriteCalls, WriteRequest } from './calls.ts';
import { sqliteCode, toFaultNote } from './fault-note.ts';

export type GroupCommit = {
  /** Answers every request, in order; what is answered without a fault is on the disk. */
  write(requests: readonly WriteRequest[]): readonly Answer[];
  /** Commits that became durable, and the transactions that carried them. */
  counts(): { readonly commits: number; readonly transactions: number };
};

type Parts = {
  readonly db: Database;
  readonly handlers: Handlers<WriteCalls>;
  /** Called after the transaction, or the part of it that a write had, was undone. */
  readonly undone: () => void;
  /** Called once a commit that erases somebody is on the disk. */
  readonly erased: () => void;
  /** An artificial delay in each durable transaction, for tests of a slow disk; 0 for none. */
  readonly fsyncDelayMs: number;
  /** Whether the write-ahead log may hold what was erased before this program started. */
  readonly cleaningOwed: boolean;
};

export function groupCommit(parts: Parts): GroupCommit {
  const { db, handlers, undone, erased, fsyncDelayMs } = parts;
  let failedEpoch = 0;
  let commits = 0;
  let transactions = 0;
  let { cleaningOwed } = parts;

  const inSavepoint = db.transaction((request: WriteRequest) => handle(request));
  const inTransaction = db.transaction((requests: readonly WriteRequest[]) => requests.map(answerOne));

  function handle(request: WriteRequest): unknown {
    if (request.kind === 'append' && request.ask.epoch <= failedEpoch) throw behind();
    return callHandler(handlers, request);
  }

  function answerOne(request: WriteRequest): Answer {
    try {
      return { id: request.id, value: inSavepoint(request) };
    } catch (cause) {
      if (!concernsOneWrite(cause)) throw cause;
      undone();
      endEpochOf(request);
      return { id: request.id, fault: toFaultNote(cause) };
    }
  }

  function endEpochOf(request: WriteRequest): void {
    if (request.kind === 'append') failedEpoch = Math.max(failedEpoch, request.ask.epoch);
  }

  /** The first commit is told why; those after it only that they come after it. */
  function refuseAll(requests: readonly WriteRequest[], cause: unknown): readonly Answer[] {
    undone();
    for (const request of requests) endEpochOf(request);
    const first = requests.find((request) => request.kind === 'append');
    return requests.map((request) => {
      const late = request.kind === 'append' && request !== first;
      return { id: request.id, fault: toFaultNote(late ? behind() : cause) };
    });
  }

  /**
   * Erased rows and forgotten taps are gone from the file; this takes them out of the write-ahead log too, once no reader
   * holds it.
   */
  function cleanLog(requests: readonly WriteRequest[]): void {
    cleaningOwed ||= requests.some(leavesTraces);
    if (!cleaningOwed) return;
    // A backup may read for minutes: commits do not wait for it.
    const timeoutMs = Number(db.pragma('busy_timeout', { simple: true }));
    try {
      db.pragma('busy_timeout = 0');
      cleaningOwed = db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0;
    } catch {
      // Still owed: tried again after the next commit.
    } finally {
      db.pragma(`busy_timeout = ${timeoutMs}`);
    }
  }

  return {
    write(requests) {
      if (db.readonly) return requests.map(({ id }) => ({ id, fault: toFaultNote(readOnly()) }));
      let answers: readonly Answer[];
      try {
        answers = inTransaction.immediate(requests);
      } catch (cause) {
        return refuseAll(requests, cause);
      }
      if (fsyncDelayMs > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, fsyncDelayMs);
      const done = requests.filter(
        (request, index) => request.kind === 'append' && 'value' in (answers[index] ?? {}),
      );
      if (done.length === 0) return answers;
      commits += done.length;
      transactions += 1;
      if (done.some(erases)) erased();
      cleanLog(done);
      return answers;
    },
    counts: () => ({ commits, transactions }),
  };
}

/** The table of handlers is keyed by the kind of the request, which the compiler cannot follow through a union. */
function callHandler(handlers: Handlers<WriteCalls>, request: WriteRequest): unknown {
  return handlers[request.kind](request.ask as never);
}

const erases = ({ kind, ask }: WriteRequest): boolean =>
  kind === 'append' &&
  (ask.commit.people.some((change) => change.kind === 'erase') ||
    ask.commit.entries.some(({ type }) => type === 'taps-forgotten'));

/** The log tells in which order ballots came, beside the entries that say whose they are. */
const leavesTraces = (request: WriteRequest): boolean =>
  erases(request) || (request.kind === 'append' && request.ask.commit.people.some(isBallotChange));

const behind = (): JournalFault =>
  new JournalFault(
    'journal-behind',
    'A commit before this one failed, so it was decided on a state that never was; decide again from the last entry on the disk.',
  );

const readOnly = (): JournalFault =>
  new JournalFault(
    'journal-broken',
    'The journal was opened for reading only; open it for writing to change it.',
  );

/** What SQLite says of the disk or the file concerns all; its documentation asks for a whole rollback then. */
function concernsOneWrite(cause: unknown): boolean {
  const code = sqliteCode(cause);
  return !code.startsWith('SQLITE_') || code.startsWith('SQLITE_CONSTRAINT');
}
