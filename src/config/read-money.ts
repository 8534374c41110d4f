// An amount of money as people type it at the command line, in the currency of the space.

import { currencyDigits, parsePrice } from '../domain/money.ts';

/** @returns minor units as text; null for what is no price without a sign */
export const readMoney = (text: string, currency: string): string | null =>
  parsePrice(text, currencyDigits(currency))?.toString() ?? null;
