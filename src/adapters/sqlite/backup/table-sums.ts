// One hash per table over its rows, so that a changed byte is found also where no entry of the journal speaks of it.
// The entries have a chain of their own; snapshots carry their sum and are never put back.

import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

const without = new Set(['entries', 'snapshots', 'backup']);

/** Names of the tables that are no part of SQLite itself, in order. */
export const tableNames = (db: Database): readonly string[] =>
  db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name",
    )
    .pluck()
    .all();

/** Columns as they may be written; what the file computes itself is left out. */
export const columnNames = (db: Database, table: string): readonly string[] =>
  db
    .prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid')
    .pluck()
    .all(table);

/** @returns table → SHA-256 over its rows, hex */
export function tableSums(db: Database): Readonly<Record<string, string>> {
  const names = tableNames(db).filter((name) => !without.has(name));
  return Object.fromEntries(names.map((name) => [name, sumOf(db, name)]));
}

function sumOf(db: Database, table: string): string {
  const columns = columnNames(db, table).map(quoted).join(', ');
  const hash = createHash('sha256').update(columns);
  const rows = db.prepare<[], unknown[]>(`SELECT ${columns} FROM ${quoted(table)} ORDER BY ${columns}`).raw();
  for (const row of rows.iterate()) hash.update(`${JSON.stringify(row.map(toText))}\n`);
  return hash.digest('hex');
}

const toText = (value: unknown): unknown => (Buffer.isBuffer(value) ? { hex: value.toString('hex') } : value);

/** A name as SQL takes it, whatever stands in it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
