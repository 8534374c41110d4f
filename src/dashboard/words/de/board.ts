// German for the board.

import type { board as boardEn } from '../en/board.ts';

export const board: typeof boardEn = {
  empty: 'Noch keine Maschinen. Beschreib eine in officina.yaml, füg einen Badge hinzu und halt ihn hin.',
  label: 'Maschinen',
};
