// German for charts of readings, and their tables.

import type { chart as chartEn } from '../en/chart.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const chart: typeof chartEn = {
  recent: icu('{name}, 10 min'),
  noData: icu('keine Daten {from}–{to}'),
  sentence: icu('{name}: jetzt {value}.'),
  stale: icu('{name}: {value}, {time}. Seitdem nichts gehört.'),
  empty: 'Keine Messwerte in dieser Zeit.',
  table: 'Tabelle',
  csv: 'Als CSV speichern',
  time: 'Zeit',
  mean: 'Mittel',
  least: 'Kleinster',
  greatest: 'Größter',
  span: { short: '10 min', hour: '1 h', day: '24 h', month: '31 T' },
  spanTitle: 'Gezeigte Zeit',
};
