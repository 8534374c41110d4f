// A backup is one SQLite file: the tables of the journal, and a table `backup` with what else a gateway needs: a
// manifest, the pepper, and officina.yaml as it was written. Its mark differs from that of a journal, so that no gateway
// ever starts on one by mistake.

import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { fileVersion, newestVersion } from '../migrate.ts';
import { firstPrev } from '../seal-entry.ts';
import { BackupFault } from './backup-fault.ts';
import { type Photo, putPhotos } from './photo-rows.ts';
import { tableNames, tableSums } from './table-sums.ts';

/** "Offb". */
const applicationId = 1_332_110_946;

export type Manifest = {
  readonly format: 1;
  /** Version of the program that made it. */
  readonly program: string;
  /** Name of the space; empty when it was not described yet. */
  readonly space: string;
  readonly gateway: string;
  /** The last entry in it, and its hash, hex. */
  readonly entries: number;
  readonly head: string;
  /** Wall clock, milliseconds since 1970. */
  readonly madeAtMs: number;
  /** SHA-256, hex, of each table, and of `pepper` and `yaml` below. */
  readonly sums: Readonly<Record<string, string>>;
};

/** What goes into a backup beside the journal. */
export type Beside = {
  readonly program: string;
  readonly madeAtMs: number;
  /** Null when the gateway has never been started: then there is no badge either. */
  readonly pepper: Uint8Array | null;
  readonly yaml: string | null;
  /** Pictures of machines; left out for none. */
  readonly photos?: Iterable<Photo>;
};

export type OpenBackup = {
  readonly db: Database;
  /** Format of the journal in it. */
  readonly version: number;
};

/** Turns a copy of a journal into a backup. The file is nobody else's yet. */
export function stampBackup(file: string, beside: Beside): Manifest {
  const db = new SqliteDatabase(file);
  try {
    // Whoever dies here leaves a file that nobody takes for a backup.
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    const manifest = manifestOf(db, beside);
    db.exec('CREATE TABLE backup (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT');
    const put = db.prepare('INSERT INTO backup (name, value) VALUES (?, ?)');
    put.run('manifest', Buffer.from(JSON.stringify(manifest)));
    if (beside.pepper !== null) put.run('pepper', Buffer.from(beside.pepper));
    if (beside.yaml !== null) put.run('yaml', Buffer.from(beside.yaml));
    putPhotos(db, beside.photos ?? []);
    db.pragma(`application_id = ${applicationId}`);
    return manifest;
  } finally {
    db.close();
  }
}

function manifestOf(db: Database, { program, madeAtMs, pepper, yaml }: Beside): Manifest {
  const sums = {
    ...tableSums(db),
    ...(pepper === null ? {} : { 'beside:pepper': hash('sha256', pepper) }),
    ...(yaml === null ? {} : { 'beside:yaml': hash('sha256', yaml) }),
  };
  const gateway = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'gateway'").pluck().get() ?? '';
  return { format: 1, program, space: spaceOf(db), gateway, ...headOf(db), madeAtMs, sums };
}

/** The last entry and its hash. */
export function headOf(db: Database): { entries: number; head: string } {
  const last = db
    .prepare<[], { seq: number; hash: Buffer }>('SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1')
    .get();
  return last ? { entries: last.seq, head: last.hash.toString('hex') } : { entries: 0, head: firstPrev };
}

/** The name that the last description gives the space. */
export function spaceOf(db: Database): string {
  const body = db
    .prepare<[], string>(
      "SELECT body FROM entries WHERE type = 'workshop-described' ORDER BY seq DESC LIMIT 1",
    )
    .pluck()
    .get();
  return body === undefined ? '' : String(JSON.parse(body).data?.workshop?.space?.name ?? '');
}

/**
 * Opens a backup for reading, after a look at its length and its marks.
 * @throws BackupFault
 */
