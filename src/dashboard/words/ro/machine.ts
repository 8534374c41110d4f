// Romanian for the page of a machine.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const machine: Words['machine'] = {
  unknown: 'Nicio mașină nu are această adresă. Alege una de pe panou.',
  back: 'Panou',
  facts: 'Detalii',
  link: 'Legătură',
  activity: 'Activitate',
  mode: 'Mod',
  interlock: 'Interblocare',
  ownWord: icu('controlerul spune „{word}”'),
  session: 'Sesiune',
  noSession: 'Nimeni nu are această mașină.',
  today: 'În folosință azi',
  pool: 'Grup',
  troubles: 'Ce nu merge la legătura ei',
  onlyRead: 'Este doar citită.',
  onlyReadWhy: 'De ce?',
  chart: 'Măsurători',
  noChart: 'Această mașină nu are grafic. Numește în officina.yaml măsurătoarea de desenat.',
};
