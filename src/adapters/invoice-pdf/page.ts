// The sheet on which an invoice is drawn: measures, colours, fonts, how a text is put on it, new pages and their feet. Measures are
// points of 1/72 inch, counted from the upper left corner.

import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import type { Invoice } from '../../domain/billing/invoice.ts';
import type { Formats } from './formats.ts';
import { fill, type InvoiceWords } from './words.ts';

export type Page = {
  readonly doc: PDFKit.PDFDocument;
  readonly invoice: Invoice;
  readonly words: InvoiceWords;
  readonly formats: Formats;
  /** Where the next thing goes. */
  y: number;
};

export const mm = (length: number): number => (length * 72) / 25.4;

export const page = {
  left: mm(25),
  right: mm(190),
  width: mm(165),
  top: mm(20),
  /** Below it stands the foot. */
  bottom: mm(268),
} as const;

export const ink = {
  dark: '#17202a',
  soft: '#566573',
  line: '#c9d1d8',
  accent: '#0b5e55',
  wash: '#eef4f3',
} as const;

/** As the library takes it; in truth parsed, which the library takes too, though its types do not say so. */
type Font = Buffer;
type Fonts = { readonly regular: Font; readonly bold: Font };

/** Parsed once, which is most of the work of a short invoice: the same for every one. */
let fonts: Fonts | undefined;

export function readFonts(): Fonts {
  fonts ??= { regular: parsed(''), bold: parsed('-Bold') };
  return fonts;
}

function parsed(weight: string): Font {
  const file = readFileSync(new URL(`./fonts/DejaVuSansCondensed${weight}.ttf`, import.meta.url));
  const doc = new PDFDocument({ font: '' }).registerFont('one', file).font('one');
  return (doc as unknown as { readonly _font: { readonly font: Font } })._font.font;
}

export type TextAt = {
  readonly x: number;
  readonly y: number;
  /** Left out: up to the right margin. */
  readonly width?: number;
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly align?: 'left' | 'right' | 'center';
  readonly link?: string;
};

/** Draws a text and tells how high it is. */
export function text({ doc }: Page, words: string, at: TextAt): number {
  const { x, y, width = page.right - x, size = 9, align = 'left', link } = at;
  doc.font(at.bold ? 'bold' : 'regular', size).fillColor(at.color ?? ink.dark);
  const options = { width, align, lineGap: 1, ...(link === undefined ? {} : { link }) };
  const height = doc.heightOfString(words, options);
  doc.text(words, x, y, options);
  return height;
}

export function heightOf(
  { doc }: Page,
  words: string,
  { width, size }: { width: number; size: number },
): number {
  return doc.font('regular', size).heightOfString(words, { width, lineGap: 1 });
}

export function rule(
  { doc }: Page,
  {
    y,
    color = ink.line,
    x = page.left,
    to = page.right,
  }: { y: number; color?: string; x?: number; to?: number },
): void {
  doc.moveTo(x, y).lineTo(to, y).lineWidth(0.6).strokeColor(color).stroke();
}

/** Goes on to a new page where that much has no room. */
export function need(sheet: Page, height: number): boolean {
  if (sheet.y + height <= page.bottom) return false;
  sheet.doc.addPage();
  sheet.y = page.top;
  return true;
}

/** Who sends it and which page it is, at the foot of each, once all pages are there. */
export function drawFooters(sheet: Page): void {
  const { doc, invoice, words } = sheet;
  const { seller } = invoice;
  const { street, zip, city } = seller.address;
  const first = [seller.name, street, `${zip} ${city}`].join(' · ');
  const numbers = [
    seller.vatId && `${words.vatId} ${seller.vatId}`,
    seller.taxCode && `${words.taxCode} ${seller.taxCode}`,
    seller.iban && `IBAN ${grouped(seller.iban)}`,
  ].filter(Boolean);
  const { start, count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    doc.switchToPage(start + index);
    rule(sheet, { y: mm(274) });
    const foot = { x: page.left, size: 7.5, color: ink.soft, width: mm(130) };
    text(sheet, first, { ...foot, y: mm(276) });
    text(sheet, numbers.join(' · '), { ...foot, y: mm(279.6) });
    const place = fill(words.page, { page: String(index + 1), pages: String(count) });
    text(sheet, place, { ...foot, x: mm(155), y: mm(276), width: mm(35), align: 'right' });
    text(sheet, invoice.number, { ...foot, x: mm(155), y: mm(279.6), width: mm(35), align: 'right' });
  }
}

/** In fours, as on paper. */
export const grouped = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ');
