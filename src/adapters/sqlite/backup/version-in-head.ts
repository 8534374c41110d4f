// The format of a journal as the head of its file says, without opening the database: at almost every start it is the
// newest, and then nothing of the database is loaded into this thread for it.

import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Big-endian, 4 bytes: `user_version` in the SQLite file format, 1.3. */
const versionAt = 60;

/** 0 where there is no such file. What still stands in its write-ahead log may only be newer. */
export function versionInHead(dataDir: string): number {
  const bytes = Buffer.alloc(4);
  let file: number;
  try {
    file = openSync(join(dataDir, 'journal.sqlite'), 'r');
  } catch {
    return 0;
  }
  try {
    return readSync(file, bytes, { position: versionAt }) === bytes.length ? bytes.readUInt32BE() : 0;
  } finally {
    closeSync(file);
  }
}
