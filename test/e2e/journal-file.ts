// Reads the journal as it lies on the disk, beside the program that writes it: rows of a file, not the program's own
// idea of them.

import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

/** An entry as its JSON stands in the file. */
export type RawEntry = {
  readonly seq: number;
  readonly type: string;
  readonly boot: string;
  readonly atMs: number;
  readonly monoMs: number;
  /** Whatever an entry of its type says; tests look at what they know. */
  readonly data: Readonly<Record<string, unknown>>;
};

/** All entries in order; with `types`, those of these types. */
export function readJournal(dir: string, types?: readonly string[]): readonly RawEntry[] {
  const file = join(dir, 'data', 'journal.sqlite');
  const db = new SqliteDatabase(file, { readonly: true, timeout: 2_000 });
  try {
    const rows = db.prepare<[], { body: string }>('SELECT body FROM entries ORDER BY seq').all();
    const entries = rows.map(({ body }) => JSON.parse(body) as RawEntry);
    return types ? entries.filter(({ type }) => types.includes(type)) : entries;
  } finally {
    db.close();
  }
}
