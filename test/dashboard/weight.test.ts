// What each page makes a phone fetch before it works: its own script, what that needs at once, and its words in the heaviest
// listed language, as the build has made them, gzip. What is fetched when something is opened does not count.

import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/dashboard/words/words.ts';

type Chunk = {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly src?: string;
};
type Manifest = Readonly<Record<string, Chunk>>;

const dist = new URL('../../src/dashboard/dist/', import.meta.url);

/** `words`: the chunks of the build with its words in a language. English for the kiosk comes with its own script. */
const pages: readonly {
  readonly page: string;
  readonly limitKb: number;
  readonly words: (language: string) => readonly string[];
}[] = [
  { page: 'index.html', limitKb: 60, words: (language) => [`words/${language}.ts?board`] },
  {
    page: 'kiosk/kiosk.html',
    // An old tablet beside the machine.
    limitKb: 40,
    words: (language) =>
      language === 'en' ? [] : ['kiosk', 'states'].map((noun) => `words/${language}/${noun}.ts`),
  },
];

const cases = pages.flatMap((page) => languages.map(({ code }) => ({ ...page, language: code })));

describe.skipIf(!existsSync(new URL('index.html', dist)))('the weight of the pages as built', () => {
  it.each(cases)('$page in $language stays below $limitKb kB', ({ page, limitKb, words, language }) => {
    const manifest: Manifest = JSON.parse(readFileSync(new URL('chunks.json', dist), 'utf8'));
    const kb = weightOf(closure(manifest, [page, ...words(language)]));
    // The whole page, not an empty start of it.
    expect(kb).toBeGreaterThan(10);
    expect(kb).toBeLessThanOrEqual(limitKb);
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
