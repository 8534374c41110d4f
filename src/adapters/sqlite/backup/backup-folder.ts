// The folder in which backups of one or more gateways stand: names for new ones, who was erased by the others, and which
// old ones may go.

import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { BackupFault } from './backup-fault.ts';
import { type Manifest, openBackup, readBeside } from './backup-file.ts';
import { type Erasures, erasuresIn, erasuresOf, readErasures } from './erasures.ts';

/** Backups that are looked at in one folder, the newest by their names; twenty years of one a day. */
const mostBackups = 7_500;

const dayMs = 86_400_000;

/** Where a new backup goes. @throws BackupFault when it cannot go there */
export function backupTarget(wanted: {
  /** A folder, or a file that ends in `.backup` and is not there. */
  readonly path: string;
  readonly dataDir: string;
  readonly space: string;
  readonly nowMs: number;
}): string {
  const path = resolve(wanted.path);
  const isFile = path.endsWith('.backup') && !isFolder(path);
  const folder = isFile ? dirname(path) : path;
  if (!isFolder(folder)) {
    // Not made here: a stick that is not mounted would be written beside, onto the same disk as the journal.
    throw new BackupFault(
      'backup-place',
      `${folder} is no folder; make it, or mount the disk that it is on.`,
    );
  }
  if (folder === resolve(wanted.dataDir)) {
    throw new BackupFault(
      'backup-place',
      `${folder} is the data folder itself, and would be lost together with its backup; name another folder, best on another disk.`,
    );
  }
  const file = isFile ? path : join(folder, backupName(wanted));
  if (existsSync(file))
    throw new BackupFault('backup-place', `${file} is already there and stays as it is; name another.`);
  return file;
}

/** `officina-<space>-<yyyymmdd-hhmmss>.backup`, in UTC, so that names sort by time. */
function backupName({ space, nowMs }: { space: string; nowMs: number }): string {
  const slug = space
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
  const [day = '', time = ''] = new Date(nowMs).toISOString().replaceAll(/[-:]/g, '').split(/[T.]/);
  return `officina-${slug || 'workshop'}-${day}-${time}.backup`;
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Who was erased, as the list in a folder and the backups of one gateway in it tell. */
export function erasuresBeside(
  folder: string,
  { gateway, not }: { gateway: string; not: string },
): { readonly erasures: Erasures /** Files that could not tell. */; readonly unread: readonly string[] } {
  const known = new Map(readErasures(erasuresIn(folder)));
  const unread: string[] = [];
  for (const file of backupsIn(folder)) {
    if (file === resolve(not)) continue;
    try {
      const opened = openBackup(file);
      try {
        if (readBeside(file, opened).manifest.gateway !== gateway) continue;
        for (const [member, atMs] of erasuresOf(opened.db)) known.set(member, atMs);
      } finally {
        opened.db.close();
      }
    } catch {
      unread.push(file);
    }
  }
  return { erasures: known, unread };
}

/** Deletes all but the newest backups of one gateway. One that cannot be read stays: nobody knows whose it is. */
export function pruneBackups(folder: string, { gateway, keep }: { gateway: string; keep: number }): string[] {
  const own = backupsIn(folder)
    .flatMap((file) => manifestOf(file) ?? [])
    .filter(({ manifest }) => manifest.gateway === gateway)
    .toSorted((a, b) => b.manifest.madeAtMs - a.manifest.madeAtMs || (a.file < b.file ? 1 : -1));
  const gone = own.slice(keep).map(({ file }) => file);
  for (const file of gone) rmSync(file);
  return gone;
}

/** What a backup that was cut off left behind a day ago or longer. */
export function sweepPartials(folder: string, nowMs: number): void {
  for (const name of readdirSync(folder)) {
    if (!/^officina-.*\.backup\.partial$/.test(name)) continue;
    const file = join(folder, name);
    const touchedMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? nowMs;
    if (nowMs - touchedMs > dayMs) rmSync(file, { force: true });
  }
}

function manifestOf(file: string): { file: string; manifest: Manifest } | null {
  try {
    const opened = openBackup(file);
    try {
      return { file, manifest: readBeside(file, opened).manifest };
    } finally {
      opened.db.close();
    }
  } catch {
    return null;
  }
}

const backupsIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.backup'))
    .sort()
    .slice(-mostBackups)
    .map((name) => join(resolve(folder), basename(name)));
