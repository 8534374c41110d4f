// What a machine costs, before it is used and on the statement, in French.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const price: Words['price'] = {
  title: 'Prix',
  free: 'Elle ne coûte rien.',
  hour: icu('{amount} l’heure {when}.'),
  hourAtLeast: icu('{amount} l’heure {when}, au moins {least}.'),
  minimum: icu('Au moins {amount}.'),
  start: icu('{amount} une fois par session.'),
  freeMinutes: icu('Une session de moins de {minutes} min ne coûte rien.'),
  step: icu('Facturé par tranches entamées de {minutes} min.'),
  peakNow: icu('C’est une heure de pointe : l’heure coûte maintenant {percent} % de ce prix.'),
  peak: icu('Aux heures de pointe ({hours}), l’heure coûte {percent} % de ce prix.'),
  mostPerSession: icu('Jamais plus de {amount} par session.'),
  mostPerDay: icu('Jamais plus de {amount} par jour sur ces machines.'),
  mostPerMonth: icu('Jamais plus de {amount} par mois sur ces machines.'),
  units: { g: 'g', ml: 'ml', piece: 'pièce' },
  perUnit: icu('{name} : {amount} par {unit}.'),
  perKwh: icu('{amount} par kilowattheure, là où c’est mesuré.'),
  whens: {
    loaded: 'tant que vous l’occupez',
    powered: 'tant qu’elle est allumée',
    working: 'tant qu’elle bouge',
    operating: 'tant qu’elle tourne',
    laserOn: 'de faisceau laser',
    spindleOn: 'de broche',
  },
  days: { mo: 'lun', tu: 'mar', we: 'mer', th: 'jeu', fr: 'ven', sa: 'sam', su: 'dim' },
  part: {
    time: icu('{time} {when} : {amount}'),
    peakTime: icu('{time} {when} à {percent} % : {amount}'),
    material: icu('{amount} : {minor}'),
    correction: icu('à la main : {amount}'),
    energy: icu('{kwh} kWh : {amount}'),
    start: icu('démarrage : {amount}'),
    minimum: icu('jusqu’au minimum : {amount}'),
    'cap-session': icu('au-delà du maximum par session : {amount}'),
    'cap-day': icu('au-delà du maximum par jour : {amount}'),
    'cap-month': icu('au-delà du maximum par mois : {amount}'),
    ceiling: icu('au-delà de votre plafond : {amount}'),
    credit: icu('déduit après contestation : {amount}'),
  },
};
