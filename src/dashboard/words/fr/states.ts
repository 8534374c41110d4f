// French for the states that a card shows.

import type { Words } from '../words.ts';

export const states: Words['states'] = {
  offline: 'Hors ligne',
  unknown: 'Inconnu',
  alarm: 'Alarme',
  door: 'Porte ouverte',
  locked: 'Bloquée',
  'out-of-order': 'Hors service',
  retired: 'Retirée',
  maintenance: 'Maintenance',
  ending: 'Se termine',
  heating: 'En chauffe',
  running: 'En marche',
  paused: 'En pause',
  'in-use': 'Occupée',
  free: 'Libre',
};
