// Who was erased, as a list that outlives every journal: opaque keys and times, nothing else. It stands in `erasures.json`
// in the data folder and beside the backups, so that an older backup, once restored, forgets them again.

import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { isId } from '../../../domain/ids.ts';
import { readRestored } from '../gateway-table.ts';
import { BackupFault } from './backup-fault.ts';
import { syncPath } from './sync-path.ts';

/** Member key → when they were erased, milliseconds since 1970. Keys are unique anywhere, so lists can be joined. */
export type Erasures = ReadonlyMap<string, number>;

const limits = { bytes: 16 * 1024 * 1024, members: 100_000 } as const;

export const erasuresIn = (folder: string): string => join(folder, 'erasures.json');

/** All that a journal says itself, and what a restore has put beside it for the first start. */
export function erasuresOf(db: Database): Erasures {
  const rows = db
    .prepare<[], { at_ms: number; body: string }>(
      `SELECT at_ms, body FROM entries WHERE type = 'member-erased' ORDER BY seq LIMIT ${limits.members}`,
    )
    .all();
  const restored = readRestored(db);
  return new Map([
    ...(restored?.erased ?? []).map((member) => [member, restored?.restoredAtMs ?? 0] as const),
    ...rows.map(({ at_ms, body }) => [String(JSON.parse(body).data.member), at_ms] as const),
  ]);
}

/** @throws BackupFault when the file is there and cannot be believed; one that is not there lists nobody */
export function readErasures(file: string): Erasures {
  if (!existsSync(file)) return new Map();
  try {
    if (statSync(file).size > limits.bytes) throw new Error(`it is larger than ${limits.bytes} bytes`);
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const listed = typeof read === 'object' && read !== null && 'erasures' in read ? read.erasures : null;
    if (!Array.isArray(listed) || listed.length > limits.members)
      throw new Error('it holds no list "erasures"');
    return new Map(listed.map(toErasure));
  } catch (cause) {
    throw new BackupFault(
      'erasures-damaged',
      `${file} cannot be read as a list of erasures; put another copy of it there, for instance that of the data folder, or move it away: the next backup lists whom its journal knows.`,
      { cause },
    );
  }
}

function toErasure(one: unknown): [string, number] {
  const { member, at } = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>;
  const atMs = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  if (typeof member !== 'string' || !isId(member) || !Number.isFinite(atMs))
    throw new Error('one of its lines has no member or no time');
  return [member, atMs];
}

/** Adds to the list of a folder; whoever stands there stays. Writes nothing when nobody is new. */
export function keepErasures(folder: string, erasures: Erasures): void {
  const file = erasuresIn(folder);
  const known = readErasures(file);
  if (![...erasures.keys()].some((member) => !known.has(member))) return;
  const listed = [...new Map([...erasures, ...known])]
    .toSorted(([, a], [, b]) => a - b)
    .map(([member, atMs]) => ({ member, at: new Date(atMs).toISOString() }));
  const draft = `${file}.${process.pid}`;
  const opened = openSync(draft, 'w', 0o600);
  try {
    writeSync(opened, `${JSON.stringify({ erasures: listed }, null, 1)}\n`);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  renameSync(draft, file);
  syncPath(dirname(file));
}
