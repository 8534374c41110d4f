// Minor units as people read them, without going through a floating-point number.

/** `-1250` with two digits is `-12.50`; a text that is no whole number stays as it is. */
export function toDecimal(minor: string, digits: number): string {
  const match = /^(-?)(\d+)$/.exec(minor);
  if (!match || digits === 0) return minor;
  const padded = (match[2] ?? '').padStart(digits + 1, '0');
  return `${match[1]}${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}
