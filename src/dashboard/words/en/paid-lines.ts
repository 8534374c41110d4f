// English for what paid a line of the statement, and where it was billed.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const paidLines = {
  money: icu<{ source: string; amount: string }>('{source}: {amount}'),
  hours: icu<{ source: string; hours: string; amount: string }>('{source}: {hours} h for {amount}'),
  owedBy: icu<{ name: string }>('Owed by {name}'),
  invoices: icu<{ count: number; numbers: string }>(
    '{count, plural, one {Invoice} other {Invoices}} {numbers}',
  ),
  credits: icu<{ count: number; numbers: string }>(
    '{count, plural, one {Credit note} other {Credit notes}} {numbers}',
  ),
};
