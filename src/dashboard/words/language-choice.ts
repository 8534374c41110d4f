// The language that a person chose on this screen; null where none was, or one that is not listed any more: then the page
// speaks as the space does, and before anybody signed in as the browser does.

import { signal } from '@preact/signals';
import { languageOf, languages } from './words.ts';

const key = 'officina-language';

export const languageChoice = signal<string | null>(remembered());

/** Kept by the browser; null gives the choice back. */
export function chooseLanguage(code: string | null): void {
  languageChoice.value = listedOrNull(code);
  try {
    if (languageChoice.value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, languageChoice.value);
  } catch {
    // A browser that keeps nothing still speaks it until the page is closed.
  }
}

/** The first of these locales that is of the chosen language, for the dates and amounts of its region; else the language. */
export function localeFor(choice: string | null, known: readonly string[]): string {
  if (choice === null) return known[0] ?? 'en';
  return known.find((locale) => languageOf(locale) === choice) ?? choice;
}

function remembered(): string | null {
  try {
    return listedOrNull(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function listedOrNull(code: string | null): string | null {
  return languages.find((language) => language.code === code)?.code ?? null;
}
