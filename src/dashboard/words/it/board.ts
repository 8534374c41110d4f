// Italian for the board.

import type { board as boardEn } from '../en/board.ts';

export const board: typeof boardEn = {
  empty: 'Ancora nessuna macchina. Descrivine una in officina.yaml, aggiungi un badge e avvicinalo.',
  label: 'Macchine',
};
