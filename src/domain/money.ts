// Money is a whole number of minor units (cents) as a bigint; in JSON a decimal string of minor units. No floats.

export type Minor = bigint;

/** Half away from zero, once per amount. `denominator` must be positive. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('the denominator must be positive');
  const sign = numerator < 0n ? -1n : 1n;
  const size = numerator * sign;
  return sign * ((2n * size + denominator) / (2n * denominator));
}

/**
 * Reads a price as people write it, `12`, `12.5` or `12.50`, into minor units.
 * @param digits decimals of the currency: 2 for EUR, 0 for JPY
 * @returns undefined when it is not such a number, is negative, or has more decimals than the currency
 */
export function parsePrice(text: string, digits: number): Minor | undefined {
  const match = /^(\d{1,12})(?:\.(\d{1,4}))?$/.exec(text);
  if (!match) return undefined;
  const fraction = match[2] ?? '';
  if (fraction.length > digits) return undefined;
  return BigInt((match[1] ?? '') + fraction.padEnd(digits, '0'));
}

/** Minor units as a plain decimal, `-12.50`; no grouping, no currency sign. */
export function formatPrice(minor: Minor, digits: number): string {
  const sign = minor < 0n ? '-' : '';
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Decimals of a currency of ISO 4217, as the runtime knows them; written down with the price when it is used. */
export function currencyDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}
