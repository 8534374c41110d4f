// The few words that stand on the lines of an invoice, in the language of the space; English where there is no other. They are
// frozen: an invoice is made again from the journal years later, to the byte.

import type { CreditReason } from '../journal/invoice-entries.ts';
import type { TariffClock } from '../machine/tariff.ts';
import type { Component } from './tally.ts';

export type InvoiceWords = {
  what(what: Component['what'], clock: TariffClock | null): string;
  uses(count: number): string;
  correction(machine: string): string;
  readonly rounding: string;
  credit(text: string): string;
  /** Why there is a credit note, as a line of it. */
  reason(why: CreditReason): string;
};

type Row = {
  readonly clocks: Readonly<Record<TariffClock, string>>;
  readonly whats: Readonly<Record<Exclude<Component['what'], 'time'>, string>>;
  readonly rounding: string;
  readonly reasons: Readonly<Record<CreditReason, string>>;
};

const en: Row = {
  clocks: {
    loaded: 'time held',
    powered: 'time powered',
    working: 'time at work',
    operating: 'time in operation',
    laserOn: 'laser beam on',
    spindleOn: 'spindle on',
  },
  whats: {
    energy: 'energy',
    start: 'starts',
    minimum: 'up to the minimum',
    material: 'material',
    correction: 'corrected by hand',
    credit: 'taken off after a dispute',
    'cap-session': 'more than a use costs at most',
    'cap-day': 'more than a day costs at most',
    'cap-month': 'more than a month costs at most',
    ceiling: 'beyond the ceiling of the member',
  },
  rounding: 'Each use rounded to whole cents',
  reasons: {
    mistake: 'Reason: the invoice was wrong',
    disputed: 'Reason: the buyer contested it',
    agreed: 'Reason: agreed with the buyer',
    returned: 'Reason: what was delivered came back',
    other: 'Reason: other',
  },
};

const it: Row = {
  clocks: {
    loaded: 'tempo di occupazione',
    powered: 'tempo sotto tensione',
    working: 'tempo di lavoro',
    operating: 'tempo in funzione',
    laserOn: 'raggio laser acceso',
    spindleOn: 'mandrino acceso',
  },
  whats: {
    energy: 'energia',
    start: 'avviamenti',
    minimum: 'fino al minimo',
    material: 'materiale',
    correction: 'corretto a mano',
    credit: 'tolto dopo una contestazione',
    'cap-session': 'oltre il massimo per uso',
    'cap-day': 'oltre il massimo giornaliero',
    'cap-month': 'oltre il massimo mensile',
    ceiling: 'oltre il tetto scelto dal socio',
  },
  rounding: 'Arrotondamento al centesimo di ogni uso',
  reasons: {
    mistake: 'Motivo: la fattura era sbagliata',
    disputed: 'Motivo: contestata dal cliente',
    agreed: 'Motivo: accordo con il cliente',
    returned: 'Motivo: reso',
    other: 'Motivo: altro',
  },
};

const de: Row = {
  clocks: {
    loaded: 'Belegungszeit',
    powered: 'Einschaltzeit',
    working: 'Arbeitszeit der Maschine',
    operating: 'Betriebszeit',
    laserOn: 'Laserstrahl an',
    spindleOn: 'Spindel an',
  },
  whats: {
    energy: 'Energie',
    start: 'Starts',
    minimum: 'bis zum Mindestbetrag',
    material: 'Material',
    correction: 'von Hand berichtigt',
    credit: 'nach einer Beanstandung abgezogen',
    'cap-session': 'über dem Höchstbetrag einer Nutzung',
    'cap-day': 'über dem Höchstbetrag eines Tages',
    'cap-month': 'über dem Höchstbetrag eines Monats',
    ceiling: 'über der Kostengrenze des Mitglieds',
  },
  rounding: 'Jede Nutzung auf ganze Cent gerundet',
  reasons: {
    mistake: 'Grund: die Rechnung war falsch',
    disputed: 'Grund: beanstandet',
    agreed: 'Grund: so vereinbart',
    returned: 'Grund: Rückgabe',
    other: 'Grund: anderer',
  },
};

const english: InvoiceWords = {
  what: (what, clock) => (what === 'time' ? en.clocks[clock ?? 'operating'] : en.whats[what]),
  uses: (count) => (count === 1 ? '1 use' : `${count} uses`),
  correction: (machine) => `Correction of a use billed before${machine === '' ? '' : `: ${machine}`}`,
  rounding: en.rounding,
  reason: (why) => en.reasons[why],
  credit: (text) => `Credit: ${text}`,
};

const italian: InvoiceWords = {
  what: (what, clock) => (what === 'time' ? it.clocks[clock ?? 'operating'] : it.whats[what]),
  uses: (count) => (count === 1 ? '1 uso' : `${count} usi`),
  correction: (machine) => `Rettifica di un uso già fatturato${machine === '' ? '' : `: ${machine}`}`,
  rounding: it.rounding,
  reason: (why) => it.reasons[why],
  credit: (text) => `Storno: ${text}`,
};

const german: InvoiceWords = {
  what: (what, clock) => (what === 'time' ? de.clocks[clock ?? 'operating'] : de.whats[what]),
  uses: (count) => (count === 1 ? '1 Nutzung' : `${count} Nutzungen`),
  correction: (machine) =>
    `Berichtigung einer schon berechneten Nutzung${machine === '' ? '' : `: ${machine}`}`,
  rounding: de.rounding,
  reason: (why) => de.reasons[why],
  credit: (text) => `Gutschrift: ${text}`,
};

const tables: ReadonlyMap<string, InvoiceWords> = new Map([
  ['it', italian],
  ['de', german],
]);

/** For a BCP 47 locale such as `it-IT`. */
export const invoiceWords = (locale: string): InvoiceWords =>
  tables.get(locale.split('-')[0] ?? '') ?? english;
