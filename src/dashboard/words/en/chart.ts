// English for charts of readings, and their tables.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const chart = {
  recent: icu<{ name: string }>('{name}, 10 min'),
  noData: icu<{ from: string; to: string }>('no data {from}–{to}'),
  sentence: icu<{ name: string; value: string }>('{name}: {value} now.'),
  stale: icu<{ name: string; value: string; time: string }>(
    '{name}: {value} at {time}. Nothing heard since.',
  ),
  empty: 'No readings in this time.',
  table: 'Table',
  csv: 'Save as CSV',
  time: 'Time',
  mean: 'Mean',
  least: 'Least',
  greatest: 'Greatest',
  span: { short: '10 min', hour: '1 h', day: '24 h', month: '31 d' },
  spanTitle: 'Time shown',
};
