// How the space bills: who sells, at which VAT, under which numbers, and when it is due. It stands in the description of the
// workshop, so that every invoice can be made again from the journal alone.

import type { Party, VatRate } from './invoice.ts';

export type BillingTerms = {
  /** The first month that is billed, `yyyy-mm`; what was used before is none of ours. */
  readonly from: string;
  readonly seller: Party;
  readonly vatRates: readonly VatRate[];
  /** Id of the rate for what no row of `vatOfPool` names. */
  readonly vat: string;
  /** Pool → id of a rate. */
  readonly vatOfPool?: Readonly<Record<string, string>>;
  /** Two series, each counted by itself within a year. */
  readonly numbering: { readonly invoice: string; readonly creditNote: string };
  readonly dueDays: number;
  /** Days after the end of a month before it may be finalised: what comes late still gets in. */
  readonly graceDays: number;
  /** Whole years after that of issue for which the law asks for books and invoices; left out: ten. */
  readonly keepYears?: number;
  /** Printed on every invoice. */
  readonly texts: readonly string[];
  /** In their order; a level comes so many days after the day on which it was due. */
  readonly reminders: readonly {
    readonly afterDays: number;
    readonly text: string;
    /** In other languages, `it`. */
    readonly texts?: Readonly<Record<string, string>>;
  }[];
};

/** As in most of Europe, and by article 2220 of the Italian civil code. */
export const usualKeepYears = 10;

/** `pays`: its members' use is billed to the team. */
export type Team = { readonly pays: boolean };

/** `{year}` once and `{number}` or `{number:4}` once: otherwise two invoices could have one number. */
export function isNumbering(pattern: string): boolean {
  const rest = pattern.replace('{year}', '').replace(/\{number(:[1-9])?\}/, '');
  return (
    pattern.includes('{year}') && /\{number(:[1-9])?\}/.test(pattern) && /^[A-Za-z0-9/._-]{0,12}$/.test(rest)
  );
}

export function numberOf(
  pattern: string,
  { year, nth }: { readonly year: string; readonly nth: number },
): string {
  return pattern
    .replace('{year}', year)
    .replace(/\{number(?::([1-9]))?\}/, (_, width?: string) => String(nth).padStart(Number(width ?? 1), '0'));
}
