// The words of the dashboard in the language that is asked for; English where we have no other. Sentences are whole: none is
// glued from parts, so a translator sees all of it. The board loads its own words, other rooms load the whole language.

import type { en } from './en.ts';

export type Words = typeof en;

/** `board`: without what only other rooms read, see `build/board-words.ts`. */
type Spoken = {
  readonly name: string;
  readonly board: () => Promise<Words>;
  readonly whole: () => Promise<Words>;
};

const english: Spoken = {
  name: 'English',
  board: async () => (await import('./en.ts?board')).en,
  whole: async () => (await import('./en.ts')).en,
};

/** Each by its own name, and fetched by whoever reads it, so that nobody waits for the words of others. */
const spoken: ReadonlyMap<string, Spoken> = new Map([
  ['en', english],
  [
    'it',
    {
      name: 'Italiano',
      board: async () => (await import('./it.ts?board')).it,
      whole: async () => (await import('./it.ts')).it,
    },
  ],
  [
    'es',
    {
      name: 'Español',
      board: async () => (await import('./es.ts?board')).es,
      whole: async () => (await import('./es.ts')).es,
    },
  ],
  [
    'ro',
    {
      name: 'Română',
      board: async () => (await import('./ro.ts?board')).ro,
      whole: async () => (await import('./ro.ts')).ro,
    },
  ],
  [
    'de',
    {
      name: 'Deutsch',
      board: async () => (await import('./de.ts?board')).de,
      whole: async () => (await import('./de.ts')).de,
    },
  ],
  [
    'fr',
    {
      name: 'Français',
      board: async () => (await import('./fr.ts?board')).fr,
      whole: async () => (await import('./fr.ts')).fr,
    },
  ],
]);

/** The complete ones, which a person may choose: the tests hold them to that. */
const listed = ['en', 'it', 'es', 'ro', 'de', 'fr'];

export type Language = { readonly code: string; readonly name: string };
export const languages: readonly Language[] = listed.map((code) => ({
  code,
  name: spoken.get(code)?.name ?? code,
}));

/** `it` from `it-CH`. */
export const languageOf = (locale: string): string => locale.split('-')[0] ?? '';

/** The words for a BCP 47 locale such as `it` or `it-CH`; rejects where they could not be fetched. */
export const loadWords = (locale: string): Promise<Words> => spokenIn(locale).whole();

/** The same without what only other rooms read. */
export const loadBoardWords = (locale: string): Promise<Words> => spokenIn(locale).board();

function spokenIn(locale: string): Spoken {
  const language = languageOf(locale);
  return (listed.includes(language) ? spoken.get(language) : null) ?? english;
}

const key = 'officina-spoken';

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
