// Romanian for the values of the four facts of a machine.

import type { Words } from '../words.ts';

export const conditions: Words['facts'] = {
  'link.up': 'funcționează',
  'link.lost': 'pierdută',
  'link.never': 'încă neauzită',
  'mode.production': 'producție',
  'mode.setup': 'reglaj',
  'mode.maintenance': 'mentenanță',
  'mode.out-of-order': 'defectă',
  'mode.retired': 'retrasă',
  'interlock.engaged': 'închisă, fără curent',
  'interlock.releasing': 'se deschide',
  'interlock.released': 'deschisă, cu curent',
  'interlock.engaging': 'se închide',
  'interlock.failed': 'defectă',
};
