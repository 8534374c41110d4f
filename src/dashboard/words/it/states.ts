// Italian for the states that a card shows.

import type { states as statesEn } from '../en/states.ts';

export const states: typeof statesEn = {
  offline: 'Scollegata',
  unknown: 'Non si sa',
  alarm: 'Allarme',
  door: 'Sportello aperto',
  locked: 'Bloccata',
  'out-of-order': 'Guasta',
  retired: 'Dismessa',
  maintenance: 'Manutenzione',
  ending: 'Sta finendo',
  heating: 'Si scalda',
  running: 'In lavoro',
  paused: 'In pausa',
  'in-use': 'In uso',
  free: 'Libera',
};
