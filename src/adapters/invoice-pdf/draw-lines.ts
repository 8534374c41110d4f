// The table of lines, over as many pages as it takes: its head stands on each of them, and no line is torn apart.

import type { InvoiceLine } from '../../domain/billing/invoice.ts';
import { heightOf, ink, mm, need, type Page, page, rule, text } from './page.ts';

type Column = { readonly x: number; readonly width: number; readonly align: 'left' | 'right' };

const columns = {
  what: { x: page.left + mm(2), width: mm(80), align: 'left' },
  quantity: { x: mm(109), width: mm(27), align: 'right' },
  price: { x: mm(137), width: mm(21), align: 'right' },
  vat: { x: mm(158.5), width: mm(11), align: 'right' },
  amount: { x: mm(170), width: mm(18), align: 'right' },
} as const satisfies Record<string, Column>;

const textSize = 9;
const detailSize = 7.5;

export function drawLines(sheet: Page): void {
  drawHead(sheet);
  for (const line of sheet.invoice.lines) {
    const detail = detailOf(sheet, line);
    const { width } = columns.what;
    const textHeight = heightOf(sheet, line.text, { width, size: textSize });
    const height = textHeight + (detail ? heightOf(sheet, detail, { width, size: detailSize }) : 0) + 9;
    if (need(sheet, height)) drawHead(sheet);
    drawLine(sheet, line, { detail, textHeight });
    sheet.y += height;
    rule(sheet, { y: sheet.y - 3 });
  }
  sheet.y += 8;
}

function drawHead(sheet: Page): void {
  const { doc, words } = sheet;
  doc.rect(page.left, sheet.y, page.width, 17).fill(ink.wash);
  for (const name of ['what', 'quantity', 'price', 'vat', 'amount'] as const)
    text(sheet, words[name], { ...columns[name], y: sheet.y + 4.5, size: 8, bold: true, color: ink.accent });
  sheet.y += 21;
}

function drawLine(
  sheet: Page,
  line: InvoiceLine,
  { detail, textHeight }: { detail: string; textHeight: number },
): void {
  const { invoice, words, formats, y } = sheet;
  const rate = invoice.vat.find((total) => total.rate.id === line.vat)?.rate;
  text(sheet, line.text, { ...columns.what, y, size: textSize });
  if (detail) text(sheet, detail, { ...columns.what, y: y + textHeight, size: detailSize, color: ink.soft });
  const quantity = `${formats.decimal(line.quantity)} ${words.units[line.unit]}`;
  text(sheet, quantity, { ...columns.quantity, y });
  text(sheet, formats.money(BigInt(line.priceMinor)), { ...columns.price, y });
  text(sheet, rate ? `${formats.decimal(rate.percent)} %` : '', { ...columns.vat, y });
  text(sheet, formats.money(line.netMinor), { ...columns.amount, y });
}

/** How it came about, in small letters: the detail, the days where they are fewer than the period, the cost code. */
function detailOf({ invoice, words, formats }: Page, line: InvoiceLine): string {
  const isWhole = line.fromDay === invoice.periodFrom && line.toDay === invoice.periodTo;
  const days = line.fromDay === line.toDay ? [line.fromDay] : [line.fromDay, line.toDay];
  return [
    line.detail,
    isWhole ? undefined : days.map(formats.day).join(' – '),
    line.costCode && `${words.costCode} ${line.costCode}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
