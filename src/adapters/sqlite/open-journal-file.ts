// Opens `journal.sqlite`, the truth, and the lock beside it that keeps a second gateway out. Whatever stands in the way
// becomes a `StoreFault` with one sentence for the person who starts the program.

import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { fileVersion, migrate, newestVersion } from './migrate.ts';
import { StoreFault } from './store-fault.ts';

/** "Offi": tells a journal from any other SQLite file. */
const applicationId = 1_332_110_953;

/** How long a checkpoint or a read may wait for another program that reads the file. */
const busyTimeoutMs = 200;

/** The write-ahead log is cut back to this after a burst. */
const walKeptBytes = 16 * 1024 * 1024;

/** Makes the data directory and takes the lock; an OS lock, so it goes with the process, even when it is killed. */
export function lockDataDir(dataDir: string): Database {
  const file = join(dataDir, 'lock.sqlite');
  return explained(file, () => {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const lock = new SqliteDatabase(file, { timeout: 0 });
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return lock;
    } catch (cause) {
      lock.close();
      throw cause;
    }
  });
}

/** Whether a gateway that was killed has left a write-ahead log: it may still hold what was erased or forgotten. */
export const hasOldLog = (dataDir: string): boolean =>
  (statSync(join(dataDir, 'journal.sqlite-wal'), { throwIfNoEntry: false })?.size ?? 0) > 0;

type JournalRequest = {
  readonly dataDir: string;
  readonly readOnly: boolean;
  /** Whether a file of an older format may be read as it is. */
  readonly older?: boolean;
};

/** Where a restore puts its parts together; it goes when the restore is done. */
export const restoringFolder = (dataDir: string): string => join(dataDir, 'restoring');

/** For whoever asks about a journal, and must not make one by asking. */
export function needJournal(dataDir: string): void {
  const file = join(dataDir, 'journal.sqlite');
  if (existsSync(file)) return;
  throw new StoreFault(
    'journal-missing',
    `There is no journal at ${file}; name the data directory of the gateway, or start the gateway once to make one.`,
  );
}

export function openJournalFile({ dataDir, readOnly, older = false }: JournalRequest): Database {
  const file = join(dataDir, 'journal.sqlite');
  if (!existsSync(file) && existsSync(restoringFolder(dataDir))) {
    throw new StoreFault(
      'journal-missing',
      `The restore into ${dataDir} was not finished; run it again, or delete ${restoringFolder(dataDir)} to begin with an empty journal.`,
    );
  }
  if (readOnly) needJournal(dataDir);
  return explained(file, () => {
    const db = new SqliteDatabase(file, { readonly: readOnly, timeout: busyTimeoutMs });
    try {
      checkIdentity(db, { file, needsNewest: readOnly && !older });
      db.pragma('trusted_schema = OFF');
      if (!readOnly) prepareForWriting(db);
      return db;
    } catch (cause) {
      db.close();
      throw cause;
    }
  });
}

function prepareForWriting(db: Database): void {
  db.pragma('journal_mode = WAL');
  // FULL: the log is synced at every commit, before the commit is answered (invariant 1).
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  // Erased people and forgotten taps are overwritten with zeros in the file, not only unlinked.
  db.pragma('secure_delete = ON');
  db.pragma(`journal_size_limit = ${walKeptBytes}`);
  migrate(db, { schema: 'journal' });
}

function checkIdentity(db: Database, { file, needsNewest }: { file: string; needsNewest: boolean }): void {
  const version = fileVersion(db);
  const newest = newestVersion('journal');
  const foreign = Number(db.pragma('application_id', { simple: true })) !== applicationId;
  const empty = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  if (foreign && !empty) {
    throw new StoreFault(
      'journal-damaged',
      `${file} is a database of another program, not a journal; move it away, or name another data directory.`,
    );
  }
  if (version > newest) {
    throw new StoreFault(
      'journal-newer',
      `${file} was written by a newer program (format ${version}, this one knows ${newest}); install that version again, or restore a backup made before it.`,
    );
  }
  if (needsNewest && version < newest) {
    throw new StoreFault(
      'journal-older',
      `${file} is of an older format (${version}, this program reads ${newest}); start the gateway once, which brings it up to date.`,
    );
  }
}

function explained<T>(file: string, open: () => T): T {
  try {
    return open();
  } catch (cause) {
    if (cause instanceof StoreFault) throw cause;
    throw explain(file, cause);
  }
}

function explain(file: string, cause: unknown): StoreFault {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code.startsWith('SQLITE_BUSY')) {
    return new StoreFault(
      'journal-locked',
      `Another gateway is running on this data directory (${file} is locked); stop it first, or name another data directory.`,
      { cause },
    );
  }
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) {
    return new StoreFault(
      'journal-damaged',
      `${file} is damaged (${textOf(cause)}); restore it from a backup, or move it away to begin a new one.`,
      { cause },
    );
  }
  return new StoreFault(
    'journal-unreadable',
    `${file} could not be opened (${textOf(cause)}); check that its disk is there, has room, and that this account may read and write it.`,
    { cause },
  );
}

const textOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