export function openBackup(file: string): OpenBackup {
  checkLength(file);
  return explained(file, () => {
    const db = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
    try {
      db.pragma('trusted_schema = OFF');
      if (Number(db.pragma('application_id', { simple: true })) !== applicationId) throw notOurs(file);
      const [version, newest] = [fileVersion(db), newestVersion('journal')];
      if (version > newest) {
        throw new BackupFault(
          'backup-newer',
          `${file} was made by a newer program (format ${version}, this one knows ${newest}); install that version, or take a backup made before it.`,
        );
      }
      return { db, version };
    } catch (cause) {
      db.close();
      throw cause;
    }
  });
}

/** What stands in it beside the journal, compared with the manifest's own sums. */
export function readBeside(file: string, { db }: OpenBackup) {
  return explained(file, () => {
    const rows = tableNames(db).includes('backup')
      ? db
          .prepare<[], { name: string; value: Buffer }>(
            "SELECT name, value FROM backup WHERE name IN ('manifest', 'pepper', 'yaml')",
          )
          .all()
      : [];
    const values = new Map(rows.map(({ name, value }) => [name, value]));
    const manifest = toManifest(values.get('manifest'));
    if (!manifest) throw damaged(file, 'its manifest cannot be read');
    const [pepper = null, yaml = null] = [values.get('pepper'), values.get('yaml')];
    return { manifest, pepper, yaml };
  });
}

/** A manifest from a stranger: every field of its kind, or null. */
function toManifest(bytes: Buffer | undefined): Manifest | null {
  try {
    const read: unknown = JSON.parse(bytes?.toString('utf8') ?? '');
    if (typeof read !== 'object' || read === null) return null;
    const { format, program, space, gateway, entries, head, madeAtMs, sums } = read as Record<
      string,
      unknown
    >;
    if (format !== 1 || typeof sums !== 'object' || sums === null) return null;
    if (typeof entries !== 'number' || !Number.isSafeInteger(entries)) return null;
    if (typeof madeAtMs !== 'number' || !Number.isSafeInteger(madeAtMs)) return null;
    const [text, name, id, hex] = [program, space, gateway, head].map((one) => printable(one));
    if (text === undefined || name === undefined || id === undefined || hex === undefined) return null;
    return {
      format,
      program: text,
      space: name,
      gateway: id,
      entries,
      head: hex,
      madeAtMs,
      sums: { ...sums },
    };
  } catch {
    return null;
  }
}

const printable = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= 300 && !/\p{Cc}/u.test(value) ? value : undefined;

/** A file that a full stick or a broken line cut off tells so by its own header. */
function checkLength(file: string): void {
  const { header, bytes } = explained(file, () => {
    const opened = openSync(file, 'r');
    try {
      const header = Buffer.alloc(100);
      readSync(opened, header, 0, 100, 0);
      return { header, bytes: fstatSync(opened).size };
    } finally {
      closeSync(opened);
    }
  });
  if (bytes < header.length || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw notOurs(file);
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const wantedBytes = pageBytes * header.readUInt32BE(28);
  if (bytes < wantedBytes)
    throw damaged(file, `it is cut off: ${bytes} of its ${wantedBytes} bytes are there`);
}

export const damaged = (file: string, why: string): BackupFault =>
  new BackupFault('backup-damaged', `${file} is not as it was made: ${why}; take another backup.`);

const notOurs = (file: string): BackupFault =>
  new BackupFault(
    'backup-damaged',
    `${file} is no backup of Officina; name a file that "officina backup" has made, such as officina-workshop-20261122-031500.backup.`,
  );

function explained<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw readFault(file, cause);
  }
}

/** What is to be said of a backup that could not be read. */
export function readFault(file: string, cause: unknown): BackupFault {
  if (cause instanceof BackupFault) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOENT') {
    return new BackupFault('backup-place', `${file} is not there; check the path.`, { cause });
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    const text = `${file} is not as it was made: it cannot be read to its end; take another backup.`;
    return new BackupFault('backup-damaged', text, { cause });
  }
  const text = `${file} cannot be read (${code || String(cause)}); check its disk and its rights.`;
  return new BackupFault('backup-place', text, { cause });
}
