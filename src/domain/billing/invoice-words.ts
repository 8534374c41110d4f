// The few words that stand on the lines of an invoice, in the language of the space; English where there is no other.

import type { CreditReason } from '../journal/invoice-entries.ts';
import type { Material, TariffClock } from '../machine/tariff.ts';
import { creditReasons } from './credit-reasons.ts';
import { type InvoiceRow, invoiceRows } from './invoice-rows.ts';
import type { Component } from './tally.ts';

export type InvoiceWords = {
  what(what: Component['what'], clock: TariffClock | null): string;
  uses(count: number): string;
  times(count: number): string;
  unit(unit: Material['unit']): string;
  /** What made an amount, by the figures of its tariff; null where there is nothing to say. */
  rule(what: Component['what'], rule: RuleFigures): string | null;
  /** Null: from the wallet, or nobody knows from what. */
  paid(machine: string, source: string | null): string;
  pack(name: string): string;
  share(machine: string): string;
  correction(machine: string): string;
  readonly rounding: string;
  credit(text: string): string;
  /** Why there is a credit note, as a line of it. */
  reason(why: CreditReason): string;
};

/** Amounts with their currency; null where the tariff has none. */
type RuleFigures = { readonly uses: number } & Readonly<
  Record<'start' | 'minimum' | 'session' | 'day' | 'month', string | null>
>;

/** For a BCP 47 locale such as `it-IT`. */
export function invoiceWords(locale: string): InvoiceWords {
  const language = locale.split('-')[0] ?? '';
  return wordsOf(rowOf(invoiceRows, language), rowOf(creditReasons, language));
}

function rowOf<Row>(rows: { readonly en: Row } & Readonly<Record<string, Row>>, language: string): Row {
  return Object.hasOwn(rows, language) ? (rows[language] ?? rows.en) : rows.en;
}

const wordsOf = (row: InvoiceRow, reasons: Readonly<Record<CreditReason, string>>): InvoiceWords => ({
  what: (what, clock) => (what === 'time' ? row.clocks[clock ?? 'operating'] : row.whats[what]),
  uses: row.uses,
  times: row.times,
  unit: (unit) => (unit === 'piece' ? row.pieces : unit),
  rule(what, figures) {
    if (!isRule(what)) return null;
    const amount = figures[figureOf[what]];
    if (amount === null) return null;
    const said = row.rules[what].replace('{amount}', () => amount);
    return what === 'start' ? `${said}, ${row.uses(figures.uses)}` : said;
  },
  paid: (machine, source) =>
    `${machine}: ${source === null ? row.paidAhead : row.paidBy.replace('{source}', () => source)}`,
  pack: (name) => `${row.pack}: ${name}`,
  share: (machine) => `${machine}: ${row.share}`,
  correction: (machine) => `${row.correction}${machine === '' ? '' : `: ${machine}`}`,
  rounding: row.rounding,
  credit: (text) => `${row.credit}: ${text}`,
  reason: (why) => reasons[why],
});

const figureOf = {
  start: 'start',
  minimum: 'minimum',
  'cap-session': 'session',
  'cap-day': 'day',
  'cap-month': 'month',
} as const;

const isRule = (what: Component['what']): what is keyof typeof figureOf => Object.hasOwn(figureOf, what);
