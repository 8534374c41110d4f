// English for statements.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const statement = {
  title: 'Statement',
  month: 'Month',
  earlier: 'Earlier month',
  later: 'Later month',
  print: 'Print',
  machine: 'Machine',
  when: 'From – to',
  billed: 'Billed time',
  perHour: 'Price per hour',
  amount: 'Amount',
  sum: 'Sum',
  total: 'Total of the month',
  gap: icu<{ time: string }>('{time} not seen, not billed'),
  /** What a use drew; `about` is already rounded. */
  energy: {
    metered: icu<{ amount: string }>('{amount}'),
    estimated: icu<{ amount: string }>('about {amount} (estimated)'),
    partly: icu<{ amount: string }>('about {amount} (partly estimated)'),
    unmeasured: 'energy not measured',
    under: icu<{ amount: string }>('under {amount}'),
  },
  rate: icu<{ amount: string }>('{amount}/h'),
  noTariff: 'no tariff',
  none: 'Nothing was billed in this month. Choose another one.',
  open: icu<{ count: number }>(
    '{count, plural, one {# session is still open; it will stand on the statement of the month in which it ends.} other {# sessions are still open; each will stand on the statement of the month in which it ends.}}',
  ),
  refused: 'Statements are for members. Sign in to see yours.',
  clocks: {
    loaded: 'while held',
    powered: 'while powered',
    working: 'while working',
    operating: 'while operating',
    laserOn: 'laser beam on',
    spindleOn: 'spindle on',
  } as Readonly<Record<string, string>>,
};
