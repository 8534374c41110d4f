// An amount as people type it, with a point or a comma, as whole minor units; without a floating-point number on the way.

/** Null where it is none, or has more decimals than the currency. */
export function readMinor(typed: string, digits: number): string | null {
  const match = /^(\d{1,9})(?:[.,](\d{1,4}))?$/.exec(typed.trim());
  const fraction = match?.[2] ?? '';
  if (!match || fraction.length > digits) return null;
  return `${match[1]}${fraction.padEnd(digits, '0')}`.replace(/^0+(?=\d)/, '');
}
