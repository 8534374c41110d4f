// Italian for the values of the four facts of a machine.

import type { conditions as conditionsEn } from '../en/conditions.ts';

export const conditions: typeof conditionsEn = {
  'link.up': 'attivo',
  'link.lost': 'perso',
  'link.never': 'mai sentita',
  'mode.production': 'produzione',
  'mode.setup': 'preparazione',
  'mode.maintenance': 'manutenzione',
  'mode.out-of-order': 'guasta',
  'mode.retired': 'dismessa',
  'interlock.engaged': 'inserito, senza corrente',
  'interlock.releasing': 'in rilascio',
  'interlock.released': 'rilasciato, corrente accesa',
  'interlock.engaging': 'in inserimento',
  'interlock.failed': 'guasto',
};
