// The few words that stand on the lines of an invoice, in the language of the space; English where there is no other. They are
// frozen: an invoice is made again from the journal years later, to the byte.

import type { TariffClock } from '../machine/tariff.ts';
import type { Component } from './tally.ts';

export type InvoiceWords = {
  what(what: Component['what'], clock: TariffClock | null): string;
  uses(count: number): string;
  correction(machine: string): string;
  readonly rounding: string;
  credit(text: string): string;
};

type Row = {
  readonly clocks: Readonly<Record<TariffClock, string>>;
  readonly whats: Readonly<Record<Exclude<Component['what'], 'time'>, string>>;
  readonly rounding: string;
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
};

const ro: Row = {
  clocks: {
    loaded: 'timp de ocupare',
    powered: 'timp sub tensiune',
    working: 'timp de lucru',
    operating: 'timp de funcționare',
    laserOn: 'rază laser aprinsă',
    spindleOn: 'ax pornit',
  },
  whats: {
    energy: 'energie',
    start: 'porniri',
    minimum: 'până la minim',
    material: 'material',
    correction: 'corectat manual',
    credit: 'scăzut după o contestație',
    'cap-session': 'peste maximul unei folosiri',
    'cap-day': 'peste maximul unei zile',
    'cap-month': 'peste maximul unei luni',
    ceiling: 'peste plafonul ales de membru',
  },
  rounding: 'Rotunjirea fiecărei folosiri la cenți întregi',
};

const english: InvoiceWords = {
  what: (what, clock) => (what === 'time' ? en.clocks[clock ?? 'operating'] : en.whats[what]),
  uses: (count) => (count === 1 ? '1 use' : `${count} uses`),
  correction: (machine) => `Correction of a use billed before${machine === '' ? '' : `: ${machine}`}`,
  rounding: en.rounding,
  credit: (text) => `Credit: ${text}`,
};

const italian: InvoiceWords = {
  what: (what, clock) => (what === 'time' ? it.clocks[clock ?? 'operating'] : it.whats[what]),
  uses: (count) => (count === 1 ? '1 uso' : `${count} usi`),
  correction: (machine) => `Rettifica di un uso già fatturato${machine === '' ? '' : `: ${machine}`}`,
  rounding: it.rounding,
  credit: (text) => `Storno: ${text}`,
};

const german: InvoiceWords = {
  what: (what, clock) => (what === 'time' ? de.clocks[clock ?? 'operating'] : de.whats[what]),
  uses: (count) => (count === 1 ? '1 Nutzung' : `${count} Nutzungen`),
  correction: (machine) =>
    `Berichtigung einer schon berechneten Nutzung${machine === '' ? '' : `: ${machine}`}`,
  rounding: de.rounding,
  credit: (text) => `Gutschrift: ${text}`,
};

/** The rule itself, and not the tables of a runtime, which may change under a frozen line: 2 folosiri, 20 de folosiri. */
function romanianUses(count: number): string {
  if (count === 1) return '1 folosire';
  const end = count % 100;
  return count === 0 || (end > 0 && end < 20) ? `${count} folosiri` : `${count} de folosiri`;
}

const romanian: InvoiceWords = {
  what: (what, clock) => (what === 'time' ? ro.clocks[clock ?? 'operating'] : ro.whats[what]),
  uses: romanianUses,
  correction: (machine) => `Corectarea unei folosiri deja facturate${machine === '' ? '' : `: ${machine}`}`,
  rounding: ro.rounding,
  credit: (text) => `Stornare: ${text}`,
};

const tables: ReadonlyMap<string, InvoiceWords> = new Map([
  ['it', italian],
  ['de', german],
  ['ro', romanian],
]);

/** For a BCP 47 locale such as `it-IT`. */
export const invoiceWords = (locale: string): InvoiceWords =>
  tables.get(locale.split('-')[0] ?? '') ?? english;
