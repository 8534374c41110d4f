// What hinders an invoice from being written, and that each mistake says field, reason and remedy.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fatturaFileName, fatturaMistakes } from '../../../src/domain/billing/fattura-mistakes.ts';
import type { Invoice } from '../../../src/domain/billing/invoice.ts';
import { mistakeText } from '../../../src/domain/billing/invoice-mistake.ts';
import { invoiceMistakes } from '../../../src/domain/billing/invoice-mistakes.ts';
import { sumInvoice } from '../../../src/domain/billing/invoice-sums.ts';
import { sampleInvoice } from '../../../src/domain/billing/sample-invoice.ts';
import { anyInvoice, nastyTexts } from '../../fakes/any-invoice.ts';

const sample = sampleInvoice({ locale: 'it' });
const fields = (invoice: Invoice): readonly string[] => invoiceMistakes(invoice).map(({ field }) => field);
const [firstLine, ...others] = sample.lines;
const withLine = (change: Partial<Invoice['lines'][number]>): Invoice => ({
  ...sample,
  lines: firstLine ? [{ ...firstLine, ...change }, ...others] : [],
});
const withRate = (change: Partial<Invoice['vat'][number]['rate']>): Invoice => {
  const vat = sample.vat.map((total) => ({
    ...total,
    rate: { ...total.rate, ...change, id: total.rate.id },
  }));
  const sums = sumInvoice(
    sample.lines,
    vat.map(({ rate }) => rate),
  );
  return { ...sample, ...sums, prepaidMinor: 0n, payableMinor: sums.grossMinor };
};

describe('invoiceMistakes', () => {
  it('finds none in what is right', () => {
    expect(invoiceMistakes(sample)).toEqual([]);
    expect(invoiceMistakes(sampleInvoice({ locale: 'de', kind: 'credit-note', lines: 999 }))).toEqual([]);
    fc.assert(
      fc.property(anyInvoice, (invoice) => {
        expect(invoiceMistakes(invoice)).toEqual([]);
      }),
    );
  });

  it.each<[string, Invoice]>([
    ['number', { ...sample, number: 'no digit' }],
    ['number', { ...sample, number: '2026/0001/0001/0001/0001' }],
    ['issuedOn', { ...sample, issuedOn: '2026-02-30' }],
    ['dueOn', { ...sample, dueOn: '2026-11-30' }],
    ['periodTo', { ...sample, periodTo: '2026-10-01' }],
    ['currency', { ...sample, currency: 'euro' }],
    ['credits', { ...sample, kind: 'credit-note' }],
    ['seller.iban', { ...sample, seller: { ...sample.seller, iban: 'IT60X0542811101000000123457' } }],
    ['seller.sepaCreditorId', { ...sample, seller: { ...sample.seller, sepaCreditorId: 'IT00ZZZ1' } }],
    [
      'buyer.address.country',
      { ...sample, buyer: { ...sample.buyer, address: { ...sample.buyer.address, country: 'Italia' } } },
    ],
    ['buyer.email', { ...sample, buyer: { ...sample.buyer, email: 'a b@c' } }],
    ['lines', { ...sample, lines: [] }],
    ['lines[0].quantity', withLine({ quantity: '1e3' })],
    ['lines[0].priceMinor', withLine({ priceMinor: '-5' })],
    ['lines[0].priceMinor', withLine({ priceMinor: '16.67' })],
    ['lines[0].netMinor', withLine({ netMinor: 1n })],
    ['lines[0].vat', withLine({ vat: 'unknown' })],
    ['lines[0].id', withLine({ id: '7' })],
    ['lines[0].toDay', withLine({ toDay: '2026-10-31' })],
    ['vat.standard', withRate({ category: 'E' })],
    ['vat.courses', withRate({ category: 'E', percent: '0', reason: '' })],
    ['vat.standard', withRate({ category: 'S', percent: '22' })],
    ['vat.standard', { ...withRate({ category: 'O', percent: '0', reason: 'outside' }) }],
    [
      'vat.courses',
      {
        ...withRate({ category: 'K', percent: '0', reason: 'x' }),
        buyer: { id: 'b', name: 'B', address: sample.buyer.address },
      },
    ],
    ['netMinor', { ...sample, netMinor: -1n }],
    ['grossMinor', { ...sample, grossMinor: sample.grossMinor + 1n }],
    ['prepaidMinor', { ...sample, prepaidMinor: sample.grossMinor + 1n }],
    ['payableMinor', { ...sample, payableMinor: 1n }],
  ])('%s', (field, invoice) => {
    expect(fields(invoice)).toContain(field);
    for (const mistake of invoiceMistakes(invoice)) expect(mistakeText(mistake)).toMatch(/^\S+: .+; .+\.$/);
  });

  it.each(nastyTexts.map((name) => [JSON.stringify(name).slice(0, 30), name]))(
    'inv. 11: refuses the name %s with a sentence',
    (_, name) => {
      const mistakes = invoiceMistakes({ ...sample, buyer: { ...sample.buyer, name: name ?? '' } });
      expect(mistakes.map(({ field }) => field)).toEqual(['buyer.name']);
    },
  );
});

describe('fatturaMistakes', () => {
  it('finds none in the sample, and names what the exchange would miss', () => {
    expect(fatturaMistakes(sample)).toEqual([]);
    const { vatId: _, ...buyer } = sample.buyer;
    expect(fatturaMistakes({ ...sample, buyer }).map(({ field }) => field)).toEqual(['buyer.taxCode']);
    const { regime: __, ...seller } = sample.seller;
    expect(fatturaMistakes({ ...sample, seller }).map(({ field }) => field)).toEqual(['seller.regime']);
  });

  it('gives every number of a year another file name', () => {
    const names = new Set<string>();
    for (const kind of ['invoice', 'credit-note'] as const)
      for (let number = 1; number <= 500; number++)
        names.add(fatturaFileName({ ...sample, kind, number: `2026/${number}` }));
    expect(names.size).toBe(1000);
    expect([...names][0]).toMatch(/^IT12345678903_[0-9A-Z]{5}\.xml$/);
  });
});
