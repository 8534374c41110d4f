// The head of the letter: who sends it, the address where a window envelope shows it (DIN 5008 form B: left; Italian envelopes:
// right), the facts beside it, the title, and what is to be done in one sentence.

import type { Invoice, Party } from '../../domain/billing/invoice.ts';
import { ink, mm, type Page, page, rule, text } from './page.ts';
import { fill } from './words.ts';

export function drawLetterhead(sheet: Page, title: string): void {
  const { doc, invoice } = sheet;
  const { seller } = invoice;
  doc.rect(page.left, mm(16), mm(10), 2.4).fill(ink.accent);
  text(sheet, seller.name, { x: page.left, y: mm(19), size: 15, bold: true, width: mm(95) });
  const contact = [...addressOf(seller, seller.address.country), seller.contact, seller.email]
    .filter(Boolean)
    .join('\n');
  text(sheet, contact, { x: mm(125), y: mm(19.5), width: mm(65), size: 8, color: ink.soft, align: 'right' });
  // Whose envelopes it goes into: those of the sender's country.
  const isRight = seller.address.country === 'IT';
  const [window, facts] = isRight ? [mm(110), page.left] : [page.left, mm(125)];
  drawAddress(sheet, window);
  drawFacts(sheet, facts);
  for (const fold of [105, 210]) rule(sheet, { y: mm(fold), x: mm(5), to: mm(9) });
  sheet.y = mm(98);
  sheet.y += text(sheet, title, { x: page.left, y: sheet.y, size: 17, bold: true }) + 6;
  sheet.y += text(sheet, sentenceOf(sheet), { x: page.left, y: sheet.y, size: 10.5, width: page.width }) + 12;
}

function drawAddress(sheet: Page, x: number): void {
  const { seller, buyer } = sheet.invoice;
  const sender = [seller.name, seller.address.street, `${seller.address.zip} ${seller.address.city}`].join(
    ' · ',
  );
  text(sheet, sender, { x, y: mm(46), width: mm(80), size: 6.5, color: ink.soft });
  rule(sheet, { y: mm(52.5), x, to: x + mm(80) });
  const lines = [buyer.name, ...addressOf(buyer, seller.address.country)].join('\n');
  text(sheet, lines, { x, y: mm(55), width: mm(80), size: 10.5 });
}

/** The country only where it is another one than the reader expects. */
function addressOf(
  { address: { street, zip, city, province, country } }: Party,
  home: string,
): readonly string[] {
  const place = country === 'IT' && province ? `${zip} ${city} (${province})` : `${zip} ${city}`;
  return country === home ? [street, place] : [street, place, country];
}

function drawFacts(sheet: Page, x: number): void {
  const { invoice, words, formats } = sheet;
  const { buyer } = invoice;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.number, invoice.number],
    [words.issued, formats.day(invoice.issuedOn)],
    [
      words.due,
      invoice.kind === 'invoice' && invoice.payableMinor > 0n ? formats.day(invoice.dueOn) : undefined,
    ],
    [words.period, `${formats.day(invoice.periodFrom)} – ${formats.day(invoice.periodTo)}`],
    [words.reference, invoice.buyerReference],
    [words.project, invoice.project],
    [words.yourVatId, buyer.vatId],
    [words.yourTaxCode, buyer.taxCode],
  ];
  let y = mm(46);
  for (const [name, value] of facts) {
    if (value === undefined) continue;
    const label = text(sheet, name, { x, y, width: mm(28), size: 8, color: ink.soft });
    const high = text(sheet, value, { x: x + mm(29), y, width: mm(37), size: 8.5 });
    y += Math.max(label, high) + 2.5;
  }
}

function sentenceOf({ invoice, words, formats }: Page): string {
  const { mandate, seller, credits } = invoice;
  const values = {
    ...{
      from: formats.day(invoice.periodFrom),
      to: formats.day(invoice.periodTo),
      due: formats.day(invoice.dueOn),
    },
    ...{ mandate: mandate?.id ?? '', creditor: seller.sepaCreditorId ?? '', number: credits?.number ?? '' },
    ...{ date: credits ? formats.day(credits.issuedOn) : '', amount: formats.money(amountOf(invoice)) },
  };
  return fill(chosen(invoice, words), values);
}

const amountOf = ({ kind, payableMinor, grossMinor }: Invoice): bigint =>
  kind === 'credit-note' ? grossMinor : payableMinor;

function chosen({ kind, payableMinor, mandate }: Invoice, words: Page['words']): string {
  if (kind === 'credit-note') return words.weCredit;
  if (payableMinor === 0n) return words.nothingLeft;
  return mandate ? words.weCollect : words.pleasePay;
}
