// An invoice as a PDF for people: a letter for a window envelope, what is to be done in one sentence, the lines with how each came
// about, VAT by rate, and a payment code. The same invoice gives the same bytes.

import PDFDocument from 'pdfkit';
import type { Invoice } from '../../domain/billing/invoice.ts';
import { drawLetterhead } from './draw-letterhead.ts';
import { drawLines } from './draw-lines.ts';
import { drawPayment } from './draw-payment.ts';
import { drawTotals } from './draw-totals.ts';
import { formatsFor } from './formats.ts';
import { drawFooters, type Page, page, readFonts } from './page.ts';
import { wordsIn } from './words.ts';

/** Throws where the fonts that come with the program are not there. */
export async function renderPdf(invoice: Invoice): Promise<Uint8Array> {
  const { words, language } = wordsIn(invoice.locale);
  const isCredit = invoice.kind === 'credit-note';
  const title = `${isCredit ? words.creditNote : words.invoice} ${invoice.number}`;
  const fonts = readFonts();
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: 0, bufferPages: true, autoFirstPage: false, font: '', lang: invoice.locale },
    info: {
      ...{ Title: title, Author: invoice.seller.name, Creator: 'Officina', Producer: 'Officina' },
      // Also what the id of the file is made from.
      CreationDate: new Date(`${invoice.issuedOn}T00:00:00Z`),
    },
  });
  doc.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve()).on('error', reject);
  });
  const sheet: Page = { doc, invoice, words, formats: formatsFor(invoice, language), y: page.top };
  doc.addPage();
  drawLetterhead(sheet, title);
  drawLines(sheet);
  drawTotals(sheet);
  drawPayment(sheet);
  drawFooters(sheet);
  doc.end();
  await done;
  return Buffer.concat(chunks);
}
