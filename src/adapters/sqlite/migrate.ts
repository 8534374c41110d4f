// Brings a database file to the newest numbered migration; the file itself says in `user_version` how far it is.
// All that is missing is one transaction, so a file is never between two versions.

import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';

export type Schema = 'journal' | 'diary';

/** The newest version that this program knows, the highest number of a migration file. */
export function newestVersion(schema: Schema): number {
  return migrationFiles(schema).at(-1)?.version ?? 0;
}

export const fileVersion = (db: Database): number => Number(db.pragma('user_version', { simple: true }));

/**
 * Runs what is missing, to the newest version or to the one that is named. The caller has made sure that the file is
 * not newer than the program.
 */
export function migrate(db: Database, { schema, to }: { schema: Schema; to?: number }): void {
  const isBehind = (): boolean => fileVersion(db) < (to ?? newestVersion(schema));
  if (!isBehind()) return;
  db.transaction(() => {
    for (const { version, file } of migrationFiles(schema)) {
      if (!isBehind() || version <= fileVersion(db)) continue;
      db.exec(readFileSync(new URL(file, folderOf(schema)), 'utf8'));
      db.pragma(`user_version = ${version}`);
    }
  }).immediate();
}

/** In order; the numbers begin at 0001 and have no gap. */
function migrationFiles(schema: Schema): readonly { readonly version: number; readonly file: string }[] {
  const files = readdirSync(folderOf(schema))
    .filter((file) => /^\d{4}-[a-z-]+\.sql$/.test(file))
    .sort()
    .map((file) => ({ version: Number(file.slice(0, 4)), file }));
  for (const [index, { version, file }] of files.entries()) {
    if (version !== index + 1) throw new Error(`migration ${file} of the ${schema} is out of order`);
  }
  return files;
}

const folderOf = (schema: Schema): URL => new URL(`./migrations/${schema}/`, import.meta.url);
