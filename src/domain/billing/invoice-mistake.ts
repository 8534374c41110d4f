// A mistake in an invoice, and the checks of texts and days that its parts share.

import { unwritableIn } from './writable-text.ts';

export type InvoiceMistake = { readonly field: string; readonly reason: string; readonly remedy: string };

/** One sentence of a mistake. */
export const mistakeText = ({ field, reason, remedy }: InvoiceMistake): string =>
  `${field}: ${reason}; ${remedy}.`;

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export function textMistakes({
  field,
  text,
  most,
}: {
  field: string;
  text: string;
  most: number;
}): InvoiceMistake[] {
  if (text.trim() === '') return [{ field, reason: 'it is empty', remedy: 'write it' }];
  const length = [...text].length;
  if (length > most)
    return [{ field, reason: `it has ${length} characters, ${most} fit`, remedy: 'shorten it' }];
  const character = unwritableIn(text);
  if (character === null) return [];
  const remedy = 'write it in Latin, Greek or Cyrillic letters and without emoji';
  return [{ field, reason: `the character ${character} cannot be printed`, remedy }];
}

/** Also whether the month has that day. */
export function isDay(text: string): boolean {
  if (!day.test(text)) return false;
  const [year = 0, month = 1, date = 1] = text.split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year >= 1970 && date <= length;
}
