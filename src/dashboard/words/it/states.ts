// Italian for the states that a card shows.

import type { Shown } from '../../look/states.ts';

export const states: Record<Shown, string> = {
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
