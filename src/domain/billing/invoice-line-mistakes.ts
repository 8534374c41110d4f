// What hinders the lines of an invoice from being written. A line may differ from quantity times price by one minor unit: what
// was rounded in parts need not be what is rounded once, and the Italian exchange takes no more (error 00423).

import type { Invoice, InvoiceLine } from './invoice.ts';
import { type InvoiceMistake, isDay, textMistakes } from './invoice-mistake.ts';
import { lineNetMinor } from './invoice-sums.ts';

/** As many as a PDF of some forty pages. */
const mostLines = 999;
const quantity = /^-?\d{1,9}(\.\d{1,6})?$/;
/** Prices with more than two decimals of the major unit are refused by the library of the European formats. */
const price = /^\d{1,12}$/;
const units: ReadonlySet<string> = new Set(['HUR', 'KWH', 'GRM', 'MLT', 'C62']);

export function lineMistakes(invoice: Invoice): readonly InvoiceMistake[] {
  const { lines } = invoice;
  if (lines.length === 0)
    return [{ field: 'lines', reason: 'there are none (BR-16)', remedy: 'write no invoice about nothing' }];
  if (lines.length > mostLines)
    return [
      {
        field: 'lines',
        reason: `there are ${lines.length}, ${mostLines} fit`,
        remedy: 'join lines of one price, or write two invoices',
      },
    ];
  return lines.flatMap((line, index) => mistakesOf(invoice, line, index));
}

function mistakesOf(invoice: Invoice, line: InvoiceLine, index: number): InvoiceMistake[] {
  const field = `lines[${index}]`;
  const mistakes = textMistakes({ field: `${field}.text`, text: line.text, most: 200 });
  for (const name of ['detail', 'costCode', 'session'] as const) {
    const text = line[name];
    const most = name === 'detail' ? 600 : name === 'costCode' ? 60 : 64;
    if (text !== undefined) mistakes.push(...textMistakes({ field: `${field}.${name}`, text, most }));
  }
  const wrong = (name: string, reason: string, remedy: string): void =>
    void mistakes.push({ field: `${field}.${name}`, reason, remedy });
  if (line.id !== String(index + 1)) wrong('id', 'lines are counted from 1', `write ${index + 1}`);
  if (!units.has(line.unit)) wrong('unit', 'it is no unit of invoices', 'write HUR, KWH, GRM, MLT or C62');
  if (!invoice.vat.some(({ rate }) => rate.id === line.vat))
    wrong('vat', 'that rate is not among the totals (BR-CO-4)', 'sum the lines with sumInvoice');
  if (!isDay(line.fromDay) || !isDay(line.toDay) || line.toDay < line.fromDay)
    wrong('toDay', 'the line has no first and last day in order (BR-30)', 'write two days');
  if (!quantity.test(line.quantity)) wrong('quantity', 'it is no decimal of six places', 'write 1.25');
  if (!price.test(line.priceMinor))
    wrong(
      'priceMinor',
      'it is below zero or finer than a minor unit (BR-27)',
      'price per hour, and put the fraction into the quantity',
    );
  if (!quantity.test(line.quantity) || !price.test(line.priceMinor)) return mistakes;
  const apart = lineNetMinor(line) - line.netMinor;
  if (apart > 1n || apart < -1n)
    wrong(
      'netMinor',
      `it is ${apart < 0n ? -apart : apart} minor units away from quantity times price`,
      'put what is capped or waived into a line of its own',
    );
  return mistakes;
}
