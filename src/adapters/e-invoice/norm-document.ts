// The facts of an invoice under the names of EN 16931 (its terms BT-… in the syntax of UBL), as the library takes them.

import type { Invoice as NormInvoice } from '@e-invoice-eu/core';
import type { Invoice, InvoiceLine, VatRate } from '../../domain/billing/invoice.ts';
import { formatPrice } from '../../domain/money.ts';
import { normBuyer, normSeller } from './norm-party.ts';

/** Every leaf is a text: amounts are decimals with the places of their currency. */
export type NormNode = { readonly [name: string]: string | NormNode | readonly (string | NormNode)[] };

export function normDocument(invoice: Invoice): NormInvoice {
  const { credits, project, buyerReference, notes, currency } = invoice;
  const isCredit = invoice.kind === 'credit-note';
  const document: NormNode = {
    'cbc:ID': invoice.number,
    'cbc:IssueDate': invoice.issuedOn,
    'cbc:DueDate': invoice.dueOn,
    'cbc:InvoiceTypeCode': isCredit ? '381' : '380',
    ...(notes.length > 0 ? { 'cbc:Note': notes } : {}),
    'cbc:DocumentCurrencyCode': currency,
    'cbc:BuyerReference': buyerReference ?? invoice.buyer.id,
    'cac:InvoicePeriod': { 'cbc:StartDate': invoice.periodFrom, 'cbc:EndDate': invoice.periodTo },
    ...(credits ? { 'cac:BillingReference': [preceding(credits)] } : {}),
    ...(project ? { 'cac:ProjectReference': { 'cbc:ID': project } } : {}),
    'cac:AccountingSupplierParty': { 'cac:Party': normSeller(invoice) },
    'cac:AccountingCustomerParty': { 'cac:Party': normBuyer(invoice) },
    ...payment(invoice),
    // A credit note of UBL has no due date, and the norm wants a word about payment (BR-CO-25).
    ...(isCredit ? { 'cac:PaymentTerms': { 'cbc:Note': invoice.dueOn } } : {}),
    'cac:TaxTotal': [taxTotal(invoice)],
    'cac:LegalMonetaryTotal': totals(invoice),
    'cac:InvoiceLine': invoice.lines.map((line) => lineNode(invoice, line)),
  };
  // Its schema is checked by the library before anything is written.
  return { 'ubl:Invoice': document } as unknown as NormInvoice;
}

const preceding = ({ number, issuedOn }: NonNullable<Invoice['credits']>): NormNode => ({
  'cac:InvoiceDocumentReference': { 'cbc:ID': number, 'cbc:IssueDate': issuedOn },
});

/** UNCL 4461: 58 a SEPA transfer, 59 a SEPA direct debit, 30 another transfer. */
function payment({ seller, buyer, mandate, remittance, currency }: Invoice): NormNode {
  if (mandate) {
    const account = buyer.iban ? { 'cac:PayerFinancialAccount': { 'cbc:ID': buyer.iban } } : {};
    const debit = { 'cbc:ID': mandate.id, ...account };
    return {
      'cac:PaymentMeans': [
        { 'cbc:PaymentMeansCode': '59', 'cbc:PaymentID': remittance, 'cac:PaymentMandate': debit },
      ],
    };
  }
  if (!seller.iban) return {};
  const branch = seller.bic ? { 'cac:FinancialInstitutionBranch': { 'cbc:ID': seller.bic } } : {};
  const account = { 'cbc:ID': seller.iban, 'cbc:Name': seller.name, ...branch };
  const code = currency === 'EUR' ? '58' : '30';
  return {
    'cac:PaymentMeans': [
      { 'cbc:PaymentMeansCode': code, 'cbc:PaymentID': remittance, 'cac:PayeeFinancialAccount': account },
    ],
  };
}

function taxTotal(invoice: Invoice): NormNode {
  const subtotals = invoice.vat.map(({ rate, netMinor, vatMinor }) => ({
    ...amount(invoice, 'cbc:TaxableAmount', netMinor),
    ...amount(invoice, 'cbc:TaxAmount', vatMinor),
    'cac:TaxCategory': {
      ...category(rate),
      ...(isExempt(rate) && rate.reasonCode ? { 'cbc:TaxExemptionReasonCode': rate.reasonCode } : {}),
      ...(isExempt(rate) && rate.reason ? { 'cbc:TaxExemptionReason': rate.reason } : {}),
    },
  }));
  return { ...amount(invoice, 'cbc:TaxAmount', invoice.vatMinor), 'cac:TaxSubtotal': subtotals };
}

const isExempt = ({ category }: VatRate): boolean => category !== 'S' && category !== 'Z';

/** What is outside of VAT has no percentage (BR-O-5). */
const category = (rate: VatRate): NormNode => ({
  'cbc:ID': rate.category,
  ...(rate.category === 'O' ? {} : { 'cbc:Percent': rate.percent }),
  'cac:TaxScheme': { 'cbc:ID': 'VAT' },
});

function totals(invoice: Invoice): NormNode {
  const { netMinor, grossMinor, prepaidMinor, payableMinor } = invoice;
  return {
    ...amount(invoice, 'cbc:LineExtensionAmount', netMinor),
    ...amount(invoice, 'cbc:TaxExclusiveAmount', netMinor),
    ...amount(invoice, 'cbc:TaxInclusiveAmount', grossMinor),
    ...(prepaidMinor > 0n ? amount(invoice, 'cbc:PrepaidAmount', prepaidMinor) : {}),
    ...amount(invoice, 'cbc:PayableAmount', payableMinor),
  };
}

function lineNode(invoice: Invoice, line: InvoiceLine): NormNode {
  const rate = invoice.vat.find(({ rate: { id } }) => id === line.vat)?.rate;
  return {
    'cbc:ID': line.id,
    'cbc:InvoicedQuantity': line.quantity,
    'cbc:InvoicedQuantity@unitCode': line.unit,
    ...amount(invoice, 'cbc:LineExtensionAmount', line.netMinor),
    ...(line.costCode ? { 'cbc:AccountingCost': line.costCode } : {}),
    'cac:InvoicePeriod': { 'cbc:StartDate': line.fromDay, 'cbc:EndDate': line.toDay },
    'cac:Item': {
      ...(line.detail ? { 'cbc:Description': line.detail } : {}),
      'cbc:Name': line.text,
      ...(rate ? { 'cac:ClassifiedTaxCategory': category(rate) } : {}),
    },
    'cac:Price': amount(invoice, 'cbc:PriceAmount', BigInt(line.priceMinor)),
  };
}

const amount = ({ currency, digits }: Invoice, name: string, minor: bigint): NormNode => ({
  [name]: formatPrice(minor, digits),
  [`${name}@currencyID`]: currency,
});
