// German for the values of the four facts of a machine.

import type { conditions as conditionsEn } from '../en/conditions.ts';

export const conditions: typeof conditionsEn = {
  'link.up': 'steht',
  'link.lost': 'verloren',
  'link.never': 'noch nichts gehört',
  'mode.production': 'Betrieb',
  'mode.setup': 'Einrichten',
  'mode.maintenance': 'Wartung',
  'mode.out-of-order': 'Defekt',
  'mode.retired': 'Ausgemustert',
  'interlock.engaged': 'verriegelt, kein Strom',
  'interlock.releasing': 'wird freigegeben',
  'interlock.released': 'freigegeben, Strom ein',
  'interlock.engaging': 'wird verriegelt',
  'interlock.failed': 'gestört',
};
