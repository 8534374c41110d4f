// The words of the dashboard in the language of the space; English where we have no other. Sentences are whole: none is
// glued from parts, so a translator sees all of it. The board loads its own words, other rooms load the whole language.

import type { en } from './en.ts';

export type Words = typeof en;

type Language = { readonly board: () => Promise<Words>; readonly whole: () => Promise<Words> };

/** Fetched by whoever reads them: nobody waits for the words of others. */
const others = new Map<string, Language>([
  [
    'it',
    {
      board: async () => (await import('./it.ts?board')).it,
      whole: async () => (await import('./it.ts')).it,
    },
  ],
]);

const english: Language = {
  board: async () => (await import('./en.ts?board')).en,
  whole: async () => (await import('./en.ts')).en,
};

/** The words for a BCP 47 locale such as `it` or `it-CH`; rejects where they could not be fetched. */
export const loadWords = (locale: string): Promise<Words> => languageOf(locale).whole();

/** The same without what only other rooms read: see `build/board-words.ts`. */
export const loadBoardWords = (locale: string): Promise<Words> => languageOf(locale).board();

const languageOf = (locale: string): Language => others.get(locale.split('-')[0] ?? '') ?? english;

const key = 'officina-language';

/** For the next visit of this screen, which then begins in it. */
export function rememberLanguage(locale: string): void {
  try {
    localStorage.setItem(key, locale);
  } catch {
    // A browser that keeps nothing begins in its own language.
  }
}

function firstLanguage(): string {
  try {
    return localStorage.getItem(key) ?? navigator.language;
  } catch {
    return 'en';
  }
}

/** What the first picture is written in, before the space has told its language. */
export const firstWords: Words = await loadBoardWords(firstLanguage()).catch(() => english.board());
