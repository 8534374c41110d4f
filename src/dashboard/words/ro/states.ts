// Romanian for the states that a card shows.

import type { Words } from '../words.ts';

export const states: Words['states'] = {
  offline: 'Deconectată',
  unknown: 'Necunoscut',
  alarm: 'Alarmă',
  door: 'Ușă deschisă',
  locked: 'Blocată',
  'out-of-order': 'Defectă',
  retired: 'Retrasă',
  maintenance: 'Mentenanță',
  ending: 'Se încheie',
  heating: 'Se încălzește',
  running: 'În lucru',
  paused: 'În pauză',
  'in-use': 'În folosință',
  free: 'Liberă',
};
