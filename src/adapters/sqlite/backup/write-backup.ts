// Makes a backup beside a running gateway or without one: one reading transaction copies the whole journal, so that the
// copy is the journal of one moment and the gateway never waits for it. It has its name only once it was read back,
// entry by entry, and is on the disk.

import { closeSync, constants, openSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { openJournalFile } from '../open-journal-file.ts';
import { BackupFault } from './backup-fault.ts';
import { type Beside, headOf, type Manifest, spaceOf, stampBackup } from './backup-file.ts';
import { checkBackup } from './check-backup.ts';
import { type Erasures, erasuresOf } from './erasures.ts';
import { syncPath } from './sync-path.ts';

export type BackupRequest = Beside & {
  readonly dataDir: string;
  /** Where it is to stand; nothing is there yet. */
  readonly file: string;
  readonly onProgress: Progress;
  /** Whether the format of the journal may be an older one, whose entries cannot be proved by this program. */
  readonly older?: boolean;
  /** What stays free on the disk. */
  readonly spareBytes?: number;
};

type Progress = (step: 'copy' | 'check', done: number, total: number) => void;

/** The gateway may write to the same disk, and must not be stopped by its own backup. */
const usualSpareBytes = 32 * 1024 * 1024;

/** What is to be known of a journal before its backup. @throws StoreFault */
export function readFacts(dataDir: string): { readonly space: string; readonly erasures: Erasures } {
  const db = openJournalFile({ dataDir, readOnly: true });
  try {
    return { space: spaceOf(db), erasures: erasuresOf(db) };
  } finally {
    db.close();
  }
}

/** @throws StoreFault, BackupFault */
export async function writeBackup(request: BackupRequest): Promise<Manifest> {
  const { dataDir, file } = request;
  const journal = openJournalFile({ dataDir, readOnly: true, older: request.older ?? false });
  const partial = `${file}.partial`;
  try {
    const bytes = sizeOf(journal);
    checkRoom(dirname(file), { bytes, spareBytes: request.spareBytes ?? usualSpareBytes });
    create(partial);
    const manifest = copy(journal, { ...request, partial, bytes });
    await checkBackup({
      file: partial,
      onProgress: (done, total) => request.onProgress('check', done, total),
    });
    checkOrigin(journal, manifest);
    renameSync(partial, file);
    syncPath(dirname(file));
    return manifest;
  } catch (cause) {
    // One that is there already belongs to somebody else.
    if (codeOf(cause) !== 'EEXIST') rmSync(partial, { force: true });
    throw explain(request, cause);
  } finally {
    journal.close();
  }
}

const sizeOf = (db: Database): number =>
  (pragma(db, 'page_count') - pragma(db, 'freelist_count')) * pragma(db, 'page_size');

const pragma = (db: Database, name: string): number => Number(db.pragma(name, { simple: true }));

function checkRoom(folder: string, { bytes, spareBytes }: { bytes: number; spareBytes: number }): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= bytes + spareBytes) return;
  throw new BackupFault(
    'backup-no-room',
    `${folder} has ${megabytes(bavail * bsize)} free, and the backup takes ${megabytes(bytes)} and leaves ${megabytes(spareBytes)} to others; free some space, delete older backups, or name another disk.`,
  );
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000)} MB`;

/** For its owner only from the first byte on: it holds the pepper and names. */
function create(partial: string): void {
  closeSync(openSync(partial, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600));
}

function copy(
  journal: Database,
  { partial, bytes, onProgress, ...beside }: BackupRequest & { partial: string; bytes: number },
): Manifest {
  onProgress('copy', 0, bytes);
  // One statement and so one snapshot; the gateway goes on writing behind it. Stepwise copies begin anew at each write.
  journal.prepare('VACUUM INTO ?').run(partial);
  const manifest = stampBackup(partial, beside);
  syncPath(partial);
  onProgress('copy', bytes, bytes);
  return manifest;
}

/** What was copied is a beginning of what the gateway has by now. */
function checkOrigin(journal: Database, { entries, head }: Manifest): void {
  const found = journal
    .prepare<[number], Buffer>('SELECT hash FROM entries WHERE seq = ?')
    .pluck()
    .get(entries);
  if (entries === 0 || found?.toString('hex') === head) return;
  throw new BackupFault(
    'backup-damaged',
    `The copy ends at entry ${entries} with another hash than the journal has there; check the disk, verify the journal, and try again. The journal ends at entry ${headOf(journal).entries}.`,
  );
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : '';

function explain({ file, dataDir }: BackupRequest, cause: unknown): unknown {
  const code = codeOf(cause);
  const folder = dirname(file);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    const text = `There is no room left in ${folder}, so no backup was made; free some space there, or name another disk.`;
    return new BackupFault('backup-no-room', text, { cause });
  }
  if (code === 'backup-damaged') {
    const text = `No backup was made of ${dataDir}: the copy was read back, and it is not whole. "officina verify" tells whether the journal itself is; keep the data folder and the newest good backup as they are.`;
    return new BackupFault('backup-damaged', text, { cause });
  }
  if (code === 'EEXIST') {
    const text = `Another backup is being written to ${basename(file)} just now; wait for it, or try again.`;
    return new BackupFault('backup-place', text, { cause });
  }
  if (code.startsWith('SQLITE_IOERR')) {
    const text = `${folder} took only a part of the backup (${code}), so none was made; check its disk, or name another.`;
    return new BackupFault('backup-place', text, { cause });
  }
  const isPlace = /^(ENOENT|ENOTDIR|EACCES|EPERM|EROFS)$/.test(code) || code.startsWith('SQLITE_CANTOPEN');
  if (!isPlace) return cause;
  const text = `${folder} cannot be written to (${code}); check that the folder is there and that this account may write in it.`;
  return new BackupFault('backup-place', text, { cause });
}
