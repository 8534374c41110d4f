// The words of every language of the dashboard, fetched once, for tests that read them.

import { loadWords, type Words } from '../../src/dashboard/words/words.ts';

const spoken = new Map<string, Words>([
  ['en', await loadWords('en')],
  ['it', await loadWords('it')],
]);

export function wordsFor(language: string): Words {
  const words = spoken.get(language);
  if (!words) throw new Error(`the dashboard does not speak ${language}`);
  return words;
}
