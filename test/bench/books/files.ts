// A month of a large workshop as files: a thousand invoices of ten lines as PDF, UBL and FatturaPA, one after the other in one
// thread, with progress. Baseline of the PDF: the same texts drawn by the bare library without a layout, an embedded font, or a code.

import PDFDocument from 'pdfkit';
import { invoiceFiles } from '../../../src/composition/invoice-files.ts';
import type { Invoice } from '../../../src/domain/billing/invoice.ts';
import { sampleInvoice } from '../../../src/domain/billing/sample-invoice.ts';
import { type Benchmark, type Figure, figure } from '../benchmark.ts';
import { counting } from './counting.ts';

const count = 1000;
const locales = ['it', 'de', 'en', 'fr', 'es', 'ro'] as const;
const formats = ['pdf', 'ubl', 'fatturapa'] as const;
const targetMs = 60_000;

export const booksFiles: Benchmark = { name: 'books-files', limitMs: 600_000, run };

async function run(): Promise<readonly Figure[]> {
  const invoices = Array.from({ length: count }, (_, index): Invoice => {
    const sample = sampleInvoice({ locale: locales[index % locales.length] ?? 'en', lines: 10 });
    return { ...sample, number: `2026/${index + 1}`, remittance: `2026/${index + 1}` };
  });
  const figures: Figure[] = [];
  for (const format of formats) figures.push(await measure(invoices, format));
  return figures;
}

async function measure(invoices: readonly Invoice[], format: (typeof formats)[number]): Promise<Figure> {
  const tell = counting(format);
  const beganMs = performance.now();
  let bytes = 0;
  for (const [index, invoice] of invoices.entries()) {
    bytes += (await invoiceFiles.render(invoice, format)).length;
    tell(index + 1, count);
  }
  const value = performance.now() - beganMs;
  const note = `${count} invoices of ten lines, ${Math.round(bytes / count / 1024)} KiB each`;
  const told = { name: `${format}-1000`, value, unit: 'ms', target: targetMs } as const;
  if (format !== 'pdf') return figure({ ...told, note });
  const baseline = await bareMs(invoices);
  return figure({ ...told, baseline, note: `${note}; baseline: their texts by the bare library` });
}

async function bareMs(invoices: readonly Invoice[]): Promise<number> {
  const beganMs = performance.now();
  for (const { lines, number } of invoices) {
    const doc = new PDFDocument({ size: 'A4' });
    const done = new Promise((resolve) => doc.on('end', resolve));
    doc.resume();
    doc.text(number);
    for (const { text, detail } of lines) doc.text(`${text} ${detail ?? ''}`);
    doc.end();
    await done;
  }
  return performance.now() - beganMs;
}
