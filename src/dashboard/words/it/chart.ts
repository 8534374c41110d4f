// Italian for charts of readings, and their tables.

import type { chart as chartEn } from '../en/chart.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const chart: typeof chartEn = {
  recent: icu('{name}, 10 min'),
  noData: icu('nessun dato {from}–{to}'),
  sentence: icu('{name}: ora {value}.'),
  stale: icu('{name}: {value} alle {time}. Da allora non sentiamo niente.'),
  empty: 'Nessuna lettura in questo tempo.',
  table: 'Tabella',
  csv: 'Salva come CSV',
  time: 'Ora',
  mean: 'Media',
  least: 'Minimo',
  greatest: 'Massimo',
  span: { short: '10 min', hour: '1 h', day: '24 h', month: '31 g' },
  spanTitle: 'Tempo mostrato',
};
