// Romanian for readers and switches.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const devices: Words['devices'] = {
  title: 'Dispozitive',
  notYours: 'Dispozitivele sunt pentru responsabili și administratori. Întreabă pe unul dintre ei.',
  readers: 'Cititoare',
  switches: 'Întrerupătoare',
  none: 'În officina.yaml nu este descris niciunul.',
  there: 'Prezent',
  away: icu('Neauzit de la {time}'),
  never: 'Neauzit de la pornirea gateway-ului',
  kind: 'Tip',
  firmware: 'Firmware',
  signal: 'Semnal',
  signalGood: icu('bun, {dbm} dBm'),
  signalWeak: icu('slab, {dbm} dBm'),
  address: 'Adresă',
  seen: 'Auzit ultima dată',
  serves: 'Mașină',
  servesNone: 'niciuna',
  lease: 'Durata curentului',
  leaseS: icu('oprit la {idle} după ultimul nostru semn'),
  leaseJob: icu('oprit la {idle} după ultimul nostru semn, la {job} în timpul unei lucrări'),
  unsafe: 'Nesigur',
  unsafeWhy: icu(
    '{setting} este {value}: poate da curent cât lipsește gateway-ul. Scrie asta la dispozitiv:',
  ),
  unsafeBare: icu(
    '{setting} este {value}: poate da curent cât lipsește gateway-ul. Schimbă asta la dispozitiv.',
  ),
  copy: 'Copiază',
  copyOf: icu('Copiază {command}'),
  copied: 'Copiat',
  selected: 'Selectat: copiază cu Ctrl C',
  learn: 'Învață scrierea',
  learnWhy: 'Dacă un cititor nu cunoaște cartele care deschid în altă parte, le scrie numerele în felul lui.',
  learnBadge: 'O cartelă de-a ta',
  learnNone: 'Se învață de la o cartelă de-a ta, iar tu nu ai niciuna. Altă cale: npx officina reader learn',
  learnStart: 'Începe',
  learnCancel: 'Renunță',
  learnHold: icu('Apropie cartela ta care se termină în {tail} de {reader}.'),
  learnt: icu('Învățat. Scrie asta în officina.yaml, sub readers, la {reader}:'),
};
