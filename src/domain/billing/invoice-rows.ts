// What stands on the lines of an invoice, a row per language. Frozen: an invoice is made again from the journal years later, to
// the byte, so that a sentence that was issued once is never put otherwise.

import type { TariffClock } from '../machine/tariff.ts';
import type { Component } from './tally.ts';

export type InvoiceRow = {
  readonly clocks: Readonly<Record<TariffClock, string>>;
  readonly whats: Readonly<Record<Exclude<Component['what'], 'time'>, string>>;
  uses(count: number): string;
  times(count: number): string;
  readonly pieces: string;
  /** With `{amount}`. */
  readonly rules: Readonly<Record<'start' | 'minimum' | 'cap-session' | 'cap-day' | 'cap-month', string>>;
  readonly paidAhead: string;
  /** With `{source}`. */
  readonly paidBy: string;
  readonly pack: string;
  readonly share: string;
  readonly correction: string;
  readonly rounding: string;
  readonly credit: string;
};

/** From twenty on a number takes "de": its last two figures tell. */
const counted = (count: number): string =>
  count % 100 === 0 || count % 100 >= 20 ? `${count} de` : String(count);

export const invoiceRows: { readonly en: InvoiceRow } & Readonly<Record<string, InvoiceRow>> = {
  en: {
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
    uses: (count) => (count === 1 ? '1 use' : `${count} uses`),
    times: (count) => (count === 1 ? 'handed out once' : `handed out ${count} times`),
    pieces: 'pieces',
    rules: {
      start: '{amount} a use',
      minimum: 'a use costs {amount} at least',
      'cap-session': 'a use costs {amount} at most',
      'cap-day': 'a day costs {amount} at most',
      'cap-month': 'a month costs {amount} at most',
    },
    paidAhead: 'paid ahead',
    paidBy: 'paid by {source}',
    pack: 'Pack',
    share: 'your share of a shared use',
    correction: 'Correction of a use billed before',
    rounding: 'Each use rounded to whole cents',
    credit: 'Credit',
  },
  it: {
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
    uses: (count) => (count === 1 ? '1 uso' : `${count} usi`),
    times: (count) => (count === 1 ? 'consegnato una volta' : `consegnato ${count} volte`),
    pieces: 'pezzi',
    rules: {
      start: '{amount} per uso',
      minimum: 'un uso costa almeno {amount}',
      'cap-session': 'un uso costa al massimo {amount}',
      'cap-day': 'un giorno costa al massimo {amount}',
      'cap-month': 'un mese costa al massimo {amount}',
    },
    paidAhead: 'pagato in anticipo',
    paidBy: 'pagato con {source}',
    pack: 'Pacchetto',
    share: 'la tua parte di un uso condiviso',
    correction: 'Rettifica di un uso già fatturato',
    rounding: 'Arrotondamento al centesimo di ogni uso',
    credit: 'Storno',
  },
  de: {
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
    uses: (count) => (count === 1 ? '1 Nutzung' : `${count} Nutzungen`),
    times: (count) => (count === 1 ? 'einmal ausgegeben' : `${count}-mal ausgegeben`),
    pieces: 'Stück',
    rules: {
      start: '{amount} je Nutzung',
      minimum: 'eine Nutzung kostet mindestens {amount}',
      'cap-session': 'eine Nutzung kostet höchstens {amount}',
      'cap-day': 'ein Tag kostet höchstens {amount}',
      'cap-month': 'ein Monat kostet höchstens {amount}',
    },
    paidAhead: 'im Voraus bezahlt',
    paidBy: 'bezahlt mit {source}',
    pack: 'Paket',
    share: 'dein Anteil an einer geteilten Nutzung',
    correction: 'Berichtigung einer schon berechneten Nutzung',
    rounding: 'Jede Nutzung auf ganze Cent gerundet',
    credit: 'Gutschrift',
  },
  es: {
    clocks: {
      loaded: 'tiempo de ocupación',
      powered: 'tiempo encendida',
      working: 'tiempo de trabajo',
      operating: 'tiempo en funcionamiento',
      laserOn: 'rayo láser encendido',
      spindleOn: 'husillo encendido',
    },
    whats: {
      energy: 'energía',
      start: 'arranques',
      minimum: 'hasta el mínimo',
      material: 'material',
      correction: 'corregido a mano',
      credit: 'descontado tras una reclamación',
      'cap-session': 'por encima del máximo por uso',
      'cap-day': 'por encima del máximo diario',
      'cap-month': 'por encima del máximo mensual',
      ceiling: 'por encima del tope del miembro',
    },
    uses: (count) => (count === 1 ? '1 uso' : `${count} usos`),
    times: (count) => (count === 1 ? 'entregado una vez' : `entregado ${count} veces`),
    pieces: 'unidades',
    rules: {
      start: '{amount} por uso',
      minimum: 'un uso cuesta al menos {amount}',
      'cap-session': 'un uso cuesta como máximo {amount}',
      'cap-day': 'un día cuesta como máximo {amount}',
      'cap-month': 'un mes cuesta como máximo {amount}',
    },
    paidAhead: 'pagado por adelantado',
    paidBy: 'pagado con {source}',
    pack: 'Bono',
    share: 'tu parte de un uso compartido',
    correction: 'Rectificación de un uso ya facturado',
    rounding: 'Cada uso redondeado al céntimo',
    credit: 'Abono',
  },
  ro: {
    clocks: {
      loaded: 'timp de ocupare',
      powered: 'timp sub tensiune',
      working: 'timp de lucru',
      operating: 'timp de funcționare',
      laserOn: 'rază laser pornită',
      spindleOn: 'ax pornit',
    },
    whats: {
      energy: 'energie',
      start: 'porniri',
      minimum: 'până la minim',
      material: 'material',
      correction: 'corectat manual',
      credit: 'scăzut după o contestație',
      'cap-session': 'peste maximul pe utilizare',
      'cap-day': 'peste maximul zilnic',
      'cap-month': 'peste maximul lunar',
      ceiling: 'peste plafonul ales de membru',
    },
    uses: (count) => (count === 1 ? '1 utilizare' : `${counted(count)} utilizări`),
    times: (count) => (count === 1 ? 'eliberat o dată' : `eliberat de ${counted(count)} ori`),
    pieces: 'bucăți',
    rules: {
      start: '{amount} pe utilizare',
      minimum: 'o utilizare costă cel puțin {amount}',
      'cap-session': 'o utilizare costă cel mult {amount}',
      'cap-day': 'o zi costă cel mult {amount}',
      'cap-month': 'o lună costă cel mult {amount}',
    },
    paidAhead: 'plătit în avans',
    paidBy: 'plătit cu {source}',
    pack: 'Pachet',
    share: 'partea ta dintr-o utilizare comună',
    correction: 'Corecția unei utilizări deja facturate',
    rounding: 'Fiecare utilizare rotunjită la ban',
    credit: 'Stornare',
  },
  fr: {
    clocks: {
      loaded: 'temps d’occupation',
      powered: 'temps sous tension',
      working: 'temps de travail',
      operating: 'temps de fonctionnement',
      laserOn: 'faisceau laser allumé',
      spindleOn: 'broche en marche',
    },
    whats: {
      energy: 'énergie',
      start: 'démarrages',
      minimum: 'jusqu’au minimum',
      material: 'matière',
      correction: 'corrigé à la main',
      credit: 'déduit après une contestation',
      'cap-session': 'au-delà du maximum par utilisation',
      'cap-day': 'au-delà du maximum journalier',
      'cap-month': 'au-delà du maximum mensuel',
      ceiling: 'au-delà du plafond du membre',
    },
    uses: (count) => (count <= 1 ? `${count} utilisation` : `${count} utilisations`),
    times: (count) => (count === 1 ? 'remis une fois' : `remis ${count} fois`),
    pieces: 'pièces',
    rules: {
      start: '{amount} par utilisation',
      minimum: 'une utilisation coûte au moins {amount}',
      'cap-session': 'une utilisation coûte au plus {amount}',
      'cap-day': 'une journée coûte au plus {amount}',
      'cap-month': 'un mois coûte au plus {amount}',
    },
    paidAhead: 'payé d’avance',
    paidBy: 'payé avec {source}',
    pack: 'Forfait',
    share: 'votre part d’une utilisation partagée',
    correction: 'Rectification d’une utilisation déjà facturée',
    rounding: 'Chaque utilisation arrondie au centime',
    credit: 'Avoir',
  },
};
