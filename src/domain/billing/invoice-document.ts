// The document that is frozen when an invoice is issued: the invoice with its names, and the uses one by one. Its text has one
// form, so that a hash of it in the journal proves it.

import { canonicalText } from '../canonical-text.ts';
import type { CreditReason } from '../journal/invoice-entries.ts';
import type { Workshop } from '../machine/workshop.ts';
import { currencyDigits } from '../money.ts';
import type { BillingTerms } from './billing-terms.ts';
import type { AnnexRow, Draft } from './draft.ts';
import type { Invoice, InvoiceLine, Party } from './invoice.ts';
import { sumInvoice } from './invoice-sums.ts';
import { invoiceWords } from './invoice-words.ts';

export type InvoiceDocument = {
  readonly v: 1;
  readonly invoice: Invoice;
  readonly annex: readonly AnnexRow[];
};

/** What is only known when it is issued. */
export type IssueFacts = {
  readonly number: string;
  readonly issuedOn: string;
  readonly buyer: Party;
  readonly buyerReference?: string;
  /** Of a buyer from whose account it is collected. */
  readonly mandate?: NonNullable<Invoice['mandate']>;
};

export function invoiceDocument(
  draft: Draft,
  { workshop, terms, ...facts }: IssueFacts & { readonly workshop: Workshop; readonly terms: BillingTerms },
): InvoiceDocument {
  const { space } = workshop;
  const days = draft.lines.flatMap(({ fromDay, toDay }) => [fromDay, toDay]).sort();
  const invoice: Invoice = {
    number: facts.number,
    kind: 'invoice',
    issuedOn: facts.issuedOn,
    dueOn: dayAfter(facts.issuedOn, terms.dueDays),
    periodFrom: days[0] ?? `${draft.month}-01`,
    periodTo: days.at(-1) ?? `${draft.month}-01`,
    currency: space.currency,
    digits: currencyDigits(space.currency),
    locale: space.locale,
    seller: terms.seller,
    buyer: facts.buyer,
    ...(facts.buyerReference === undefined ? {} : { buyerReference: facts.buyerReference }),
    lines: draft.lines,
    vat: draft.vat,
    netMinor: draft.netMinor,
    vatMinor: draft.vatMinor,
    grossMinor: draft.grossMinor,
    prepaidMinor: draft.prepaidMinor,
    payableMinor: draft.grossMinor - draft.prepaidMinor,
    remittance: facts.number,
    ...(facts.mandate === undefined ? {} : { mandate: facts.mandate }),
    notes: terms.texts,
  };
  return { v: 1, invoice, annex: draft.annex };
}

/**
 * What credits an invoice, whole or some lines of it: amounts are above zero, as the kind of the document says which way.
 * @param lines ids of its lines; null for all
 */
export function creditDocument(
  { invoice }: InvoiceDocument,
  { number, issuedOn, lines, why }: Crediting,
): InvoiceDocument {
  const { credit, reason } = invoiceWords(invoice.locale);
  const credited: readonly InvoiceLine[] = invoice.lines
    .filter(({ id }) => lines === null || lines.includes(id))
    .map((line, index) => ({ ...line, id: String(index + 1), text: credit(line.text) }));
  const rates = invoice.vat.map(({ rate }) => rate);
  const { vat, netMinor, vatMinor, grossMinor } = sumInvoice(credited, rates);
  const credits = { number: invoice.number, issuedOn: invoice.issuedOn };
  const sums = { vat, netMinor, vatMinor, grossMinor, prepaidMinor: 0n, payableMinor: grossMinor };
  const notes = why === undefined ? invoice.notes : [...invoice.notes, reason(why)];
  const about = { number, issuedOn, dueOn: issuedOn, remittance: number, credits };
  return {
    v: 1,
    invoice: { ...invoice, ...about, kind: 'credit-note', lines: credited, ...sums, notes },
    annex: [],
  };
}

/** What credits an invoice after a dispute: what its uses were billed too much, the signs turned round. */
export function disputeDocument(
  { invoice }: InvoiceDocument,
  draft: Draft,
  { number, issuedOn }: { readonly number: string; readonly issuedOn: string },
): InvoiceDocument {
  const { credit } = invoiceWords(invoice.locale);
  const lines = draft.lines.map(
    (line): InvoiceLine => ({
      ...line,
      text: credit(line.text),
      quantity: line.quantity.startsWith('-') ? line.quantity.slice(1) : `-${line.quantity}`,
      netMinor: -line.netMinor,
    }),
  );
  const vat = draft.vat.map((one) => ({ ...one, netMinor: -one.netMinor, vatMinor: -one.vatMinor }));
  const [netMinor, vatMinor, grossMinor] = [-draft.netMinor, -draft.vatMinor, -draft.grossMinor];
  const credits = { number: invoice.number, issuedOn: invoice.issuedOn };
  const sums = { vat, netMinor, vatMinor, grossMinor, prepaidMinor: 0n, payableMinor: grossMinor };
  const about = { number, issuedOn, dueOn: issuedOn, remittance: number, credits };
  return { v: 1, invoice: { ...invoice, ...about, kind: 'credit-note', lines, ...sums }, annex: [] };
}

type Crediting = {
  readonly number: string;
  readonly issuedOn: string;
  readonly lines: readonly string[] | null;
  readonly why?: CreditReason | undefined;
};

/** The text that is kept and hashed: names in their order, amounts as decimal strings. */
export const documentText = (document: InvoiceDocument): string => canonicalText(document);

/** The other way round; only for texts whose hash stands in the journal. */
export function readDocument(text: string): InvoiceDocument {
  return JSON.parse(text, (key, value: unknown) =>
    amounts.has(key) && typeof value === 'string' ? BigInt(value) : value,
  ) as InvoiceDocument;
}

const amounts = new Set([...['netMinor', 'vatMinor', 'grossMinor', 'prepaidMinor', 'payableMinor', 'minor']]);

/** A calendar day so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
