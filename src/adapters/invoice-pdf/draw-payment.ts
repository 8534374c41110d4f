// How to pay: account and reference, and a code for the banking app, drawn as squares; then notes and where the reasons stand.

import { epcPayment } from './epc-payment.ts';
import { grouped, heightOf, ink, mm, need, type Page, page, text } from './page.ts';
import { type QrCode, qrCode } from './qr-code.ts';
import { fill } from './words.ts';

const codeSize = mm(30);

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

function drawTransfer(sheet: Page, iban: string): void {
  const { invoice, words, formats } = sheet;
  const bytes = epcPayment(invoice);
  const code = bytes && qrCode(bytes);
  need(sheet, codeSize + 24);
  const top = sheet.y;
  const x = code ? page.left + codeSize + mm(6) : page.left;
  if (code) drawCode(sheet, code);
  const rows: readonly (readonly [string, string | undefined])[] = [
    [words.payee, invoice.seller.name],
    ['IBAN', grouped(iban)],
    ['BIC', invoice.seller.bic],
    [words.remittance, invoice.remittance],
    [words.amount, formats.money(invoice.payableMinor)],
    [words.due, formats.day(invoice.dueOn)],
  ];
  let y = top;
  for (const [name, value] of rows) {
    if (value === undefined) continue;
    const label = text(sheet, name, { x, y, width: mm(32), size: 8, color: ink.soft });
    const high = text(sheet, value, { x: x + mm(33), y, width: page.right - x - mm(33), size: 9 });
    y += Math.max(label, high) + 3;
  }
  sheet.y = Math.max(y, top + (code ? codeSize + 16 : 0)) + 10;
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
