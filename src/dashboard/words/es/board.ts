// Spanish for the board.

import type { board as boardEn } from '../en/board.ts';

export const board: typeof boardEn = {
  empty: 'Aún no hay máquinas. Describe una en officina.yaml, añade una credencial y pásala.',
  label: 'Máquinas',
};
