// French for the board.

import type { Words } from '../words.ts';

export const board: Words['board'] = {
  empty: 'Aucune machine encore. Décrivez-en une dans officina.yaml, ajoutez un badge, et badgez.',
  label: 'Machines',
};
