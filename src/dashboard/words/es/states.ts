// Spanish for the states that a card shows.

import type { states as statesEn } from '../en/states.ts';

export const states: typeof statesEn = {
  offline: 'Sin conexión',
  unknown: 'Sin datos',
  alarm: 'Alarma',
  door: 'Puerta abierta',
  locked: 'Bloqueada',
  'out-of-order': 'Averiada',
  retired: 'Retirada',
  maintenance: 'Mantenimiento',
  ending: 'Terminando',
  heating: 'Calentando',
  running: 'En marcha',
  paused: 'En pausa',
  'in-use': 'En uso',
  free: 'Libre',
};
