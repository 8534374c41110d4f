// A hash of source files: names a version of code, so that what one version made is never read by another.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** SHA-256 over the TypeScript files of some folders, in order of their names; hex. */
export function sourceHash(folders: readonly URL[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const file of readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .sort()) {
      hash.update(file).update(readFileSync(new URL(file, folder)));
    }
  }
  return hash.digest('hex');
}
