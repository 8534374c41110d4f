// Italian for what paid a line of the statement, and where it was billed.

import type { paidLines as english } from '../en/paid-lines.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const paidLines: typeof english = {
  money: icu('{source}: {amount}'),
  hours: icu('{source}: {hours} h per {amount}'),
  owedBy: icu('A carico di {name}'),
  invoices: icu('{count, plural, one {Fattura} other {Fatture}} {numbers}'),
  credits: icu('{count, plural, one {Nota di credito} other {Note di credito}} {numbers}'),
};
