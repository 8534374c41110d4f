// The hash of the rules in some folders of the domain: what was computed with other rules is computed again.

import { sourceHash } from '../adapters/system/source-hash.ts';

/** What applies entries, with all that it calls. */
export const reducerFolders: readonly string[] = [
  ...['journal', 'usage', 'billing', 'machine', 'access', 'schedule'],
  ...['policy', 'booking', 'ledger', 'allowance'],
  '.',
];

/** What makes points of entries, with all that it calls. */
export const diaryFolders: readonly string[] = ['diary', 'billing', 'usage', 'machine', 'access', '.'];

/** A snapshot that other code made is not used. */
export const reducerHash = (): string => domainHash(reducerFolders);

/** Points that other code made are written again. */
export const diaryHash = (): string => domainHash(diaryFolders);

function domainHash(folders: readonly string[]): string {
  return sourceHash(folders.map((name) => new URL(`../domain/${name}/`, import.meta.url)));
}
