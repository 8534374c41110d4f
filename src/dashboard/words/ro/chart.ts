// Romanian for charts of readings, and their tables.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const chart: Words['chart'] = {
  recent: icu('{name}, 10 min'),
  noData: icu('fără date {from}–{to}'),
  sentence: icu('{name}: {value} acum.'),
  stale: icu('{name}: {value} la {time}. De atunci nu s-a mai auzit nimic.'),
  empty: 'Nicio măsurătoare în acest timp.',
  table: 'Tabel',
  csv: 'Salvează ca CSV',
  time: 'Ora',
  mean: 'Medie',
  least: 'Minim',
  greatest: 'Maxim',
  span: { short: '10 min', hour: '1 h', day: '24 h', month: '31 z' },
  spanTitle: 'Timpul arătat',
};
