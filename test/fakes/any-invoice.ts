// Invoices at random: right by construction, with names that try to break out of XML, every category of VAT, negative lines, and
// prices whose sums round.

import fc from 'fast-check';
import type { Invoice, InvoiceLine, VatRate } from '../../src/domain/billing/invoice.ts';
import { lineNetMinor, sumInvoice } from '../../src/domain/billing/invoice-sums.ts';

export const nastyNames: readonly string[] = [
  ...[
    '<&>"]]>',
    "O'Brien & Söhne <GmbH>",
    '<!DOCTYPE a [<!ENTITY x "y">]>',
    '&amp;&#38;',
    ']]>',
    '--><script>',
    '=1+1',
  ],
  ...[
    'Ăâîșț ȘȚ',
    'Ćelić Đorđe',
    'Αθήνα Ώδε',
    'Щука и Ёж',
    'Łódź Œuvre',
    '€ 12 – “quoted” … ™',
    '%PDF-1.7 endobj (\\)',
  ],
];

export const nastyTexts: readonly string[] = [
  ...[
    '\u0000',
    'a\u0007b',
    'a\nb',
    'tab\tbed',
    '🙂 machines',
    '\u202eevil',
    '\u200bzero',
    'أهلا',
    '日本',
    '\ud800',
    'e\u0301',
  ],
  ...['', '   ', '\ufffe', '\u00adsoft', 'x'.repeat(10_240)],
];

const rates: readonly VatRate[] = [
  { id: 'standard', percent: '22', category: 'S' },
  { id: 'reduced', percent: '5.5', category: 'S' },
  { id: 'zero', percent: '0', category: 'Z', natura: 'N3.1', reason: 'Non imponibile art. 8' },
  {
    id: 'exempt',
    percent: '0',
    category: 'E',
    natura: 'N4',
    reason: 'Esente art. 10',
    reasonCode: 'VATEX-EU-132',
  },
  {
    id: 'reverse',
    percent: '0',
    category: 'AE',
    natura: 'N6.9',
    reason: 'Inversione contabile',
    reasonCode: 'VATEX-EU-AE',
  },
];

const anyName = fc.oneof(
  fc.constantFrom(...nastyNames),
  fc.stringMatching(/^[A-Za-z0-9àèìòùßçñ<>&"'.,-]{1,20}$/),
);
const micros = (count: number): string =>
  `${Math.trunc(count / 1e6)}.${String(Math.abs(count) % 1e6).padStart(6, '0')}`;

const anyLine = fc.record({
  text: anyName,
  detail: fc.option(anyName, { nil: undefined }),
  quantityMicros: fc.integer({ min: 1, max: 99_000_000 }),
  isBack: fc.boolean(),
  unit: fc.constantFrom('HUR', 'KWH', 'GRM', 'MLT', 'C62'),
  price: fc.integer({ min: 0, max: 50_000 }),
  rate: fc.constantFrom(...rates),
  costCode: fc.option(anyName, { nil: undefined }),
});

/** With a total that is not below zero. */
export const anyInvoice: fc.Arbitrary<Invoice> = fc
  .record({
    lines: fc.array(anyLine, { minLength: 1, maxLength: 6 }),
    kind: fc.constantFrom('invoice', 'credit-note'),
    buyer: fc.record({
      name: anyName,
      street: anyName,
      city: anyName,
      contact: fc.option(anyName, { nil: undefined }),
    }),
    country: fc.constantFrom('IT', 'DE', 'RO', 'US'),
    running: fc.integer({ min: 1, max: 99_999 }),
    note: fc.option(anyName, { nil: undefined }),
    project: fc.option(anyName, { nil: undefined }),
    locale: fc.constantFrom('en', 'it', 'de-AT', 'es', 'fr', 'ro', 'pt'),
    isPaid: fc.boolean(),
    isCollected: fc.boolean(),
  })
  .map((seed) => {
    const lines = seed.lines.map(
      ({ quantityMicros, isBack, price, rate, detail, costCode, ...line }, index): InvoiceLine => {
        // The first one is never taken back, and is worth more than the others together.
        const takesBack = isBack && index > 0;
        const quantity = index === 0 ? '7.25' : `${takesBack ? '-' : ''}${micros(quantityMicros)}`;
        const priceMinor = String(index === 0 ? 99_999_999 : price);
        return {
          ...{ ...line, id: String(index + 1), quantity, priceMinor, vat: rate.id },
          ...{ ...(detail ? { detail } : {}), ...(costCode ? { costCode } : {}) },
          ...{ netMinor: lineNetMinor({ quantity, priceMinor }), fromDay: '2026-11-01', toDay: '2026-11-30' },
        };
      },
    );
    const sums = sumInvoice(lines, rates);
    const isCredit = seed.kind === 'credit-note';
    const prepaidMinor = seed.isPaid && !isCredit ? sums.grossMinor : 0n;
    const isItalian = seed.country === 'IT';
    const vatId = { IT: 'IT00743110157', DE: 'DE123456789', RO: 'RO1234567', US: 'US123456' }[seed.country];
    const { name, street, city, contact } = seed.buyer;
    return {
      ...{ number: `2026/${seed.running}`, kind: seed.kind, issuedOn: '2026-12-01', dueOn: '2026-12-31' },
      ...{
        periodFrom: '2026-11-01',
        periodTo: '2026-11-30',
        currency: 'EUR',
        digits: 2,
        locale: seed.locale,
      },
      seller: {
        ...{ id: 'space', name: 'Officina <Uno> & Due', vatId: 'IT12345678903', regime: 'RF01' },
        address: { street: 'Via Roma 1', zip: '10100', city: 'Torino', province: 'TO', country: 'IT' },
        ...{ iban: 'IT60X0542811101000000123456', bic: 'BLOPIT22', sepaCreditorId: 'DE98ZZZ09999999999' },
      },
      buyer: {
        ...{
          id: 'buyer',
          name,
          ...(vatId ? { vatId } : {}),
          ...(contact ? { contact } : {}),
          iban: 'DE89370400440532013000',
        },
        address: { street, zip: isItalian ? '10121' : 'A-1', city, country: seed.country },
      },
      ...{ lines, ...sums, prepaidMinor, payableMinor: sums.grossMinor - prepaidMinor },
      ...(seed.project ? { project: seed.project } : {}),
      ...(isCredit ? { credits: { number: '2026/1', issuedOn: '2026-11-01' } } : {}),
      ...(seed.isCollected && !isCredit
        ? { mandate: { id: 'M-1', signedOn: '2026-01-01', sequence: 'RCUR' as const } }
        : {}),
      ...{ remittance: `2026/${seed.running}`, notes: seed.note ? [seed.note] : [] },
    };
  });
