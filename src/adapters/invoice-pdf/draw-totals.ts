// The totals, with the payment code beside them: net, VAT by rate with the legal text of each exemption, gross, what is paid already, and what is left.

import { drawPaymentCode } from './draw-payment.ts';
import { heightOf, ink, mm, need, type Page, page, rule, text } from './page.ts';
import { fill } from './words.ts';

const labelX = mm(95);
const labelWidth = mm(65);
const amountX = mm(160);
const amountWidth = mm(28);

export function drawTotals(sheet: Page): void {
  const { invoice, words, formats } = sheet;
  const rows: readonly (readonly [string, bigint, string?])[] = [
    [words.net, invoice.netMinor],
    ...invoice.vat.map(({ rate, netMinor, vatMinor }) => {
      const values = { percent: formats.decimal(rate.percent), base: formats.money(netMinor) };
      return [fill(words.vatOf, values), vatMinor, rate.reason ?? ''] as const;
    }),
  ];
  const reasons = rows.map(([, , reason]) =>
    reason ? heightOf(sheet, reason, { width: labelWidth, size: 7.5 }) : 0,
  );
  need(sheet, rows.length * 14 + reasons.reduce((sum, height) => sum + height, 0) + 95);
  const top = sheet.y;
  const beside = drawPaymentCode(sheet);
  for (const [index, [name, minor, reason]] of rows.entries()) {
    drawRow(sheet, { name, minor });
    if (!reason) continue;
    text(sheet, reason, { x: labelX, y: sheet.y - 2, width: labelWidth, size: 7.5, color: ink.soft });
    sheet.y += reasons[index] ?? 0;
  }
  rule(sheet, { y: sheet.y, x: labelX });
  sheet.y += 4;
  drawRow(sheet, { name: words.gross, minor: invoice.grossMinor, bold: invoice.prepaidMinor === 0n });
  if (invoice.prepaidMinor > 0n) drawRow(sheet, { name: words.prepaid, minor: -invoice.prepaidMinor });
  drawLast(sheet);
  sheet.y = Math.max(sheet.y, top + beside + 8);
}

type Row = { readonly name: string; readonly minor: bigint; readonly bold?: boolean };

function drawRow(sheet: Page, { name, minor, bold = false }: Row): void {
  const { y, formats } = sheet;
  text(sheet, name, { x: labelX, y, width: labelWidth, bold, color: bold ? ink.dark : ink.soft });
  text(sheet, formats.money(minor), { x: amountX, y, width: amountWidth, align: 'right', bold });
  sheet.y += 14;
}

function drawLast(sheet: Page): void {
  const { doc, invoice, words, formats } = sheet;
  const isCredit = invoice.kind === 'credit-note';
  const name = isCredit ? words.credited : words.payable;
  const minor = isCredit ? invoice.grossMinor : invoice.payableMinor;
  doc.rect(labelX - mm(2), sheet.y, page.right - labelX + mm(2), 22).fill(ink.accent);
  const white = { y: sheet.y + 6, size: 11, bold: true, color: '#ffffff' } as const;
  text(sheet, name, { ...white, x: labelX, width: labelWidth });
  text(sheet, formats.money(minor), {
    ...white,
    x: amountX - mm(10),
    width: amountWidth + mm(10),
    align: 'right',
  });
  sheet.y += 34;
}
