// Italian for charts of readings, and their tables.

import type { chart as chartEn } from '../en/chart.ts';

export const chart: typeof chartEn = {
  recent: (name) => `${name}, 10 min`,
  noData: (from, to) => `nessun dato ${from}–${to}`,
  sentence: (name, value) => `${name}: ora ${value}.`,
  stale: (name, value, time) => `${name}: ${value} alle ${time}. Da allora non sentiamo niente.`,
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
