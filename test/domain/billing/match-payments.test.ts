// Which payment is for which invoice, each answer with its reason; and that no cent is booked twice.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BankEntry,
  matchPayments,
  type OpenInvoice,
} from '../../../src/domain/billing/match-payments.ts';

const entry = (change: Partial<BankEntry> = {}): BankEntry => ({
  ...{ id: 'e', direction: 'credit', amountMinor: 1000n, currency: 'EUR', bookedOn: '2026-12-19' },
  ...{ remittance: '', endToEndId: null, iban: null, name: null, isReturn: false, ...change },
});
const open = (number: string, change: Partial<OpenInvoice> = {}): OpenInvoice => ({
  ...{ number, remittance: `Rif ${number}`, openMinor: 1000n, currency: 'EUR', iban: null, ...change },
});
const one = (bank: Partial<BankEntry>, ...invoices: OpenInvoice[]) =>
  matchPayments([entry(bank)], invoices)[0];

describe('matchPayments', () => {
  it.each([
    ['end-to-end-id', { endToEndId: '2026/1' }],
    ['remittance', { remittance: 'RIF. 2026 / 1' }],
    ['number-in-text', { remittance: 'pago la fattura 2026-1 di novembre' }],
  ] as const)('knows an invoice by %s', (reason, bank) => {
    expect(one(bank, open('2026/1'))).toMatchObject({
      outcome: 'matched',
      reason,
      shares: [{ number: '2026/1', minor: 1000n }],
    });
  });

  it('never finds a number within a longer one', () => {
    expect(one({ remittance: 'fattura 2026/12' }, open('2026/1'))).toMatchObject({
      outcome: 'unmatched',
      reason: 'nothing-fits',
    });
    expect(one({ remittance: 'fattura 2026/12' }, open('2026/1'), open('2026/12'))?.shares).toEqual([
      { number: '2026/12', minor: 1000n },
    ]);
  });

  it('tells what is too little and what is too much', () => {
    expect(one({ endToEndId: '1', amountMinor: 400n }, open('1'))).toMatchObject({
      outcome: 'partial',
      overMinor: 0n,
    });
    expect(one({ endToEndId: '1', amountMinor: 1400n }, open('1'))).toMatchObject({
      ...{ outcome: 'over', overMinor: 400n, shares: [{ number: '1', minor: 1000n }] },
    });
  });

  it('pays several at once only where the sum is exact', () => {
    const invoices = [open('2026/1'), open('2026/2', { openMinor: 500n })];
    expect(one({ remittance: '2026/1 e 2026/2', amountMinor: 1500n }, ...invoices)).toMatchObject({
      ...{ outcome: 'matched', reason: 'several-numbers-in-text' },
      shares: [
        { number: '2026/1', minor: 1000n },
        { number: '2026/2', minor: 500n },
      ],
    });
    expect(one({ remittance: '2026/1 e 2026/2', amountMinor: 1400n }, ...invoices)).toMatchObject({
      ...{ outcome: 'unmatched', reason: 'unclear-shares', suggestions: ['2026/1', '2026/2'] },
    });
  });

  it('only suggests what fits by amount and account', () => {
    const iban = 'DE89370400440532013000';
    expect(one({ iban }, open('1', { iban }), open('2', { iban }))).toMatchObject({
      ...{ outcome: 'unmatched', reason: 'amount-and-account', shares: [], suggestions: ['1', '2'] },
    });
  });

  it.each([
    ['returned', { direction: 'debit', isReturn: true, endToEndId: '1' }],
    ['outgoing', { direction: 'debit' }],
    ['other-currency', { endToEndId: '1', currency: 'CHF' }],
  ] as const)('books nothing that is %s', (reason, bank) => {
    expect(one(bank, open('1'))).toMatchObject({ outcome: 'unmatched', reason, shares: [] });
  });

  it('pays an invoice in parts and then no more', () => {
    const bank = [400n, 600n, 100n].map((amountMinor) => entry({ endToEndId: '1', amountMinor }));
    expect(matchPayments(bank, [open('1')]).map(({ outcome, reason }) => `${outcome} ${reason}`)).toEqual([
      ...['partial end-to-end-id', 'matched end-to-end-id', 'unmatched already-paid'],
    ]);
  });

  it('does not guess between two spellings of one number', () => {
    expect(one({ remittance: '20261' }, open('2026/1'), open('20261'))).toMatchObject({
      outcome: 'unmatched',
    });
  });

  it('inv. 5: shares and what is over add up to the payment, and no invoice gets more than it is owed', () => {
    const anyEntry = fc.record({
      amountMinor: fc.bigInt({ min: 1n, max: 3000n }),
      remittance: fc.constantFrom('1', '2', '1 2', '1 2 3', 'x', ''),
      direction: fc.constantFrom('credit' as const, 'debit' as const),
    });
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 12 }), (bank) => {
        const invoices = ['1', '2', '3'].map((number) => open(number));
        const matched = matchPayments(bank.map(entry), invoices);
        const paid = new Map<string, bigint>();
        for (const { entry: of, shares, overMinor, outcome } of matched) {
          const sum = shares.reduce((total, { minor }) => total + minor, 0n);
          expect(outcome === 'unmatched' ? 0n : of.amountMinor).toBe(sum + overMinor);
          for (const { number, minor } of shares) paid.set(number, (paid.get(number) ?? 0n) + minor);
        }
        for (const sum of paid.values()) expect(sum <= 1000n).toBe(true);
      }),
    );
  });

  it('takes ten thousand payments and invoices in a moment', () => {
    const invoices = Array.from({ length: 10_000 }, (_, index) => open(`2026/${index}`));
    const bank = invoices.map(({ number }) =>
      entry({ remittance: `pagamento ${number} ${'a '.repeat(100)}` }),
    );
    const beganMs = performance.now();
    expect(matchPayments(bank, invoices).every(({ outcome }) => outcome === 'matched')).toBe(true);
    expect(performance.now() - beganMs).toBeLessThan(10_000);
  });
});
