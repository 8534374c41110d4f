// What a machine costs, before it is used and on the statement, in Italian.

import type { Words } from './words.ts';

export const priceIt: Words['price'] = {
  title: 'Prezzo',
  free: 'Non costa niente.',
  hour: (amount, when) => `${amount} all’ora ${when}.`,
  hourAtLeast: (amount, when, least) => `${amount} all’ora ${when}, almeno ${least}.`,
  minimum: (amount) => `Almeno ${amount}.`,
  start: (amount) => `${amount} una volta per sessione.`,
  freeMinutes: (minutes) => `Una sessione di meno di ${minutes} min non costa niente.`,
  step: (minutes) => `Si paga a scatti iniziati di ${minutes} min.`,
  peakNow: (percent) => `È un’ora di punta: adesso un’ora costa il ${percent} % di questo.`,
  peak: (percent, hours) => `Nelle ore di punta (${hours}) un’ora costa il ${percent} % di questo.`,
  mostPerSession: (amount) => `Mai più di ${amount} per sessione.`,
  mostPerDay: (amount) => `Mai più di ${amount} al giorno su queste macchine.`,
  mostPerMonth: (amount) => `Mai più di ${amount} al mese su queste macchine.`,
  perKwh: (amount) => `${amount} al chilowattora, dove è misurato.`,
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
    time: (time, when, amount) => `${time} ${when}: ${amount}`,
    peakTime: (time, when, percent, amount) => `${time} ${when} al ${percent} %: ${amount}`,
    energy: (kwh, amount) => `${kwh} kWh: ${amount}`,
    start: (amount) => `avvio: ${amount}`,
    minimum: (amount) => `fino al minimo: ${amount}`,
    'cap-session': (amount) => `oltre il massimo di una sessione: ${amount}`,
    'cap-day': (amount) => `oltre il massimo di un giorno: ${amount}`,
    'cap-month': (amount) => `oltre il massimo di un mese: ${amount}`,
    ceiling: (amount) => `oltre il tuo limite: ${amount}`,
    credit: (amount) => `tolto dopo una contestazione: ${amount}`,
  },
};
