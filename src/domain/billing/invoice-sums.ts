// The totals of an invoice from its lines, as EN 16931 adds them: lines are rounded already, sums are exact, and VAT is
// rounded once per rate, from its base.

import { divideRounded } from '../money.ts';
import type { InvoiceLine, VatRate, VatTotal } from './invoice.ts';

export type InvoiceSums = {
  readonly vat: readonly VatTotal[];
  readonly netMinor: bigint;
  readonly vatMinor: bigint;
  readonly grossMinor: bigint;
};

/** Rates of which no line is are left out; a line of a rate that is not listed is a programmer's error. */
export function sumInvoice(
  lines: readonly Pick<InvoiceLine, 'vat' | 'netMinor'>[],
  rates: readonly VatRate[],
): InvoiceSums {
  const bases = new Map<string, bigint>();
  for (const { vat, netMinor } of lines) bases.set(vat, (bases.get(vat) ?? 0n) + netMinor);
  for (const id of bases.keys())
    if (!rates.some((rate) => rate.id === id)) throw new RangeError(`no VAT rate has the id ${id}`);
  const vat = rates.flatMap((rate): readonly VatTotal[] => {
    const netMinor = bases.get(rate.id);
    return netMinor === undefined ? [] : [{ rate, netMinor, vatMinor: vatOf(netMinor, rate.percent) }];
  });
  const netMinor = vat.reduce((sum, one) => sum + one.netMinor, 0n);
  const vatMinor = vat.reduce((sum, one) => sum + one.vatMinor, 0n);
  return { vat, netMinor, vatMinor, grossMinor: netMinor + vatMinor };
}

/** Half away from zero; `percent` has at most four decimals. */
function vatOf(netMinor: bigint, percent: string): bigint {
  const [whole = '0', fraction = ''] = percent.split('.');
  return divideRounded(netMinor * BigInt(whole + fraction.padEnd(4, '0').slice(0, 4)), 1_000_000n);
}
