// What hinders an invoice from being written, in any format: each mistake names the field, the reason and what helps. An invoice
// without mistakes is one that every format for which it has the data can carry. Codes in brackets are rules of EN 16931.

import { isBic, isCreditorId, isIban } from './bank-words.ts';
import type { Invoice, Party, VatTotal } from './invoice.ts';
import { lineMistakes } from './invoice-line-mistakes.ts';
import { type InvoiceMistake, isDay, textMistakes } from './invoice-mistake.ts';
import { sumInvoice } from './invoice-sums.ts';

const mostNotes = 20;

/** Empty for one that can be written. */
export function invoiceMistakes(invoice: Invoice): readonly InvoiceMistake[] {
  return [
    ...headMistakes(invoice),
    ...partyMistakes('seller', invoice.seller),
    ...partyMistakes('buyer', invoice.buyer),
    ...lineMistakes(invoice),
    ...invoice.vat.flatMap((total) => vatMistakes(invoice, total)),
    ...sumMistakes(invoice),
  ].slice(0, 100);
}

function headMistakes(invoice: Invoice): InvoiceMistake[] {
  const mistakes = [...textMistakes({ field: 'number', text: invoice.number, most: 20 })];
  if (!/^[\x21-\x7e]*\d[\x21-\x7e]*$/.test(invoice.number))
    mistakes.push({
      field: 'number',
      reason: 'it is not made of plain characters without spaces and with a digit',
      remedy: 'number invoices like 2026/0001',
    });
  for (const field of ['issuedOn', 'dueOn', 'periodFrom', 'periodTo'] as const)
    if (!isDay(invoice[field]))
      mistakes.push({ field, reason: 'it is no day', remedy: 'write it as 2026-11-30' });
  if (invoice.dueOn < invoice.issuedOn)
    mistakes.push({
      field: 'dueOn',
      reason: 'it is before the day of issue',
      remedy: 'set it to that day or later',
    });
  if (invoice.periodTo < invoice.periodFrom)
    mistakes.push({
      field: 'periodTo',
      reason: 'the period ends before it begins (BR-29)',
      remedy: 'swap the days',
    });
  if (!/^[A-Z]{3}$/.test(invoice.currency) || ![0, 2].includes(invoice.digits))
    mistakes.push({
      field: 'currency',
      reason: 'it is no code of ISO 4217 with no or two decimals',
      remedy: 'write EUR',
    });
  if (invoice.kind === 'credit-note' && !invoice.credits)
    mistakes.push({
      field: 'credits',
      reason: 'a credit note names the invoice that it is about',
      remedy: 'give its number and day',
    });
  const texts = [
    { field: 'remittance', text: invoice.remittance, most: 140 },
    ...optional('buyerReference', invoice.buyerReference, 60),
    ...optional('project', invoice.project, 60),
    ...optional('reasonsUrl', invoice.reasonsUrl, 300),
    ...optional('credits.number', invoice.credits?.number, 20),
    ...optional('mandate.id', invoice.mandate?.id, 35),
    ...invoice.notes.map((text, index) => ({ field: `notes[${index}]`, text, most: 1000 })),
  ];
  if (invoice.notes.length > mostNotes)
    mistakes.push({
      field: 'notes',
      reason: `there are more than ${mostNotes}`,
      remedy: 'join or drop some',
    });
  return [...mistakes, ...texts.flatMap(textMistakes)];
}

const optional = (field: string, text: string | undefined, most: number) =>
  text === undefined ? [] : [{ field, text, most }];

function partyMistakes(side: 'seller' | 'buyer', party: Party): InvoiceMistake[] {
  const { street, zip, city, country, province } = party.address;
  const mistakes = [
    { field: `${side}.name`, text: party.name, most: 80 },
    { field: `${side}.address.street`, text: street, most: 60 },
    { field: `${side}.address.zip`, text: zip, most: 10 },
    { field: `${side}.address.city`, text: city, most: 60 },
    ...optional(`${side}.address.province`, province, 40),
    ...optional(`${side}.contact`, party.contact, 80),
    ...optional(`${side}.taxCode`, party.taxCode, 28),
  ].flatMap(textMistakes);
  const wrong = (name: string, reason: string, remedy: string): void =>
    void mistakes.push({ field: `${side}.${name}`, reason, remedy });
  if (!/^[A-Z]{2}$/.test(country))
    wrong('address.country', 'it is no country code of ISO 3166 (BR-9, BR-11)', 'write IT, DE, …');
  if (party.vatId !== undefined && !/^[A-Z]{2}[A-Z0-9+*]{2,13}$/.test(party.vatId))
    wrong('vatId', 'it does not begin with a country (BR-CO-9)', 'write it like IT12345678903');
  if (party.iban !== undefined && !isIban(party.iban))
    wrong('iban', 'its check digits do not fit', 'copy it again, without spaces');
  if (party.bic !== undefined && !isBic(party.bic))
    wrong('bic', 'it is no BIC of 8 or 11 characters', 'copy it again, or leave it out');
  if (party.sepaCreditorId !== undefined && !isCreditorId(party.sepaCreditorId))
    wrong(
      'sepaCreditorId',
      'its check digits do not fit',
      'copy it from the letter of the bank or authority that gave it',
    );
  for (const name of ['email', 'pec'] as const) {
    const address = party[name];
    if (address !== undefined && !/^[\x21-\x3b\x3d\x3f\x41-\x7e]{1,64}@[A-Za-z0-9.-]{3,180}$/.test(address))
      wrong(name, 'it is no e-mail address', 'write it like shop@example.org');
  }
  return mistakes;
}

