// Romanian for what paid a line of the statement, and where it was billed.

import type { paidLines as paidLinesEn } from '../en/paid-lines.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('ro');

export const paidLines: typeof paidLinesEn = {
  money: icu('{source}: {amount}'),
  hours: icu('{source}: {hours} h pentru {amount}'),
  owedBy: icu('De plătit de {name}'),
  invoices: icu('{count, plural, one {Factura} few {Facturile} other {Facturile}} {numbers}'),
  credits: icu(
    '{count, plural, one {Nota de credit} few {Notele de credit} other {Notele de credit}} {numbers}',
  ),
};
