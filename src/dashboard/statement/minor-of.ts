// An amount as people type it, `4.50` or `4,50`, nought among them, in whole minor units.

/** Null for nothing typed, undefined for what is no amount. */
export function minorOf(text: string, digits: number): string | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const [, whole = '', fraction = ''] = /^(\d{1,9})(?:[.,](\d{1,4}))?$/.exec(typed) ?? [];
  if (whole === '' || fraction.length > digits) return undefined;
  return BigInt(whole + fraction.padEnd(digits, '0')).toString();
}
