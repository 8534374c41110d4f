// Sentences for members by code, in the language of the space. A code without a sentence gets a plain one that shows
// the code; a value is put in as it is, on one line and at most 80 characters long.

import type { Texts } from '../../gateway/ports.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { mailDe } from './mail-de.ts';
import { mailEn } from './mail-en.ts';
import { mailEs } from './mail-es.ts';
import { mailFr } from './mail-fr.ts';
import { mailIt } from './mail-it.ts';
import { mailRo } from './mail-ro.ts';
import { policyDe } from './policy-de.ts';
import { policyEn } from './policy-en.ts';
import { policyEs } from './policy-es.ts';
import { policyFr } from './policy-fr.ts';
import { policyIt } from './policy-it.ts';
import { policyRo } from './policy-ro.ts';
import { remediesDe } from './remedies-de.ts';
import { remediesEn } from './remedies-en.ts';
import { remediesEs } from './remedies-es.ts';
import { remediesFr } from './remedies-fr.ts';
import { remediesIt } from './remedies-it.ts';
import { remediesRo } from './remedies-ro.ts';
import { ro } from './ro.ts';
import { sayValue } from './say-value.ts';
import { turnsDe } from './turns-de.ts';
import { turnsEn } from './turns-en.ts';
import { turnsEs } from './turns-es.ts';
import { turnsFr } from './turns-fr.ts';
import { turnsIt } from './turns-it.ts';
import { turnsRo } from './turns-ro.ts';

type TextTable = ReadonlyMap<string, string>;

/** The same keys and placeholders in each; the first is the one to fall back on. */
export const textTables = {
  en: new Map([...en, ...remediesEn, ...turnsEn, ...policyEn, ...mailEn]),
  it: new Map([...it, ...remediesIt, ...turnsIt, ...policyIt, ...mailIt]),
  de: new Map([...de, ...remediesDe, ...turnsDe, ...policyDe, ...mailDe]),
  es: new Map([...es, ...remediesEs, ...turnsEs, ...policyEs, ...mailEs]),
  ro: new Map([...ro, ...remediesRo, ...turnsRo, ...policyRo, ...mailRo]),
  fr: new Map([...fr, ...remediesFr, ...turnsFr, ...policyFr, ...mailFr]),
} as const;

const fallbackKey = 'other';
const valueLimit = 80;

/** @param locale BCP 47; a language without a table gets English */
export function createTexts(locale: string): Texts {
  const wanted = locale.toLowerCase().split('-', 1)[0] ?? '';
  const language = Object.hasOwn(textTables, wanted) ? (wanted as keyof typeof textTables) : 'en';
  const table: TextTable = textTables[language];
  const fill = (sentence: string, values: Values): string => fillIn(sentence, values, language);
  return {
    say(code, values) {
      const sentence = table.get(code);
      if (sentence !== undefined) return fill(sentence, values);
      return fill(table.get(fallbackKey) ?? '{code}', { ...values, code });
    },
  };
}

type Values = Readonly<Record<string, string | number>>;

function fillIn(sentence: string, values: Values, language: string): string {
  return sentence.replace(/\{([a-z]+)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    // A value that was not given stays visible: a gap would read as a finished sentence.
    return value === undefined ? placeholder : printable(sayValue(value, { name, language }));
  });
}

/** Names come from people; a line break or a turned direction would spoil a display. */
function printable(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ').trim();
  return clean.length > valueLimit ? `${clean.slice(0, valueLimit - 1)}…` : clean;
}
