// The pictures of a data folder one after the other, for its backup: what is not a picture under its own digest is left out.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, digestShape, isMissing, photosIn } from './photo-folder.ts';

/** One that goes away meanwhile is no picture of this workshop any more. */
export function* readPhotos(dataDir: string): Generator<{ digest: string; bytes: Uint8Array }> {
  const folder = photosIn(dataDir);
  if (!existsSync(folder)) return;
  for (const digest of readdirSync(folder)) {
    const bytes = digestShape.test(digest) ? readIfThere(join(folder, digest)) : null;
    if (bytes !== null && digestOf(bytes) === digest) yield { digest, bytes };
  }
}

function readIfThere(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch (fault) {
    if (isMissing(fault)) return null;
    throw new Error(`The picture ${file} cannot be read; look at its rights.`, { cause: fault });
  }
}
