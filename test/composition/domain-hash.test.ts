// What a hash of rules stands for: every file of the domain that those rules call is in one of its folders, so that no
// snapshot and no point outlives a change of the code that made it.

import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diaryFolders, reducerFolders } from '../../src/composition/domain-hash.ts';

const domain = new URL('../../src/domain/', import.meta.url).pathname;

/** The folders of a file and of all that it imports, types left out: they are gone when it runs. */
function foldersBehind(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (!seen.has(file)) {
    seen.add(file);
    const text = readFileSync(join(domain, file), 'utf8');
    for (const [, module = ''] of text.matchAll(/^import (?!type )[^;]*?from '(\.[^']+)';/gm))
      foldersBehind(normalize(join(dirname(file), module)), seen);
  }
  return new Set([...seen].map(dirname));
}

describe.each([
  ['the reducer', 'journal/apply.ts', reducerFolders],
  ['the points of the diary', 'diary/points-of.ts', diaryFolders],
])('inv. 3: the hash of %s', (_, file, folders) => {
  it('covers all that it calls', () => {
    const behind = [...foldersBehind(file)].sort();
    expect(behind.length).toBeGreaterThan(2);
    expect(behind.filter((folder) => !folders.includes(folder))).toEqual([]);
  });
});
