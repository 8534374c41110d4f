// officina.yaml as it stands there, comments and all; no secret that it names is looked up.

import { readFileSync } from 'node:fs';

/** Null where there is none. */
export function readConfigText(file: string | null): string | null {
  if (file === null) return null;
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new Error(`${file} cannot be read for the backup; check its rights.`, { cause });
  }
}
