// German for the states that a card shows.

import type { states as statesEn } from '../en/states.ts';

export const states: typeof statesEn = {
  offline: 'Nicht verbunden',
  unknown: 'Unbekannt',
  alarm: 'Alarm',
  door: 'Tür offen',
  locked: 'Gesperrt',
  'out-of-order': 'Defekt',
  retired: 'Ausgemustert',
  maintenance: 'Wartung',
  ending: 'Endet',
  heating: 'Heizt auf',
  running: 'Läuft',
  paused: 'Angehalten',
  'in-use': 'Belegt',
  free: 'Frei',
};
