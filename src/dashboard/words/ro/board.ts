// Romanian for the board.

import type { Words } from '../words.ts';

export const board: Words['board'] = {
  empty: 'Încă nicio mașină. Descrie una în officina.yaml, adaugă o cartelă și apropie-o de cititor.',
  label: 'Mașini',
};
