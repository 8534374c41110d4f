// The words of the dashboard in the language of the space; English where we have no other. Sentences are whole: none is
// glued from parts, so a translator sees all of it.

import { en } from './en.ts';
import { it } from './it.ts';

export type Words = typeof en;

const languages = new Map<string, Words>([
  ['en', en],
  ['it', it],
]);

/** The words for a BCP 47 locale such as `it` or `it-CH`. */
export function wordsFor(locale: string): Words {
  return languages.get(locale.split('-')[0] ?? '') ?? en;
}
