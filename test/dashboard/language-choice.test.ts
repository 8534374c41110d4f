// Which locale the pages take: the choice of the person, else that of the space, else that of the browser.

import { expect, it } from 'vitest';
import { chooseLanguage, languageChoice, localeFor } from '../../src/dashboard/words/language-choice.ts';
import { loadWords } from '../../src/dashboard/words/words.ts';

it('the space decides where nobody chose, and the browser where no space is known', () => {
  expect(localeFor(null, ['it-CH', 'en-GB'])).toBe('it-CH');
  expect(localeFor(null, ['en-GB'])).toBe('en-GB');
});

it('a choice keeps the dates and amounts of a region that speaks it', () => {
  expect(localeFor('it', ['it-CH', 'en-GB'])).toBe('it-CH');
  expect(localeFor('en', ['it-CH', 'en-GB'])).toBe('en-GB');
  expect(localeFor('en', ['it', 'de'])).toBe('en');
});

it('inv. 11: only a language that is listed can be chosen', () => {
  chooseLanguage('it');
  expect(languageChoice.value).toBe('it');
  for (const strange of ['tlh', '__proto__', '../it', '']) {
    chooseLanguage(strange);
    expect(languageChoice.value).toBeNull();
  }
});

it('a locale without words of its own is spoken to in English', async () => {
  expect((await loadWords('it-CH')).language).toBe('it');
  for (const strange of ['tlh', '', '__proto__']) expect((await loadWords(strange)).language).toBe('en');
});
