// The amount of a material as people write it, `12`, `12.5` or `12,5`, in whole thousandths of its unit.

/** @returns null for what is no amount above zero, has more than three decimals, or is above a million units */
export function readAmount(text: string): number | null {
  const [, whole = '', fraction = ''] = /^(\d{1,7})(?:[.,](\d{1,3}))?$/.exec(text.trim()) ?? [];
  if (whole === '') return null;
  const amount = Number(whole + fraction.padEnd(3, '0'));
  return amount > 0 && amount <= 1_000_000_000 ? amount : null;
}
