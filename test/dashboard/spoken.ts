// The words of every language of the dashboard, fetched once, for tests that read them.

import { languages, loadWords, type Words } from '../../src/dashboard/words/words.ts';

const spoken = new Map<string, Words>(
  await Promise.all(languages.map(async ({ code }) => [code, await loadWords(code)] as const)),
);

export function wordsFor(language: string): Words {
  const words = spoken.get(language);
  if (!words) throw new Error(`the dashboard does not speak ${language}`);
  return words;
}
