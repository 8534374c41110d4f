// Months as `yyyy-mm`, counted in the time zone of the space.

import { localDay, type Place } from '../format.ts';

/** The month of a moment. */
export function monthAt(atMs: number, place: Place): string {
  return localDay(atMs, place).slice(0, 7);
}

/** The month so many months later; earlier when negative. */
export function addMonths(month: string, count: number): string {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  const total = year * 12 + (number - 1) + count;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`;
}
