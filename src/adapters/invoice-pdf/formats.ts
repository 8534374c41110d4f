// Amounts, quantities and days as people of a language write them. Amounts are exact: no floating point is on the way.

import type { Invoice } from '../../domain/billing/invoice.ts';
import { formatPrice } from '../../domain/money.ts';

export type Formats = {
  money(minor: bigint): string;
  decimal(text: string): string;
  /** @param day `yyyy-mm-dd` */
  day(day: string): string;
};

export function formatsFor({ locale, currency, digits }: Invoice, language: string): Formats {
  const where = locale.toLowerCase().startsWith(language) ? locale : language;
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const money = new Intl.NumberFormat(where, { style: 'currency', currency, ...places });
  const decimal = new Intl.NumberFormat(where, { maximumFractionDigits: 6 });
  const day = new Intl.DateTimeFormat(where, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    money: (minor) => drawable(money.format(formatPrice(minor, digits) as `${number}`)),
    decimal: (text) => drawable(decimal.format(text as `${number}`)),
    day: (text) => drawable(day.format(new Date(`${text}T00:00:00Z`))),
  };
}

/** The font has one space that does not break, and no other. */
const drawable = (text: string): string => text.replace(/[\u2000-\u200a\u202f]/g, '\u00a0');
