// The arithmetic of EN 16931: lines are rounded first, sums of rounded lines are exact, VAT is reckoned once per rate from its
// base, half away from zero. All in whole numbers, so that two computers always agree.

import { divideRounded } from '../money.ts';
import type { InvoiceLine, VatRate, VatTotal } from './invoice.ts';

export type InvoiceSums = {
  /** In the order in which the lines name them first. */
  readonly vat: readonly VatTotal[];
  readonly netMinor: bigint;
  readonly vatMinor: bigint;
  readonly grossMinor: bigint;
};

/** Throws where a line names a rate that is not among `rates`. */
export function sumInvoice(
  lines: readonly Pick<InvoiceLine, 'vat' | 'netMinor'>[],
  rates: readonly VatRate[],
): InvoiceSums {
  const bases = new Map<string, bigint>();
  for (const { vat, netMinor } of lines) bases.set(vat, (bases.get(vat) ?? 0n) + netMinor);
  const vat = [...bases].map(([id, netMinor]) => {
    const rate = rates.find((one) => one.id === id);
    if (!rate) throw new RangeError(`a line names the VAT rate "${id}", which is not described`);
    return { rate, netMinor, vatMinor: vatOf(netMinor, rate) };
  });
  const sum = (pick: (total: VatTotal) => bigint): bigint =>
    vat.reduce((all, total) => all + pick(total), 0n);
  const [netMinor, vatMinor] = [sum((total) => total.netMinor), sum((total) => total.vatMinor)];
  return { vat, netMinor, vatMinor, grossMinor: netMinor + vatMinor };
}

/** The rounded amount of a line: its quantity times its price. */
export function lineNetMinor({ quantity, priceMinor }: Pick<InvoiceLine, 'quantity' | 'priceMinor'>): bigint {
  const count = toScaled(quantity, 6);
  const price = toScaled(priceMinor, 6);
  return divideRounded(count * price, 10n ** 12n);
}

function vatOf(baseMinor: bigint, { category, percent }: VatRate): bigint {
  return category === 'S' ? divideRounded(baseMinor * toScaled(percent, 2), 10_000n) : 0n;
}

/** A decimal as a whole number of its last place. Throws where it is none, or has more places. */
export function toScaled(text: string, places: number): bigint {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/.exec(text);
  const fraction = match?.[3] ?? '';
  if (!match || fraction.length > places)
    throw new RangeError(`"${text.slice(0, 40)}" is no decimal of at most ${places} places`);
  const size = BigInt(`${match[2]}${fraction.padEnd(places, '0')}`);
  return match[1] === '-' ? -size : size;
}
