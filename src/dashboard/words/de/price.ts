// What a machine costs, before it is used and on the statement, in German.

import type { price as priceEn } from '../en/price.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const price: typeof priceEn = {
  title: 'Preis',
  free: 'Sie kostet nichts.',
  hour: icu('{amount} pro Stunde, {when}.'),
  hourAtLeast: icu('{amount} pro Stunde, {when}, mindestens {least}.'),
  minimum: icu('Mindestens {amount}.'),
  start: icu('{amount} einmal pro Sitzung.'),
  freeMinutes: icu('Eine Sitzung unter {minutes} min kostet nichts.'),
  step: icu('Berechnet je angefangene {minutes} min.'),
  peakNow: icu('Gerade ist Stoßzeit: Eine Stunde kostet jetzt {percent} % davon.'),
  peak: icu('Zur Stoßzeit ({hours}) kostet eine Stunde {percent} % davon.'),
  mostPerSession: icu('Nie mehr als {amount} pro Sitzung.'),
  mostPerDay: icu('Nie mehr als {amount} pro Tag an diesen Maschinen.'),
  mostPerMonth: icu('Nie mehr als {amount} pro Monat an diesen Maschinen.'),
  units: { g: 'g', ml: 'ml', piece: 'Stück' },
  perUnit: icu('{name}: {amount} pro {unit}.'),
  perKwh: icu('{amount} pro Kilowattstunde, wo sie gemessen wird.'),
  whens: {
    loaded: 'solange du sie hast',
    powered: 'solange sie an ist',
    working: 'solange sie sich bewegt',
    operating: 'solange sie läuft',
    laserOn: 'solange der Laserstrahl an ist',
    spindleOn: 'solange die Spindel dreht',
  },
  days: { mo: 'Mo', tu: 'Di', we: 'Mi', th: 'Do', fr: 'Fr', sa: 'Sa', su: 'So' },
  part: {
    time: icu('{time}, {when}: {amount}'),
    peakTime: icu('{time}, {when}, zu {percent} %: {amount}'),
    material: icu('{amount}: {minor}'),
    correction: icu('von Hand: {amount}'),
    energy: icu('{kwh} kWh: {amount}'),
    start: icu('Start: {amount}'),
    minimum: icu('bis zum Mindestbetrag: {amount}'),
    'cap-session': icu('über dem Höchstbetrag einer Sitzung: {amount}'),
    'cap-day': icu('über dem Höchstbetrag eines Tages: {amount}'),
    'cap-month': icu('über dem Höchstbetrag eines Monats: {amount}'),
    ceiling: icu('über deiner Kostengrenze: {amount}'),
    credit: icu('nach einer Beanstandung abgezogen: {amount}'),
  },
};
