// Direct debits: grouped by day and sequence, with sums that are right, valid by ISO 20022, and refused as a whole.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCollections } from '../../../src/adapters/sepa/write-collections.ts';
import type { Invoice } from '../../../src/domain/billing/invoice.ts';
import { sampleInvoice } from '../../../src/domain/billing/sample-invoice.ts';
import { anyInvoice } from '../../fakes/any-invoice.ts';
import { outside } from '../../outside.ts';
import { validate } from '../xml-schema.ts';

const sample = sampleInvoice({ locale: 'de' });
const creditor = { ...sample.seller, sepaCreditorId: 'DE98ZZZ09999999999' };
const due = (number: string, change: Partial<Invoice> = {}): Invoice => ({
  ...{ ...sample, number, remittance: number, buyer: { ...sample.buyer, iban: 'DE89370400440532013000' } },
  ...{ mandate: { id: 'M-1', signedOn: '2026-01-01', sequence: 'RCUR' }, ...change },
});
const write = (invoices: readonly Invoice[], id = 'COLL-1') =>
  writeCollections({ id, createdAtMs: Date.parse('2026-12-20T10:00:00Z'), creditor, invoices });
const at = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}[^>]*>([^<]*)</${name}>`, 'g'))].map(([, text]) => text ?? '');

describe('writeCollections', () => {
  const first = due('2026/1', { mandate: { id: 'M-1', signedOn: '2026-01-01', sequence: 'FRST' } });
  const later = due('2026/2', { dueOn: '2027-01-15' });

  it('groups by day and sequence, and sums each group and the whole', () => {
    const file = write([due('2026/0'), later, first, due('2026/3')]);
    if (!file.ok) throw new Error(JSON.stringify(file.mistakes));
    expect(at(file.xml, 'NbOfTxs')).toEqual(['4', '1', '2', '1']);
    expect(at(file.xml, 'CtrlSum')).toEqual(['1035.60', '258.90', '517.80', '258.90']);
    expect(at(file.xml, 'SeqTp')).toEqual(['FRST', 'RCUR', 'RCUR']);
    expect(at(file.xml, 'ReqdColltnDt')).toEqual(['2026-12-31', '2026-12-31', '2027-01-15']);
    expect(at(file.xml, 'EndToEndId')).toEqual(['2026/1', '2026/0', '2026/3', '2026/2']);
    expect(at(file.xml, 'Nm')).toContain('Studio Muster + Sohne GmbH');
    expect(file).toMatchObject({ count: 4, totalMinor: 103_560n });
  });

  it.each<[string, Invoice[], string]>([
    ['nobody', [], 'there are none'],
    ['no mandate', [{ ...sample, buyer: due('1').buyer }], 'signed no mandate'],
    ['no account', [due('1', { buyer: sample.buyer })], 'account of the payer'],
    ['twice the same', [due('1'), due('1')], 'twice'],
    ['another currency', [due('1', { currency: 'CHF' })], 'not in euro'],
    ['nothing owed', [due('1', { payableMinor: 0n })], 'nothing is owed'],
    [
      'a mandate of later',
      [due('1', { mandate: { id: 'M', signedOn: '2027-01-01', sequence: 'RCUR' } })],
      'after the day',
    ],
    [
      'a mandate with markup',
      [due('1', { mandate: { id: '<M>', signedOn: '2026-01-01', sequence: 'RCUR' } })],
      'signs',
    ],
  ])('refuses %s with a sentence, and writes none of them', (_, invoices, reason) => {
    const file = write([...invoices]);
    expect(file.ok).toBe(false);
    expect(file.ok ? '' : file.mistakes.map((mistake) => mistake.reason).join()).toContain(reason);
  });

  it.skipIf(!outside('xmllint'))('validates by the official schema, whatever the names are', () => {
    const invoices = fc.sample(anyInvoice, { numRuns: 120, seed: 54 });
    const some = invoices.map((one, index) =>
      due(`2026/${index}`, {
        buyer: { ...one.buyer, iban: 'DE89370400440532013000' },
        remittance: one.buyer.name,
      }),
    );
    const files = [write(some), write([first, later], 'COLL-2')].map((file) => (file.ok ? file.xml : ''));
    validate('pain.008.001.08', files);
  });
});
