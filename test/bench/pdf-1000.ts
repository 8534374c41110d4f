// A month of a large workshop on paper: a thousand invoices of ten lines as PDF, one after the other in one thread, with progress.
// Baseline: the same pages with their texts, drawn by the bare library without a layout, an embedded font, or a payment code.

import PDFDocument from 'pdfkit';
import { invoiceFiles } from '../../src/composition/invoice-files.ts';
import type { Invoice } from '../../src/domain/billing/invoice.ts';
import { sampleInvoice } from '../../src/domain/billing/sample-invoice.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';

const count = 1000;
const locales = ['it', 'de', 'en', 'fr', 'es', 'ro'] as const;
const targetMs = 60_000;

export const pdf1000: Benchmark = { name: 'pdf-1000', limitMs: 300_000, run: async () => [await measure()] };

async function measure(): Promise<Figure> {
  const invoices = Array.from({ length: count }, (_, index): Invoice => {
    const sample = sampleInvoice({ locale: locales[index % locales.length] ?? 'en', lines: 10 });
    return { ...sample, number: `2026/${index + 1}`, remittance: `2026/${index + 1}` };
  });
  const beganMs = performance.now();
  let bytes = 0;
  for (const [index, invoice] of invoices.entries()) {
    bytes += (await invoiceFiles.render(invoice, 'pdf')).length;
    if ((index + 1) % 100 === 0) process.stdout.write(`  ${index + 1} of ${count}\n`);
  }
  const value = performance.now() - beganMs;
  const bareMs = performance.now();
  for (const invoice of invoices) await bare(invoice);
  const baseline = performance.now() - bareMs;
  const size = Math.round(bytes / count / 1024);
  const note = `${count} invoices of ten lines, ${size} KiB each; baseline: their texts by the bare library`;
  return figure({ name: 'pdf-1000', value, unit: 'ms', baseline, target: targetMs, note });
}

async function bare({ lines, number }: Invoice): Promise<void> {
  const doc = new PDFDocument({ size: 'A4' });
  const done = new Promise((resolve) => doc.on('end', resolve));
  doc.resume();
  doc.text(number);
  for (const { text, detail } of lines) doc.text(`${text} ${detail ?? ''}`);
  doc.end();
  await done;
}
