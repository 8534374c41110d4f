// What a machine costs, before it is used and on the statement, in Italian.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('it');

export const price: Words['price'] = {
  title: 'Prezzo',
  free: 'Non costa niente.',
  hour: icu('{amount} all’ora {when}.'),
  hourAtLeast: icu('{amount} all’ora {when}, almeno {least}.'),
  minimum: icu('Almeno {amount}.'),
  start: icu('{amount} una volta per sessione.'),
  freeMinutes: icu('Una sessione di meno di {minutes} min non costa niente.'),
  step: icu('Si paga a scatti iniziati di {minutes} min.'),
  peakNow: icu('È un’ora di punta: adesso un’ora costa il {percent} % di questo.'),
  peak: icu('Nelle ore di punta ({hours}) un’ora costa il {percent} % di questo.'),
  mostPerSession: icu('Mai più di {amount} per sessione.'),
  mostPerDay: icu('Mai più di {amount} al giorno su queste macchine.'),
  mostPerMonth: icu('Mai più di {amount} al mese su queste macchine.'),
  units: { g: 'g', ml: 'ml', piece: 'pezzo' },
  perUnit: icu('{name}: {amount} per {unit}.'),
  perKwh: icu('{amount} al chilowattora, dove è misurato.'),
  whens: {
    loaded: 'mentre la tieni',
    powered: 'mentre è accesa',
    working: 'mentre si muove',
    operating: 'mentre lavora',
    laserOn: 'di raggio laser',
    spindleOn: 'di mandrino',
  },
  days: { mo: 'lun', tu: 'mar', we: 'mer', th: 'gio', fr: 'ven', sa: 'sab', su: 'dom' },
  part: {
    time: icu('{time} {when}: {amount}'),
    peakTime: icu('{time} {when} al {percent} %: {amount}'),
    material: icu('{amount}: {minor}'),
    correction: icu('a mano: {amount}'),
    energy: icu('{kwh} kWh: {amount}'),
    start: icu('avvio: {amount}'),
    minimum: icu('fino al minimo: {amount}'),
    'cap-session': icu('oltre il massimo di una sessione: {amount}'),
    'cap-day': icu('oltre il massimo di un giorno: {amount}'),
    'cap-month': icu('oltre il massimo di un mese: {amount}'),
    ceiling: icu('oltre il tuo limite: {amount}'),
    credit: icu('tolto dopo una contestazione: {amount}'),
  },
};
