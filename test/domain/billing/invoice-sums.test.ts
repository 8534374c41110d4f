// The arithmetic of invoices: exact sums of rounded lines, VAT once per rate, half away from zero.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InvoiceLine, VatRate } from '../../../src/domain/billing/invoice.ts';
import { lineNetMinor, sumInvoice, toScaled } from '../../../src/domain/billing/invoice-sums.ts';
import { anyInvoice } from '../../fakes/any-invoice.ts';

const rate = (id: string, percent: string, category: VatRate['category'] = 'S'): VatRate => ({
  id,
  percent,
  category,
});
const line = (vat: string, netMinor: bigint): InvoiceLine => ({
  ...{ id: '1', text: 'x', quantity: '1', unit: 'C62', priceMinor: netMinor.toString(), netMinor, vat },
  ...{ fromDay: '2026-11-01', toDay: '2026-11-01' },
});

describe('sumInvoice', () => {
  it('reckons VAT once per rate from its base, not line by line', () => {
    const sums = sumInvoice([line('a', 2n), line('a', 2n), line('a', 2n)], [rate('a', '22')]);
    // Line by line it would be nothing: 0.44 of a cent three times.
    expect(sums).toMatchObject({ netMinor: 6n, vatMinor: 1n, grossMinor: 7n });
  });

  it.each([
    [50n, '5', 3n],
    [-50n, '5', -3n],
    [10n, '5', 1n],
    [9n, '5', 0n],
    [100n, '5.5', 6n],
  ])('rounds half away from zero: %s at %s %%', (net, percent, vat) => {
    expect(sumInvoice([line('a', net)], [rate('a', percent)]).vatMinor).toBe(vat);
  });

  it('bears no VAT outside of the standard category, whatever the percentage says', () => {
    expect(sumInvoice([line('a', 10_000n)], [rate('a', '22', 'E')]).vatMinor).toBe(0n);
  });

  it('refuses a line of an unknown rate', () => {
    expect(() => sumInvoice([line('b', 1n)], [rate('a', '22')])).toThrow('"b"');
  });

  it('inv. 5: parts always add up to the whole', () => {
    fc.assert(
      fc.property(anyInvoice, ({ lines, vat }) => {
        const sums = sumInvoice(
          lines,
          vat.map((total) => total.rate),
        );
        const add = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, one) => sum + one, 0n);
        expect(sums.netMinor).toBe(add(lines.map(({ netMinor }) => netMinor)));
        expect(sums.netMinor).toBe(add(sums.vat.map(({ netMinor }) => netMinor)));
        expect(sums.vatMinor).toBe(add(sums.vat.map(({ vatMinor }) => vatMinor)));
        expect(sums.grossMinor).toBe(sums.netMinor + sums.vatMinor);
        for (const total of sums.vat) {
          const percent = total.rate.category === 'S' ? Number(total.rate.percent) : 0;
          const exact = (Number(total.netMinor) * percent) / 100;
          expect(Math.abs(Number(total.vatMinor) - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
        }
      }),
    );
  });
});

describe('lineNetMinor', () => {
  it.each([
    ['7.528056', '1328', 9997n],
    ['0.5', '1', 1n],
    ['-0.5', '1', -1n],
    ['0.499999', '1', 0n],
    ['999999999.999999', '1000000000', 999_999_999_999_999_000n],
  ])('%s times %s, exactly', (quantity, priceMinor, expected) => {
    expect(lineNetMinor({ quantity, priceMinor })).toBe(expected);
  });

  it.each(['', '1e3', '0x10', '1,5', '1.', '.5', ' 1', '1.2345678', '--1', 'NaN'])('refuses %j', (text) => {
    expect(() => toScaled(text, 6)).toThrow(RangeError);
  });
});
