// A made-up invoice to look at, marked as a sample in every language: nobody owes it, and its numbers belong to nobody.

import type { Invoice, InvoiceLine, VatRate } from './invoice.ts';
import { lineNetMinor, sumInvoice } from './invoice-sums.ts';

export type SampleWish = {
  /** BCP 47. */
  readonly locale: string;
  /** Left out: six. */
  readonly lines?: number;
  readonly kind?: Invoice['kind'];
};

const mark =
  'SAMPLE · CAMPIONE · MUSTER · MUESTRA · SPÉCIMEN · MODEL: not an invoice, non è una fattura, keine Rechnung, no es una factura, pas une facture, nu este o factură.';

const standard: VatRate = { id: 'standard', percent: '22', category: 'S' };
const exempt: VatRate = {
  ...{ id: 'courses', percent: '0', category: 'E', natura: 'N4' },
  ...{ reason: 'Esente art. 10 DPR 633/72', reasonCode: 'VATEX-EU-132' },
} as const;

type Kind = Pick<InvoiceLine, 'text' | 'detail' | 'quantity' | 'unit' | 'priceMinor' | 'vat'> & {
  costCode?: string;
};

const kinds: readonly Kind[] = [
  {
    ...{
      text: 'Laser cutter, working time',
      detail: '14 sessions, 7 h 31 min 41 s at 13.28 an hour, first 5 minutes free',
    },
    ...{ quantity: '7.528056', unit: 'HUR', priceMinor: '1328', vat: 'standard', costCode: 'HORIZON-WP3' },
  },
  {
    ...{ text: 'CNC mill “Șoimul”, attended', detail: '2 sessions, peak hours 18:00 to 21:00' },
    ...{ quantity: '3.25', unit: 'HUR', priceMinor: '2400', vat: 'standard' },
  },
  { text: 'Electricity, kiln', quantity: '41.7', unit: 'KWH', priceMinor: '31', vat: 'standard' },
  {
    text: 'Filament PLA, grey',
    detail: 'by the printer’s own meter',
    quantity: '386',
    unit: 'GRM',
    priceMinor: '3',
    vat: 'standard',
  },
  { text: 'Resin, clear', quantity: '120', unit: 'MLT', priceMinor: '9', vat: 'standard' },
  {
    text: 'Introduction to the laser cutter',
    detail: 'training, 1 place',
    quantity: '1',
    unit: 'C62',
    priceMinor: '8500',
    vat: 'courses',
  },
];

/** The same wish, the same invoice. */
export function sampleInvoice({ locale, lines = kinds.length, kind = 'invoice' }: SampleWish): Invoice {
  const written = Array.from({ length: lines }, (_, index): InvoiceLine => {
    const { costCode, ...line } = kinds[index % kinds.length] ?? (kinds[0] as Kind);
    return {
      ...{ ...line, ...(costCode ? { costCode } : {}), id: String(index + 1), netMinor: lineNetMinor(line) },
      ...{ fromDay: '2026-11-01', toDay: '2026-11-30' },
    };
  });
  const sums = sumInvoice(written, [standard, exempt]);
  const isCredit = kind === 'credit-note';
  const prepaidMinor = isCredit ? 0n : sums.grossMinor / 4n;
  return {
    ...{
      number: isCredit ? 'SAMPLE-2026/0002' : 'SAMPLE-2026/0001',
      kind,
      issuedOn: '2026-12-01',
      dueOn: '2026-12-31',
    },
    ...{ periodFrom: '2026-11-01', periodTo: '2026-11-30', currency: 'EUR', digits: 2, locale },
    ...{ seller, buyer, buyerReference: 'PO 4711', project: 'HORIZON-101', lines: written, ...sums },
    ...{ prepaidMinor, payableMinor: sums.grossMinor - prepaidMinor, notes: [mark] },
    ...(isCredit ? { credits: { number: 'SAMPLE-2026/0001', issuedOn: '2026-12-01' } } : {}),
    ...{ remittance: 'SAMPLE-2026/0001', reasonsUrl: 'https://shop.example.org/#/invoices/SAMPLE-2026-0001' },
  };
}

const seller: Invoice['seller'] = {
  ...{
    id: 'space',
    name: 'Officina Campione APS',
    vatId: 'IT12345678903',
    taxCode: '12345678903',
    regime: 'RF01',
  },
  address: { street: 'Via dell’Esempio 12', zip: '10100', city: 'Torino', province: 'TO', country: 'IT' },
  ...{ email: 'conti@shop.example.org', contact: 'Giulia Esempio', iban: 'IT60X0542811101000000123456' },
  ...{ bic: 'BLOPIT22', sepaCreditorId: 'IT66ZZZA1B2C3D4E5F6G7H8' },
};

const buyer: Invoice['buyer'] = {
  ...{ id: 'team-sample', name: 'Studio Muster & Söhne GmbH', vatId: 'IT00743110157', sdiCode: 'ABC1234' },
  address: { street: 'Corso Straße 3', zip: '10121', city: 'Torino', province: 'TO', country: 'IT' },
  email: 'rechnung@studio.example.org',
};
