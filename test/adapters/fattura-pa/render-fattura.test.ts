// FatturaPA: what stands where, in the letters that the exchange takes, and valid by the schema of the tax agency.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderFattura, usualBollo } from '../../../src/adapters/fattura-pa/render-fattura.ts';
import { fatturaMistakes } from '../../../src/domain/billing/fattura-mistakes.ts';
import { sampleInvoice } from '../../../src/domain/billing/sample-invoice.ts';
import { unwritableIn } from '../../../src/domain/billing/writable-text.ts';
import { toLatin } from '../../../src/edge/to-latin.ts';
import { anyInvoice } from '../../fakes/any-invoice.ts';
import { outside } from '../../outside.ts';
import { validate } from '../xml-schema.ts';

const sample = sampleInvoice({ locale: 'it' });
const at = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text]) => text ?? '');

describe('renderFattura', () => {
  it('is the golden file, byte for byte', () => {
    const golden = new URL('./sample.xml', import.meta.url);
    expect(renderFattura(sample)).toBe(readFileSync(golden, 'utf8'));
  });

  it('writes a credit note as TD04 with the invoice that it is about', () => {
    const xml = renderFattura(sampleInvoice({ locale: 'it', kind: 'credit-note' }));
    expect(at(xml, 'TipoDocumento')).toEqual(['TD04']);
    expect(at(xml, 'IdDocumento')).toContain('SAMPLE-2026/0001');
    expect(xml).not.toContain('DatiPagamento');
  });

  it('owes the stamp above 77.47 euro without VAT, and not where the space owes none', () => {
    expect(at(renderFattura(sample), 'ImportoBollo')).toEqual(['2.00']);
    expect(at(renderFattura(sample, { ...usualBollo, aboveMinor: 8500n }), 'ImportoBollo')).toEqual([]);
    expect(at(renderFattura(sample, null), 'ImportoBollo')).toEqual([]);
  });

  it('takes a line back by its price, because a quantity is never below zero', () => {
    const [line] = sample.lines;
    const lines = line ? [{ ...line, quantity: '-1', netMinor: -1328n }, ...sample.lines.slice(1)] : [];
    const xml = renderFattura({ ...sample, lines });
    expect(at(xml, 'Quantita')[0]).toBe('1.00');
    expect(at(xml, 'PrezzoUnitario')[0]).toBe('-13.28');
    expect(at(xml, 'PrezzoTotale')[0]).toBe('-13.28');
  });

  it('goes to an office by its code of six, to a member by nothing, abroad by seven crosses', () => {
    const to = (buyer: Partial<typeof sample.buyer>): readonly string[] => {
      const { sdiCode: _, ...others } = sample.buyer;
      const xml = renderFattura({ ...sample, buyer: { ...others, ...buyer } });
      return [
        ...at(xml, 'CodiceDestinatario'),
        ...at(xml, 'FormatoTrasmissione'),
        ...at(xml, 'PECDestinatario'),
      ];
    };
    expect(to({ sdiCode: 'UFABCD' })).toEqual(['UFABCD', 'FPA12']);
    expect(to({ pec: 'a@pec.example.org' })).toEqual(['0000000', 'FPR12', 'a@pec.example.org']);
    expect(to({ address: { ...sample.buyer.address, country: 'DE', zip: '10115' } })).toEqual([
      'XXXXXXX',
      'FPR12',
    ]);
  });

  it('refuses what the exchange would refuse, with a sentence', () => {
    const { vatId: _, ...buyer } = sample.buyer;
    expect(() => renderFattura({ ...sample, buyer })).toThrow(
      'buyer.taxCode: neither partita IVA nor codice fiscale',
    );
  });

  it.skipIf(!outside('xmllint'))('validates by the official schema, whatever the names are', () => {
    const invoices = fc.sample(anyInvoice, { numRuns: 150, seed: 54 });
    expect(invoices.flatMap(fatturaMistakes)).toEqual([]);
    const samples = [sample, sampleInvoice({ locale: 'it', kind: 'credit-note' })];
    validate(
      'fatturapa-1.2',
      [...samples, ...invoices].map((invoice) => renderFattura(invoice)),
    );
  });

  it.skipIf(!outside('xmllint'))('would notice a document that does not fit', () => {
    const broken = renderFattura(sample).replace('<RegimeFiscale>RF01', '<RegimeFiscale>RF99');
    expect(() => validate('fatturapa-1.2', [broken])).toThrow('RegimeFiscale');
  });
});

describe('toLatin', () => {
  it('has a Latin letter for every character that an invoice may carry', () => {
    const lost: string[] = [];
    for (let code = 0x20; code < 0x2300; code++) {
      const character = String.fromCodePoint(code);
      if (unwritableIn(character) !== null || character === '?') continue;
      const latin = toLatin(character, 10);
      if (latin.includes('?') || !/^[\u0020-\u007e\u00a0-\u00ff]*$/.test(latin)) lost.push(character);
    }
    expect(lost).toEqual([]);
  });

  it.each([
    ['Ăâîșț', 'Aâîst'],
    ['Αθήνα', 'Athina'],
    ['Щука', 'Shchuka'],
    ['10 € – „so“', '10 EUR - "so"'],
    ['Łódź', 'Lódz'],
  ])('%s becomes %s', (text, latin) => {
    expect(toLatin(text, 80)).toBe(latin);
  });

  it('shortens with dots, so that nobody takes a part for the whole', () => {
    expect(toLatin('abcdefghij', 8)).toBe('abcde...');
  });
});
