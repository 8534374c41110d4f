// Spanish for the values of the four facts of a machine.

import type { conditions as conditionsEn } from '../en/conditions.ts';

export const conditions: typeof conditionsEn = {
  'link.up': 'conectado',
  'link.lost': 'perdido',
  'link.never': 'aún sin señal',
  'mode.production': 'producción',
  'mode.setup': 'preparación',
  'mode.maintenance': 'mantenimiento',
  'mode.out-of-order': 'averiada',
  'mode.retired': 'retirada',
  'interlock.engaged': 'cerrado, sin corriente',
  'interlock.releasing': 'abriéndose',
  'interlock.released': 'abierto, con corriente',
  'interlock.engaging': 'cerrándose',
  'interlock.failed': 'ha fallado',
};
