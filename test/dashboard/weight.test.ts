// What each page makes a phone fetch before it works: its own script, what that needs at once, and its words in the heaviest
// language, as the build has made them, gzip. What is fetched when something is opened does not count.

import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

type Chunk = {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly src?: string;
};
type Manifest = Readonly<Record<string, Chunk>>;

const dist = new URL('../../src/dashboard/dist/', import.meta.url);

/** `words`: how the chunks with its words are named in the build, one for each language; null where it has none of its own. */
const pages: readonly { readonly page: string; readonly limitKb: number; readonly words: RegExp | null }[] = [
  { page: 'index.html', limitKb: 60, words: /words\/[a-z]{2}\.ts\?board$/ },
  // An old tablet beside the machine.
  { page: 'kiosk/kiosk.html', limitKb: 40, words: /kiosk\/spoken-[a-z]{2}\.ts$/ },
];

describe.skipIf(!existsSync(new URL('index.html', dist)))('the weight of the pages as built', () => {
  it.each(pages)('$page stays below $limitKb kB', ({ page, limitKb, words }) => {
    const manifest: Manifest = JSON.parse(readFileSync(new URL('chunks.json', dist), 'utf8'));
    const own = closure(manifest, [page]);
    const languages = Object.keys(manifest).filter((key) => words?.test(key));
    expect(words === null || languages.length > 0).toBe(true);
    const weights = [null, ...languages].map((language) => {
      const all = language === null ? own : new Set([...own, ...closure(manifest, [language])]);
      return { language, kb: weightOf(all) };
    });
    // The whole page, not an empty start of it.
    expect(Math.min(...weights.map(({ kb }) => kb))).toBeGreaterThan(10);
    for (const { language, kb } of weights) expect(kb, `${page} in ${language}`).toBeLessThanOrEqual(limitKb);
  });
});

it('the kiosk carries nothing of the board', () => {
  const manifest: Manifest = JSON.parse(readFileSync(new URL('chunks.json', dist), 'utf8'));
  const code = [...closure(manifest, ['kiosk/kiosk.html'])].map((file) =>
    readFileSync(new URL(file, dist), 'utf8'),
  );
  expect(code.join('')).not.toContain('Nothing needs you.');
});

/** The files of some chunks and of all that they import at once. */
function closure(manifest: Manifest, keys: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const waiting = [...keys];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the build knows no ${key}; build the dashboard anew`);
    if (files.has(chunk.file)) continue;
    files.add(chunk.file);
    waiting.push(...(chunk.imports ?? []));
  }
  return files;
}

const weightOf = (files: ReadonlySet<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist))).length, 0) / 1000;
