// What the Italian exchange (Sistema di Interscambio) needs beyond an invoice in general: tax numbers, addresses, the nature of
// what bears no VAT. In brackets the error that it would send back days later.

import type { Invoice } from './invoice.ts';
import type { InvoiceMistake } from './invoice-mistake.ts';

/** Empty for one that can be sent as FatturaPA, if `invoiceMistakes` is empty too. */
export function fatturaMistakes(invoice: Invoice): readonly InvoiceMistake[] {
  const mistakes: InvoiceMistake[] = [];
  const wrong = (field: string, reason: string, remedy: string): void =>
    void mistakes.push({ field, reason, remedy });
  const { seller, buyer } = invoice;
  if (invoice.currency !== 'EUR')
    wrong('currency', 'SdI totals are in euro (00460)', 'bill in euro, or use another format');
  if (seller.address.country !== 'IT' || !/^IT\d{11}$/.test(seller.vatId ?? ''))
    wrong('seller.vatId', 'it is no Italian partita IVA (00300)', 'write it as IT and eleven digits');
  if (seller.taxCode !== undefined && !isTaxCode(seller.taxCode))
    wrong('seller.taxCode', 'it is no codice fiscale', 'write 11 digits or 16 characters');
  if (!/^RF(0[1-9]|1[0-9]|20)$/.test(seller.regime ?? ''))
    wrong('seller.regime', 'the tax regime is missing', 'write RF01, or the one of the space (RF02 to RF20)');
  for (const [side, { address }] of [['seller', seller] as const, ['buyer', buyer] as const]) {
    if (address.country !== 'IT') continue;
    if (!/^\d{5}$/.test(address.zip)) wrong(`${side}.address.zip`, 'it is no CAP', 'write five digits');
    if (address.province !== undefined && !/^[A-Z]{2}$/.test(address.province))
      wrong(`${side}.address.province`, 'it is no sigla', 'write two capital letters, as TO');
  }
  if (buyer.address.country === 'IT' && buyer.vatId === undefined && buyer.taxCode === undefined)
    wrong(
      'buyer.taxCode',
      'neither partita IVA nor codice fiscale is there (00417)',
      'ask the buyer for one',
    );
  if (buyer.address.country === 'IT' && buyer.taxCode !== undefined && !isTaxCode(buyer.taxCode))
    wrong('buyer.taxCode', 'it is no codice fiscale (00306)', 'write 11 digits or 16 characters');
  if (buyer.sdiCode !== undefined && !/^([A-Z0-9]{6}|[A-Z0-9]{7})$/.test(buyer.sdiCode))
    wrong('buyer.sdiCode', 'it has not six or seven capital letters and digits (00311)', 'ask for it again');
  for (const { rate } of invoice.vat)
    if (rate.category !== 'S' && !/^N(1|2\.[12]|3\.[1-6]|4|5|6\.[1-9]|7)$/.test(rate.natura ?? ''))
      wrong(`vat.${rate.id}.natura`, 'what bears no VAT needs its nature (00400)', 'write N2.2, N4, …');
  return mistakes;
}

/** Eleven digits of a body, sixteen characters of a person. */
const isTaxCode = (text: string): boolean => /^(\d{11}|[A-Z0-9]{16})$/.test(text);

/**
 * The name that the exchange asks for: country and number of the sender, and five characters that it never saw before. They are
 * those of the year, of the kind and of the running number at the end of the invoice's own: one series a year for each kind.
 */
export function fatturaFileName({ seller, kind, number, issuedOn }: Invoice): string {
  const year = ((Number(issuedOn.slice(0, 4)) - 2020) % 18) * 2 + (kind === 'credit-note' ? 1 : 0);
  const running = Number(/(\d{1,6})$/.exec(number)?.[1] ?? 0);
  const tail = `${year.toString(36)}${running.toString(36).padStart(4, '0')}`;
  return `${seller.vatId ?? ''}_${tail.toUpperCase()}.xml`;
}
