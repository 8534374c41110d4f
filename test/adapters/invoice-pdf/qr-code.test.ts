// QR codes against vectors of the standard, and read back by a reader that shares no line with the writer.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epcPayment } from '../../../src/adapters/invoice-pdf/epc-payment.ts';
import { checkOf, type QrCode, qrCode } from '../../../src/adapters/invoice-pdf/qr-code.ts';
import { alignments, formatBits } from '../../../src/adapters/invoice-pdf/qr-matrix.ts';
import { sampleInvoice } from '../../../src/domain/billing/sample-invoice.ts';
import { readQr } from './read-qr.ts';

describe('qrCode', () => {
  it('reckons the check words of ISO/IEC 18004, annex I', () => {
    const words = Uint8Array.from([
      0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11,
    ]);
    const check = [0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55];
    expect([...checkOf(words, 10)]).toEqual(check);
  });

  it('has the format bits of annex C and the alignment marks of annex E', () => {
    const bits = ['101010000010010', '101000100100101', '101111001111100', '101101101001011'];
    const more = ['100010111111001', '100000011001110', '100111110010111', '100101010100000'];
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((mask) => formatBits(mask).toString(2))).toEqual([...bits, ...more]);
    expect(alignments(2)).toEqual([6, 18]);
    expect(alignments(7)).toEqual([6, 22, 38]);
    expect(alignments(13)).toEqual([6, 34, 62]);
  });

  it.each([
    [14, 21],
    [15, 25],
    [106, 41],
    [180, 53],
    [213, 57],
    [214, 61],
    [331, 69],
  ])('%i bytes take %i modules', (count, size) => {
    const code = qrCode(new Uint8Array(count).fill(97));
    expect(code?.length).toBe(size);
    expect(Buffer.from(readQr(code as QrCode)).toString()).toBe('a'.repeat(count));
  });

  it('takes no more than 331 bytes', () => {
    expect(qrCode(new Uint8Array(332))).toBeNull();
  });

  it('is read back, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 331 }), (bytes) => {
        expect([...readQr(qrCode(bytes) as QrCode)]).toEqual([...bytes]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('epcPayment', () => {
  const sample = sampleInvoice({ locale: 'it' });

  it('says what EPC069-12 asks for, line by line', () => {
    expect(
      Buffer.from(epcPayment(sample) as Uint8Array)
        .toString()
        .split('\n'),
    ).toEqual([
      ...['BCD', '002', '1', 'SCT', 'BLOPIT22', 'Officina Campione APS', 'IT60X0542811101000000123456'],
      ...['EUR258.90', '', '', 'SAMPLE-2026/0001'],
    ]);
  });

  it('is not there where nothing is to be transferred', () => {
    expect(epcPayment({ ...sample, payableMinor: 0n })).toBeNull();
    expect(epcPayment({ ...sample, currency: 'CHF' })).toBeNull();
    expect(epcPayment({ ...sample, kind: 'credit-note' })).toBeNull();
    expect(
      epcPayment({ ...sample, mandate: { id: 'M', signedOn: '2026-01-01', sequence: 'RCUR' } }),
    ).toBeNull();
    expect(epcPayment({ ...sample, remittance: 'Ω'.repeat(110) })).not.toBeNull();
    expect(epcPayment({ ...sample, remittance: 'Ω'.repeat(140) })).toBeNull();
  });
});