function vatMistakes(invoice: Invoice, { rate }: VatTotal): InvoiceMistake[] {
  const field = `vat.${rate.id}`;
  const mistakes: InvoiceMistake[] = [];
  const wrong = (reason: string, remedy: string): void => void mistakes.push({ field, reason, remedy });
  const isTaxed = rate.category === 'S';
  if (!/^\d{1,2}(\.\d{1,2})?$/.test(rate.percent))
    return [{ field, reason: 'its percentage is none', remedy: 'write 22' }];
  if (isTaxed !== Number(rate.percent) > 0)
    wrong(
      `category ${rate.category} does not go with ${rate.percent} % (BR-S-5, BR-E-5)`,
      'use S above zero and another one at zero',
    );
  if (!isTaxed && rate.category !== 'Z' && !rate.reason)
    wrong('the legal text of the exemption is missing (BR-E-10)', 'write its reason in the VAT rates');
  if (rate.reason) mistakes.push(...textMistakes({ field: `${field}.reason`, text: rate.reason, most: 100 }));
  if (rate.category !== 'O' && !invoice.seller.vatId && !invoice.seller.taxCode)
    wrong('the seller has no VAT id (BR-S-2)', 'enter it in the particulars of the space');
  if ((rate.category === 'AE' || rate.category === 'K') && !invoice.buyer.vatId)
    wrong('the buyer has no VAT id (BR-AE-2, BR-IC-2)', 'enter it in the particulars of the member or team');
  const alike = invoice.vat.filter(
    (one) => one.rate.category === rate.category && Number(one.rate.percent) === Number(rate.percent),
  );
  if (alike.length > 1)
    wrong(
      'another rate has the same category and percentage (BR-S-1, BR-E-1)',
      'use one rate, or two invoices for two legal texts',
    );
  if (rate.category === 'O' && invoice.vat.length > 1)
    wrong('what is outside of VAT stands with other rates (BR-O-11)', 'write two invoices');
  return mistakes;
}

function sumMistakes(invoice: Invoice): InvoiceMistake[] {
  const mistakes: InvoiceMistake[] = [];
  const wrong = (field: string, reason: string, remedy: string): void =>
    void mistakes.push({ field, reason, remedy });
  if (invoice.netMinor < 0n || invoice.grossMinor < 0n)
    wrong('netMinor', 'the total is below zero', 'write a credit note, with amounts above zero');
  const rates = invoice.vat.map(({ rate }) => rate);
  const isKnown = invoice.lines.every(({ vat }) => rates.some(({ id }) => id === vat));
  if (!isKnown || mistakes.length > 0 || rates.some(({ percent }) => !/^\d{1,2}(\.\d{1,2})?$/.test(percent)))
    return mistakes;
  const sums = sumInvoice(invoice.lines, rates);
  const remedy = 'sum it again with sumInvoice';
  if (
    sums.netMinor !== invoice.netMinor ||
    sums.grossMinor !== invoice.grossMinor ||
    sums.vatMinor !== invoice.vatMinor
  )
    wrong('grossMinor', 'the totals are not those of the lines (BR-CO-10, BR-CO-14, BR-CO-15)', remedy);
  const isSame = (one: VatTotal): boolean =>
    sums.vat.some(
      ({ rate, netMinor, vatMinor }) =>
        rate.id === one.rate.id && netMinor === one.netMinor && vatMinor === one.vatMinor,
    );
  if (sums.vat.length !== invoice.vat.length || !invoice.vat.every(isSame))
    wrong('vat', 'the amounts by rate are not those of the lines (BR-CO-17, BR-CO-18)', remedy);
  if (invoice.prepaidMinor < 0n || invoice.prepaidMinor > invoice.grossMinor)
    wrong(
      'prepaidMinor',
      'more is paid than is owed, or less than nothing',
      'take at most the gross total from the wallet',
    );
  if (invoice.payableMinor !== invoice.grossMinor - invoice.prepaidMinor)
    wrong('payableMinor', 'it is not gross less paid (BR-CO-16)', 'set it to that');
  return mistakes;
}
