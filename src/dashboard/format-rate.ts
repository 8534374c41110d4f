// A price that may have decimals beyond those of its currency, as a kilowatt-hour for 0.2845 euro has.

import { formatAmount } from './format.ts';

type Of = { readonly digits: number; readonly currency: string; readonly locale: string };

/** @param minor minor units with at most six decimals */
export function formatRate(minor: string, { digits, currency, locale }: Of): string {
  const [whole = '0', fraction = ''] = minor.split('.');
  if (fraction === '') return formatAmount({ minor, digits, currency, locale });
  const all = digits + fraction.length;
  return formatAmount({ minor: whole + fraction, digits: all, currency, locale });
}
