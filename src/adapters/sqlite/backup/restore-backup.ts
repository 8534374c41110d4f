// Puts a backup back, only where no gateway lives. The new journal is built and proved in a folder of its own; its last
// step is one rename, and before that no gateway starts there. Whoever was erased since the backup does not come back.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { Restored } from '../../../gateway/ports.ts';
import { keepRestored, readRestored } from '../gateway-table.ts';
import { migrate } from '../migrate.ts';
import { lockDataDir, restoringFolder } from '../open-journal-file.ts';
import { verifyFile } from '../verify-journal.ts';
import { BackupFault } from './backup-fault.ts';
import { damaged, type OpenBackup, openBackup, readFault } from './backup-file.ts';
import type { CheckedBackup } from './check-backup.ts';
import { copyRows } from './copy-rows.ts';
import { type Erasures, erasuresOf, keepErasures } from './erasures.ts';
import { photosFolder, writePhotos } from './photo-rows.ts';
import { syncPath } from './sync-path.ts';

export type RestoreRequest = {
  readonly file: string;
  readonly checked: CheckedBackup;
  readonly dataDir: string;
  /** Everybody known to be erased. */
  readonly erasures: Erasures;
  /** Where officina.yaml goes; null where it is not wanted. Nothing is there yet. */
  readonly yamlTo: string | null;
  readonly nowMs: number;
  readonly onProgress: (step: 'copy' | 'check', done: number, total: number) => void;
};

/** @throws StoreFault when a gateway runs there, BackupFault for everything else; then nothing has changed */
export async function restoreBackup(request: RestoreRequest): Promise<Restored> {
  const { file, dataDir } = request;
  checkPlace(dataDir);
  const lock = lockDataDir(dataDir);
  const staging = restoringFolder(dataDir);
  try {
    checkPlace(dataDir);
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging, { mode: 0o700 });
    try {
      const journal = join(staging, 'journal.sqlite');
      const restored = await build(journal, request);
      syncPath(journal);
      place(staging, request);
      return restored;
    } finally {
      rmSync(staging, { recursive: true, force: true });
    }
  } catch (cause) {
    throw restoreFault(file, { dataDir, cause });
  } finally {
    lock.close();
  }
}

/** Whose erasure the backup does not know yet. */
export function erasedSince(file: string, erasures: Erasures): readonly string[] {
  const opened = openBackup(file);
  try {
    return findErased(opened, erasures);
  } finally {
    opened.db.close();
  }
}

function findErased({ db }: OpenBackup, erasures: Erasures): readonly string[] {
  const members = db.prepare<[], string>('SELECT member FROM people ORDER BY member').pluck().all();
  const restored = readRestored(db);
  const last = db.prepare<[], number>('SELECT max(seq) FROM entries').pluck().get();
  // A backup of a restored journal on which no gateway has started: its own list still waits for its entries.
  const waiting = restored && restored.seq === last ? restored.erased : [];
  return [...waiting, ...members.filter((member) => erasures.has(member))];
}

/** What may lie about where nothing lives. */
const harmless = new Set(['lost+found', 'demo', 'lock.sqlite', 'lock.sqlite-journal', 'restoring']);

/** @throws BackupFault unless the folder is not there, empty, or holds a restore that was cut off */
export function checkPlace(dataDir: string): void {
  if (!existsSync(dataDir)) return;
  const names = readdirSync(dataDir);
  const isCutOff = names.includes('restoring') && !names.includes('journal.sqlite');
  const ours = isCutOff ? ['pepper', 'erasures.json', photosFolder] : [];
  const others = names.filter((name) => !harmless.has(name) && !ours.includes(name));
  if (others.length === 0) return;
  const some = others.slice(0, 3).join(', ') + (others.length > 3 ? ', …' : '');
  throw new BackupFault(
    'backup-place',
    `${dataDir} is not empty (${some}); a backup is put back only into an empty place. Move that folder away, or name another with --data.`,
  );
}

/** A proved journal of the newest format, on the disk. */
async function build(journal: string, request: RestoreRequest): Promise<Restored> {
  const { file, checked, erasures, nowMs, onProgress } = request;
  const from = openBackup(file);
  const to = new SqliteDatabase(journal);
  try {
    // Whoever dies here leaves a folder that the next restore throws away.
    to.pragma('journal_mode = OFF');
    to.pragma('synchronous = OFF');
    to.pragma('secure_delete = ON');
    const { entries, head, madeAtMs } = checked.manifest;
    const erased = findErased(from, erasures);
    migrate(to, { schema: 'journal', to: from.version });
    const onRows = (rows: number): void => onProgress('copy', Math.min(rows, entries), entries);
    copyRows({ from: from.db, to, erased: new Set(erased), onRows });
    const restored = { seq: entries, head, backedUpAtMs: madeAtMs, restoredAtMs: nowMs, erased };
    keepRestored(to, restored);
    migrate(to, { schema: 'journal' });
    await prove(to, request);
    writePhotos(from.db, dirname(journal));
    return restored;
  } finally {
    from.db.close();
    to.close();
  }
}

async function prove(db: Database, { file, checked, onProgress }: RestoreRequest): Promise<void> {
  const verdict = await verifyFile(db, (done, total) => onProgress('check', done, total));
  if (!verdict.ok) throw damaged(file, `entry ${verdict.seq}: ${verdict.reason}`);
  const { entries, head } = checked.manifest;
  if (verdict.entries !== entries || verdict.head !== head)
    throw damaged(file, `it ends at entry ${verdict.entries}, and was made with ${entries}`);
}

/** The journal comes last: with it the place is a gateway's. */
function place(staging: string, { dataDir, checked, erasures, yamlTo }: RestoreRequest): void {
  if (yamlTo !== null && checked.yaml !== null) {
    writeFileSync(yamlTo, checked.yaml, { flag: 'wx', mode: 0o600, flush: true });
    syncPath(dirname(yamlTo));
  }
  if (checked.pepper !== null)
    writeFileSync(join(staging, 'pepper'), checked.pepper, { mode: 0o600, flush: true });
  const db = new SqliteDatabase(join(staging, 'journal.sqlite'), { readonly: true });
  const known = new Map([...erasures, ...erasuresOf(db)]);
  db.close();
  keepErasures(staging, known);
  // Those of a restore that was cut off: a folder takes no other's place while it has something in it.
  rmSync(join(dataDir, photosFolder), { recursive: true, force: true });
  for (const name of ['erasures.json', 'pepper', photosFolder, 'journal.sqlite']) {
    if (existsSync(join(staging, name))) renameSync(join(staging, name), join(dataDir, name));
    syncPath(dataDir);
  }
}

function restoreFault(file: string, { dataDir, cause }: { dataDir: string; cause: unknown }): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    const text = `There is no room left in ${dataDir}, so nothing was put back; free some space there, or name another folder with --data.`;
    return new BackupFault('backup-no-room', text, { cause });
  }
  if (/^SQLITE_(IOERR|CANTOPEN|READONLY)/.test(code)) {
    const text = `${dataDir} cannot be written to (${code}), so nothing was put back; check its disk and its rights.`;
    return new BackupFault('backup-place', text, { cause });
  }
  if (cause instanceof Error && 'path' in cause && !code.startsWith('SQLITE_')) {
    const text = `${String(cause.path)} cannot be written (${code}), so nothing was put back; check its folder and its rights.`;
    return new BackupFault('backup-place', text, { cause });
  }
  if (code === '' && cause instanceof Error) return damaged(file, cause.message);
  return code.startsWith('SQLITE_') ? readFault(file, cause) : cause;
}
