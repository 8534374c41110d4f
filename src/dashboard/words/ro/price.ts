// What a machine costs, before it is used and on the statement, in Romanian.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const price: Words['price'] = {
  title: 'Preț',
  free: 'Nu costă nimic.',
  hour: icu('{amount} pe oră {when}.'),
  hourAtLeast: icu('{amount} pe oră {when}, cel puțin {least}.'),
  minimum: icu('Cel puțin {amount}.'),
  start: icu('{amount} o dată pe sesiune.'),
  freeMinutes: icu('O sesiune sub {minutes} min nu costă nimic.'),
  step: icu('Se taxează fiecare interval început de {minutes} min.'),
  peakNow: icu('Este oră de vârf: acum o oră costă {percent} % din atât.'),
  peak: icu('În orele de vârf ({hours}) o oră costă {percent} % din atât.'),
  mostPerSession: icu('Niciodată mai mult de {amount} pe sesiune.'),
  mostPerDay: icu('Niciodată mai mult de {amount} pe zi la aceste mașini.'),
  mostPerMonth: icu('Niciodată mai mult de {amount} pe lună la aceste mașini.'),
  units: { g: 'g', ml: 'ml', piece: 'bucată' },
  perUnit: icu('{name}: {amount} pe {unit}.'),
  perKwh: icu('{amount} pe kilowatt-oră, acolo unde se măsoară.'),
  whens: {
    loaded: 'cât o ai',
    powered: 'cât este pornită',
    working: 'cât se mișcă',
    operating: 'cât funcționează',
    laserOn: 'cu raza laser aprinsă',
    spindleOn: 'cu axul pornit',
  },
  days: { mo: 'lun.', tu: 'mar.', we: 'mie.', th: 'joi', fr: 'vin.', sa: 'sâm.', su: 'dum.' },
  part: {
    time: icu('{time} {when}: {amount}'),
    peakTime: icu('{time} {when} la {percent} %: {amount}'),
    material: icu('{amount}: {minor}'),
    correction: icu('manual: {amount}'),
    energy: icu('{kwh} kWh: {amount}'),
    start: icu('pornire: {amount}'),
    minimum: icu('până la minim: {amount}'),
    'cap-session': icu('peste maximul unei sesiuni: {amount}'),
    'cap-day': icu('peste maximul unei zile: {amount}'),
    'cap-month': icu('peste maximul unei luni: {amount}'),
    ceiling: icu('peste plafonul tău: {amount}'),
    credit: icu('scăzut după o contestație: {amount}'),
  },
};
