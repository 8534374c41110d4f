// UBL and Factur-X: every invoice that has no mistake passes the schema and code lists of the library, and the facts are inside.

import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderEInvoice } from '../../../src/adapters/e-invoice/render-e-invoice.ts';
import { invoiceFiles } from '../../../src/composition/invoice-files.ts';
import { sampleInvoice } from '../../../src/domain/billing/sample-invoice.ts';
import { anyInvoice } from '../../fakes/any-invoice.ts';

const ubl = async (invoice: Parameters<typeof renderEInvoice>[0]): Promise<string> =>
  Buffer.from(await renderEInvoice(invoice, { format: 'ubl' })).toString();

describe('renderEInvoice', () => {
  it('writes the sample as UBL with its amounts, its codes and its reasons', async () => {
    const xml = await ubl(sampleInvoice({ locale: 'de' }));
    for (const fact of [
      '<cbc:InvoiceTypeCode>380<',
      '<cbc:TaxInclusiveAmount currencyID="EUR">345.20<',
      '<cbc:PrepaidAmount currencyID="EUR">86.30<',
      '<cbc:PayableAmount currencyID="EUR">258.90<',
      '<cbc:InvoicedQuantity unitCode="HUR">7.528056<',
      '<cbc:TaxExemptionReasonCode>VATEX-EU-132<',
      '<cbc:AccountingCost>HORIZON-WP3<',
      '<cbc:PaymentMeansCode>58<',
    ])
      expect(xml).toContain(fact);
  });

  it('writes a credit note as one, with the invoice that it is about', async () => {
    const xml = await ubl(sampleInvoice({ locale: 'it', kind: 'credit-note' }));
    expect(xml).toContain('<CreditNote xmlns=');
    expect(xml).toContain('<cbc:CreditNoteTypeCode>381<');
    expect(xml).toContain('<cbc:ID>SAMPLE-2026/0001<');
  });

  it('passes the validation of the library, whatever the names are', async () => {
    const invoices = fc.sample(anyInvoice, { numRuns: 25, seed: 54 });
    for (const invoice of invoices) {
      const xml = await ubl(invoice);
      expect(xml).toContain(`<cbc:ID>${invoice.number}</cbc:ID>`);
      expect(xml).not.toMatch(/<!DOCTYPE|<script/);
    }
  }, 60_000);

  it('names no VAT id in what is outside of VAT', async () => {
    const sample = sampleInvoice({ locale: 'it' });
    const vat = sample.vat.map((total) => ({
      ...total,
      ...{ vatMinor: 0n, rate: { ...total.rate, percent: '0', category: 'O' as const, reason: 'outside' } },
    }));
    const xml = await ubl({ ...sample, vat });
    expect(xml).not.toContain('<cac:TaxScheme>\n\t\t\t\t<cbc:ID>VAT');
    expect(xml.match(/IT00743110157/g)?.length).toBe(1);
  });

  it('says what the library found, as the cause', async () => {
    const sample = sampleInvoice({ locale: 'it' });
    const fault = ubl({ ...sample, currency: 'XXQ' });
    await expect(fault).rejects.toThrow('could not be written as ubl');
    await expect(fault).rejects.toHaveProperty('cause');
  });

  it('puts the same facts as CII into a PDF/A-3', async () => {
    const bytes = Buffer.from(await invoiceFiles.render(sampleInvoice({ locale: 'fr' }), 'factur-x'));
    const text = bytes.toString('latin1');
    expect(text.startsWith('%PDF-1.')).toBe(true);
    const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body]) => {
      try {
        return inflateSync(Buffer.from(body ?? '', 'latin1')).toString();
      } catch {
        return body ?? '';
      }
    });
    const cii = streams.find((stream) => stream.includes('CrossIndustryInvoice'));
    expect(cii).toContain('<ram:GrandTotalAmount>345.20<');
    expect(cii).toContain('<ram:DuePayableAmount>258.90<');
    expect(streams.some((stream) => /pdfaid:part\D+3/.test(stream))).toBe(true);
    // No font may stay outside of a PDF/A.
    expect(text).not.toContain('/Helvetica');
  }, 30_000);
});

describe('invoiceFiles', () => {
  it('writes nothing with a mistake', async () => {
    const sample = sampleInvoice({ locale: 'it' });
    const wrong = { ...sample, buyer: { ...sample.buyer, name: '🙂' } };
    for (const format of ['pdf', 'ubl', 'factur-x', 'fatturapa'] as const)
      await expect(invoiceFiles.render(wrong, format)).rejects.toThrow('buyer.name: the character U+1F642');
  });
});
