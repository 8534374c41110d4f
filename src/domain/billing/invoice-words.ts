// The few words that stand on the lines of an invoice, in the language of the space; English where there is no other. They are
// frozen: an invoice is made again from the journal years later, to the byte.

import type { Material, TariffClock } from '../machine/tariff.ts';
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
};

/** Amounts with their currency; null where the tariff has none. */
type RuleFigures = { readonly uses: number } & Readonly<
  Record<'start' | 'minimum' | 'session' | 'day' | 'month', string | null>
>;

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

const english: InvoiceWords = {
  what: (what, clock) => (what === 'time' ? en.clocks[clock ?? 'operating'] : en.whats[what]),
  uses: (count) => (count === 1 ? '1 use' : `${count} uses`),
  times: (count) => (count === 1 ? 'handed out once' : `handed out ${count} times`),
  unit: (unit) => (unit === 'piece' ? 'pieces' : unit),
  rule: (what, figures) => {
    const { uses, start, minimum, session, day, month } = figures;
    if (what === 'start' && start !== null) return `${start} a use, ${english.uses(uses)}`;
    if (what === 'minimum' && minimum !== null) return `a use costs ${minimum} at least`;
    if (what === 'cap-session' && session !== null) return `a use costs ${session} at most`;
    if (what === 'cap-day' && day !== null) return `a day costs ${day} at most`;
    return what === 'cap-month' && month !== null ? `a month costs ${month} at most` : null;
  },
  paid: (machine, source) => `${machine}: paid ${source === null ? 'ahead' : `by ${source}`}`,
  pack: (name) => `Pack: ${name}`,
  share: (machine) => `${machine}: your share of a shared use`,
  correction: (machine) => `Correction of a use billed before${machine === '' ? '' : `: ${machine}`}`,
  rounding: en.rounding,
  credit: (text) => `Credit: ${text}`,
};

const italian: InvoiceWords = {
  what: (what, clock) => (what === 'time' ? it.clocks[clock ?? 'operating'] : it.whats[what]),
  uses: (count) => (count === 1 ? '1 uso' : `${count} usi`),
  times: (count) => (count === 1 ? 'consegnato una volta' : `consegnato ${count} volte`),
  unit: (unit) => (unit === 'piece' ? 'pezzi' : unit),
  rule: (what, figures) => {
    const { uses, start, minimum, session, day, month } = figures;
    if (what === 'start' && start !== null) return `${start} per uso, ${italian.uses(uses)}`;
    if (what === 'minimum' && minimum !== null) return `un uso costa almeno ${minimum}`;
    if (what === 'cap-session' && session !== null) return `un uso costa al massimo ${session}`;
    if (what === 'cap-day' && day !== null) return `un giorno costa al massimo ${day}`;
    return what === 'cap-month' && month !== null ? `un mese costa al massimo ${month}` : null;
  },
  paid: (machine, source) => `${machine}: pagato ${source === null ? 'in anticipo' : `con ${source}`}`,
  pack: (name) => `Pacchetto: ${name}`,
  share: (machine) => `${machine}: la tua parte di un uso condiviso`,
  correction: (machine) => `Rettifica di un uso già fatturato${machine === '' ? '' : `: ${machine}`}`,
  rounding: it.rounding,
  credit: (text) => `Storno: ${text}`,
};

/** For a BCP 47 locale such as `it-IT`. */
export const invoiceWords = (locale: string): InvoiceWords =>
  locale.split('-')[0] === 'it' ? italian : english;
