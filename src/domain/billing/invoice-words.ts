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

const fr: Row = {
  clocks: {
    loaded: 'temps d’occupation',
    powered: 'temps sous tension',
    working: 'temps de travail',
    operating: 'temps de marche',
    laserOn: 'faisceau laser allumé',
    spindleOn: 'broche en marche',
  },
  whats: {
    energy: 'énergie',
    start: 'démarrages',
    minimum: 'jusqu’au minimum',
    material: 'matériau',
    correction: 'corrigé à la main',
    credit: 'déduit après contestation',
    'cap-session': 'au-delà du maximum par utilisation',
    'cap-day': 'au-delà du maximum par jour',
    'cap-month': 'au-delà du maximum par mois',
    ceiling: 'au-delà du plafond du membre',
  },
  rounding: 'Arrondi de chaque utilisation au centime',
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

const french: InvoiceWords = {
  what: (what, clock) => (what === 'time' ? fr.clocks[clock ?? 'operating'] : fr.whats[what]),
  uses: (count) => (count === 1 ? '1 utilisation' : `${count} utilisations`),
  correction: (machine) =>
    `Rectification d’une utilisation déjà facturée${machine === '' ? '' : ` : ${machine}`}`,
  rounding: fr.rounding,
  credit: (text) => `Avoir : ${text}`,
};

const tables: ReadonlyMap<string, InvoiceWords> = new Map([
  ['it', italian],
  ['fr', french],
]);

/** For a BCP 47 locale such as `it-IT`. */
export const invoiceWords = (locale: string): InvoiceWords =>
  tables.get(locale.split('-')[0] ?? '') ?? english;
