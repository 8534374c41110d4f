// What is counted in a ledger, and the decimals of its smallest part: money in the minor units of its currency, machine
// time in milliseconds, contributed work in minutes, and whole pieces of what is allowed or deposited.

import { currencyDigits } from '../money.ts';

export type Unit = {
  readonly kind: 'money' | 'hours' | 'minutes' | 'allowance' | 'deposit';
  /** What stands after the colon, or the currency. */
  readonly id: string;
  /** Of the figure as it is printed: machine time is printed in seconds, because milliseconds are no exact part of an hour. */
  readonly digits: number;
};

const currency = /^[A-Z]{3}$/;
const counted = /^(hours|allowance|deposit):([a-z0-9-]{1,64})$/;

/** Reads `EUR`, `hours:lasers`, `minutes`, `allowance:prints`, `deposit:keys`; null for anything else. */
export function readUnit(text: string): Unit | null {
  if (currency.test(text)) return { kind: 'money', id: text, digits: currencyDigits(text) };
  if (text === 'minutes') return { kind: 'minutes', id: text, digits: 0 };
  const [, kind, id = ''] = counted.exec(text) ?? [];
  if (kind === 'hours') return { kind, id, digits: 3 };
  return kind === 'allowance' || kind === 'deposit' ? { kind, id, digits: 0 } : null;
}

/** Without asking for its decimals, which takes longer. */
export const isUnit = (text: string): boolean =>
  currency.test(text) || text === 'minutes' || counted.test(text);
