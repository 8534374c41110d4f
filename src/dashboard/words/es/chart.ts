// Spanish for charts of readings, and their tables.

import type { chart as chartEn } from '../en/chart.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const chart: typeof chartEn = {
  recent: icu('{name}, 10 min'),
  noData: icu('sin datos {from}–{to}'),
  sentence: icu('{name}: {value} ahora.'),
  stale: icu('{name}: {value} a las {time}. Desde entonces no se recibe nada.'),
  empty: 'No hay mediciones en este periodo.',
  table: 'Tabla',
  csv: 'Guardar como CSV',
  time: 'Hora',
  mean: 'Media',
  least: 'Mínimo',
  greatest: 'Máximo',
  span: { short: '10 min', hour: '1 h', day: '24 h', month: '31 d' },
  spanTitle: 'Periodo mostrado',
};
