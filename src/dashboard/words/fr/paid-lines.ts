// French for what paid a line of the statement, and where it was billed.

import type { paidLines as paidLinesEn } from '../en/paid-lines.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('fr');

export const paidLines: typeof paidLinesEn = {
  money: icu('{source} : {amount}'),
  hours: icu('{source} : {hours} h pour {amount}'),
  owedBy: icu('Dû par {name}'),
  invoices: icu('{count, plural, one {Facture} other {Factures}} {numbers}'),
  credits: icu('{count, plural, one {Avoir} other {Avoirs}} {numbers}'),
};
