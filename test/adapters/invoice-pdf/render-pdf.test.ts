// The PDF: the same bytes each time, as many pages as it takes, every letter in the font, all six languages.

import { inflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { formatsFor } from '../../../src/adapters/invoice-pdf/formats.ts';
import { readFonts } from '../../../src/adapters/invoice-pdf/page.ts';
import { renderPdf } from '../../../src/adapters/invoice-pdf/render-pdf.ts';
import { fill, languages, wordsIn } from '../../../src/adapters/invoice-pdf/words.ts';
import { sampleInvoice } from '../../../src/domain/billing/sample-invoice.ts';
import { unwritableIn } from '../../../src/domain/billing/writable-text.ts';
import { nastyNames } from '../../fakes/any-invoice.ts';

const text = async (locale: string, lines?: number): Promise<string> => {
  const wish = lines === undefined ? { locale } : { locale, lines };
  return Buffer.from(await renderPdf(sampleInvoice(wish))).toString('latin1');
};
const pages = (pdf: string): number => pdf.match(/\/Type \/Page\b/g)?.length ?? 0;

describe('renderPdf', () => {
  it('gives the same bytes for the same invoice', async () => {
    expect(await text('it')).toBe(await text('it'));
    expect(await text('it')).not.toBe(await text('de'));
  });

  it('takes one page for six lines and several for many, with no line lost', async () => {
    expect(pages(await text('de'))).toBe(1);
    const many = await text('de', 120);
    expect(pages(many)).toBeGreaterThan(4);
  });

  it('embeds its fonts and says who made it, when and in which language', async () => {
    const pdf = await text('ro');
    expect(pdf.match(/\/FontFile2/g)?.length).toBe(2);
    expect(pdf).not.toContain('/Helvetica');
    expect(pdf).toContain('(D:20261201000000Z)');
    expect(pdf).toContain('/Lang (ro)');
  });

  it('draws the payment code as squares, and only where something is to be transferred', async () => {
    const squares = async (change: object): Promise<number> => {
      const bytes = await renderPdf({ ...sampleInvoice({ locale: 'en' }), ...change });
      const streams = [
        ...Buffer.from(bytes)
          .toString('latin1')
          .matchAll(/stream\n([\s\S]*?)\nendstream/g),
      ];
      const drawn = streams.map(([, body]) => {
        try {
          return inflateSync(Buffer.from(body ?? '', 'latin1')).toString('latin1');
        } catch {
          return '';
        }
      });
      return drawn.join('').match(/ re\n/g)?.length ?? 0;
    };
    expect(await squares({})).toBeGreaterThan(300);
    expect(await squares({ payableMinor: 0n })).toBeLessThan(10);
  });

  it.each(nastyNames)('carries the name %s', async (name) => {
    const sample = sampleInvoice({ locale: 'it' });
    const buyer = { ...sample.buyer, name, address: { ...sample.buyer.address, street: name } };
    expect((await renderPdf({ ...sample, buyer })).length).toBeGreaterThan(10_000);
  });
});

describe('the fonts', () => {
  it('draw every character that an invoice may carry, and those of the formats', () => {
    const doc = new PDFDocument({ font: '' });
    const missing = (font: Buffer): readonly string[] => {
      doc.font(font as unknown as string);
      const held = doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } };
      const codes = Array.from({ length: 0x2300 - 0x20 }, (_, index) => index + 0x20);
      return codes
        .filter((code) => unwritableIn(String.fromCodePoint(code)) === null)
        .filter((code) => !held._font.font.hasGlyphForCodePoint(code))
        .map((code) => code.toString(16));
    };
    const fonts = readFonts();
    expect([...missing(fonts.regular), ...missing(fonts.bold)]).toEqual([]);
  });

  it.each(languages)('find amounts and days of %s drawable and exact', (language) => {
    const sample = { ...sampleInvoice({ locale: language }), currency: 'EUR' };
    const formats = formatsFor(sample, language);
    const said = [
      formats.money(-99_999_999_999_999_999n),
      formats.decimal('1234.567891'),
      formats.day('2026-03-29'),
    ];
    for (const one of said) expect(unwritableIn(one), one).toBeNull();
    expect(said[0]?.replace(/\D/g, '')).toBe('99999999999999999');
  });
});

describe('words', () => {
  it.each(languages)('say everything in %s, with the same values filled in', (language) => {
    const { words } = wordsIn(language);
    const english = wordsIn('en').words;
    for (const [key, value] of Object.entries(english)) {
      const said = words[key as keyof typeof words];
      if (typeof value !== 'string' || typeof said !== 'string') continue;
      expect(said.match(/\{\w+\}/g)?.sort() ?? [], key).toEqual(value.match(/\{\w+\}/g)?.sort() ?? []);
      expect(unwritableIn(said), key).toBeNull();
    }
  });

  it('fill in only what was given', () => {
    expect(fill('{a} {b} {constructor}', { a: '{b}' })).toBe('{b} {b} {constructor}');
    expect(wordsIn('pt-BR').language).toBe('en');
    expect(wordsIn('de-AT').language).toBe('de');
  });
});
