// The words of a printed invoice, one table per language, with the same keys in each. What stands in braces is filled in.

import type { InvoiceUnit } from '../../domain/billing/invoice.ts';
import { de } from './words-de.ts';
import { en } from './words-en.ts';
import { es } from './words-es.ts';
import { fr } from './words-fr.ts';
import { it } from './words-it.ts';
import { ro } from './words-ro.ts';

export type InvoiceWords = {
  readonly invoice: string;
  readonly creditNote: string;
  readonly number: string;
  readonly issued: string;
  readonly due: string;
  readonly period: string;
  readonly reference: string;
  readonly project: string;
  readonly yourVatId: string;
  readonly yourTaxCode: string;
  readonly vatId: string;
  readonly taxCode: string;
  readonly what: string;
  readonly quantity: string;
  readonly price: string;
  readonly vat: string;
  readonly amount: string;
  readonly net: string;
  readonly vatOf: string;
  readonly gross: string;
  readonly prepaid: string;
  readonly payable: string;
  readonly credited: string;
  readonly pleasePay: string;
  readonly weCollect: string;
  readonly nothingLeft: string;
  readonly weCredit: string;
  readonly payee: string;
  readonly remittance: string;
  readonly scan: string;
  readonly reasons: string;
  readonly costCode: string;
  readonly page: string;
  readonly units: Readonly<Record<InvoiceUnit, string>>;
};

const tables: ReadonlyMap<string, InvoiceWords> = new Map(Object.entries({ en, it, de, es, fr, ro }));

/** @param locale BCP 47; a language without a table gets English */
export function wordsIn(locale: string): { readonly words: InvoiceWords; readonly language: string } {
  const language = locale.toLowerCase().split('-', 1)[0] ?? '';
  const words = tables.get(language);
  return words ? { words, language } : { words: en, language: 'en' };
}

export const languages: readonly string[] = [...tables.keys()];

export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, key: string) =>
    Object.hasOwn(values, key) ? (values[key] ?? whole) : whole,
  );
}
