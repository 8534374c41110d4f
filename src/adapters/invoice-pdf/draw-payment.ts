// How to pay: account and reference, and a code for the banking app, drawn as squares; then notes and where the reasons stand.

import { epcPayment } from './epc-payment.ts';
import { grouped, heightOf, ink, mm, need, type Page, page, text } from './page.ts';
import { type QrCode, qrCode } from './qr-code.ts';
import { fill } from './words.ts';

const codeSize = mm(29);

export function drawPayment(sheet: Page): void {
  const { invoice, words } = sheet;
  const { seller, mandate, payableMinor, kind } = invoice;
  const isOwed = kind === 'invoice' && payableMinor > 0n && !mandate;
  if (isOwed && seller.iban) drawTransfer(sheet, seller.iban);
  for (const note of invoice.notes) {
    need(sheet, heightOf(sheet, note, { width: page.width, size: 8.5 }) + 4);
    sheet.y += text(sheet, note, { x: page.left, y: sheet.y, size: 8.5 }) + 4;
  }
  if (!invoice.reasonsUrl) return;
  const reasons = fill(words.reasons, { url: invoice.reasonsUrl });
  need(sheet, heightOf(sheet, reasons, { width: page.width, size: 8.5 }));
  const place = { x: page.left, y: sheet.y, size: 8.5, color: ink.accent };
  sheet.y += text(sheet, reasons, { ...place, link: invoice.reasonsUrl });
}

/** Two columns; amount and day stand in the sentence and in the total. */
function drawTransfer(sheet: Page, iban: string): void {
  const { invoice, words } = sheet;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [words.payee, invoice.seller.name],
    ['IBAN', grouped(iban)],
    [words.remittance, invoice.remittance],
    ['BIC', invoice.seller.bic],
  ];
  need(sheet, 60);
  for (let index = 0; index < rows.length; index += 2) {
    const heights = rows.slice(index, index + 2).map(([name, value], column) => {
      if (value === undefined) return 0;
      // Names of accounts are short, numbers of accounts are long.
      const [x, gap] = column === 0 ? [page.left, mm(27)] : [mm(118), mm(12)];
      const label = text(sheet, name, { x, y: sheet.y + 0.8, width: gap, size: 8, color: ink.soft });
      const width = (column === 0 ? mm(116) : page.right) - x - gap;
      return Math.max(label, text(sheet, value, { x: x + gap, y: sheet.y, width, size: 9 }));
    });
    sheet.y += Math.max(...heights) + 3;
  }
  sheet.y += 9;
}

/** The payment code at the left margin; nothing where nothing is to be transferred. Tells how high it is. */
export function drawPaymentCode(sheet: Page): number {
  const bytes = epcPayment(sheet.invoice);
  const code = bytes && qrCode(bytes);
  if (!code) return 0;
  drawCode(sheet, code);
  return codeSize + 14;
}

/** Squares on white with their quiet zone inside of the size: runs of a row as one rectangle. */
function drawCode(sheet: Page, code: QrCode): void {
  const { doc, words, y: top } = sheet;
  const module = codeSize / (code.length + 8);
  const at = (index: number): number => (index + 4) * module;
  for (const [y, row] of code.entries())
    for (let x = 0; x < row.length; x++) {
      const start = x;
      while (row[x]) x++;
      if (x > start) doc.rect(page.left + at(start), top + at(y), (x - start) * module, module);
    }
  doc.fill('#000000');
  const label = { x: page.left - mm(4), y: top + codeSize + 1, width: codeSize + mm(8), size: 6.5 } as const;
  text(sheet, words.scan, { ...label, color: ink.soft, align: 'center' });
}
