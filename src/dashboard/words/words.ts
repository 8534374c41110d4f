// The words of the dashboard in the language that is asked for; English where we have no other. Sentences are whole: none is
// glued from parts, so a translator sees all of it.

import { en } from './en.ts';

export type Words = typeof en;

type Spoken = { readonly name: string; readonly load: () => Promise<Words> };

/** Each by its own name, and fetched by whoever reads it, so that nobody waits for the words of others. */
const spoken: ReadonlyMap<string, Spoken> = new Map([
  ['en', { name: 'English', load: async () => en }],
  ['it', { name: 'Italiano', load: async () => (await import('./it.ts')).it }],
  ['es', { name: 'Español', load: async () => (await import('./es.ts')).es }],
  ['ro', { name: 'Română', load: async () => (await import('./ro.ts')).ro }],
  ['de', { name: 'Deutsch', load: async () => (await import('./de.ts')).de }],
  ['fr', { name: 'Français', load: async () => (await import('./fr.ts')).fr }],
]);

/** The complete ones, which a person may choose: the tests hold them to that. */
const listed = ['en', 'it', 'fr'];

export type Language = { readonly code: string; readonly name: string };
export const languages: readonly Language[] = listed.map((code) => ({
  code,
  name: spoken.get(code)?.name ?? code,
}));

/** The words for a BCP 47 locale such as `it` or `it-CH`; rejects where they could not be fetched. */
export async function loadWords(locale: string): Promise<Words> {
  const language = languageOf(locale);
  return (listed.includes(language) ? await spoken.get(language)?.load() : null) ?? en;
}

/** `it` from `it-CH`. */
export const languageOf = (locale: string): string => locale.split('-')[0] ?? '';
