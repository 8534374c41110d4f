// German for what paid a line of the statement, and where it was billed.

import type { paidLines as paidLinesEn } from '../en/paid-lines.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const paidLines: typeof paidLinesEn = {
  money: icu('{source}: {amount}'),
  hours: icu('{source}: {hours} h für {amount}'),
  owedBy: icu('Zu zahlen von {name}'),
  invoices: icu('{count, plural, one {Rechnung} other {Rechnungen}} {numbers}'),
  credits: icu('{count, plural, one {Gutschrift} other {Gutschriften}} {numbers}'),
};
