// The hash of the rules in some folders of the domain: what was computed with other rules is computed again.

import { sourceHash } from '../adapters/system/source-hash.ts';

/** What applies entries; a snapshot that other code made is not used. */
export const reducerHash = (): string => domainHash(['journal', 'usage', 'machine']);

/** What makes points of entries; points that other code made are written again. */
export const diaryHash = (): string => domainHash(['diary', 'billing', 'machine', '.']);

function domainHash(folders: readonly string[]): string {
  return sourceHash(folders.map((name) => new URL(`../domain/${name}/`, import.meta.url)));
}
