// Spanish for what paid a line of the statement, and where it was billed.

import type { paidLines as paidLinesEn } from '../en/paid-lines.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const paidLines: typeof paidLinesEn = {
  money: icu('{source}: {amount}'),
  hours: icu('{source}: {hours} h por {amount}'),
  owedBy: icu('A cargo de {name}'),
  invoices: icu('{count, plural, one {Factura} other {Facturas}} {numbers}'),
  credits: icu('{count, plural, one {Factura rectificativa} other {Facturas rectificativas}} {numbers}'),
};
