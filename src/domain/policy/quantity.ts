// A number with its unit as texts take it: `60 minute`; the language says what one or many of it are called.

export type Quantity = `${number} ${'minute' | 'hour' | 'day' | 'percent'}`;

/** In the largest unit that stays whole and is more than one of it. */
export function minutes(count: number): Quantity {
  if (count >= 2 * 24 * 60 && count % (24 * 60) === 0) return days(count / (24 * 60));
  return count >= 120 && count % 60 === 0 ? hours(count / 60) : `${count} minute`;
}

export const hours = (count: number): Quantity => `${count} hour`;
export const days = (count: number): Quantity => `${count} day`;
export const percent = (count: number): Quantity => `${count} percent`;
