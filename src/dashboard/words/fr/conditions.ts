// French for the values of the four facts of a machine.

import type { Words } from '../words.ts';

export const conditions: Words['facts'] = {
  'link.up': 'établie',
  'link.lost': 'perdue',
  'link.never': 'pas encore entendue',
  'mode.production': 'production',
  'mode.setup': 'réglage',
  'mode.maintenance': 'maintenance',
  'mode.out-of-order': 'hors service',
  'mode.retired': 'retirée',
  'interlock.engaged': 'fermé, sans courant',
  'interlock.releasing': 's’ouvre',
  'interlock.released': 'ouvert, sous tension',
  'interlock.engaging': 'se ferme',
  'interlock.failed': 'en échec',
};
