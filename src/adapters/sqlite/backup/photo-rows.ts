// Pictures of machines in a backup: rows beside the pepper, each named by the SHA-256 of its bytes, so that each proves
// itself. A program from before there were any passes over them.

import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { syncPath } from './sync-path.ts';

export type Photo = { readonly digest: string; readonly bytes: Uint8Array };

/** As the gateway that is restored looks for them in its data folder. */
export const photosFolder = 'photos';

const prefix = 'photo:';
const digestShape = /^[0-9a-f]{64}$/;

export function putPhotos(db: Database, photos: Iterable<Photo>): void {
  const put = db.prepare('INSERT INTO backup (name, value) VALUES (?, ?)');
  for (const { digest, bytes } of photos) put.run(prefix + digest, Buffer.from(bytes));
}

/** The name of a row that is not the picture that it says, or null. */
export function wrongPhoto(db: Database): string | null {
  for (const { digest, bytes } of photosOf(db)) {
    if (!digestShape.test(digest) || hash('sha256', bytes) !== digest)
      return `${prefix}${digest.slice(0, 64)}`;
  }
  return null;
}

/** Nothing is written where there are none, and nothing anywhere else, whatever a row is called. */
export function writePhotos(db: Database, staging: string): void {
  const folder = join(staging, photosFolder);
  let written = 0;
  for (const { digest, bytes } of photosOf(db)) {
    if (!digestShape.test(digest)) continue;
    if (written === 0) mkdirSync(folder, { mode: 0o700 });
    writeFileSync(join(folder, digest), bytes, { mode: 0o600, flush: true });
    written += 1;
  }
  if (written > 0) syncPath(folder);
}

function* photosOf(db: Database): Generator<Photo> {
  const rows = db.prepare<[], { name: string; value: Buffer }>(
    `SELECT name, value FROM backup WHERE name LIKE '${prefix}%'`,
  );
  for (const { name, value } of rows.iterate()) yield { digest: name.slice(prefix.length), bytes: value };
}
