// Drafts of invoices: lines that add up, one bill for any order and repetition of late uses, and months as the clock of the
// space cuts them.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNumbering, numberOf } from '../../../src/domain/billing/billing-terms.ts';
import { draftOf } from '../../../src/domain/billing/draft.ts';
import { documentText, invoiceDocument, readDocument } from '../../../src/domain/billing/invoice-document.ts';
import { sumInvoice } from '../../../src/domain/billing/invoice-sums.ts';
import { statementOf } from '../../../src/domain/billing/statement.ts';
import type { Entry, EntryBody, SegmentClosed } from '../../../src/domain/journal/entry.ts';
import type { Workshop } from '../../../src/domain/machine/workshop.ts';
import { billingWorkshop, sampleTerms } from '../../fakes/billing-workshop.ts';

const noonMs = Date.parse('2026-10-20T12:00:00Z');

function journalOf(bodies: readonly EntryBody[], workshop: Workshop = billingWorkshop): readonly Entry[] {
  const all: readonly EntryBody[] = [{ type: 'workshop-described', data: { workshop } }, ...bodies];
  return all.map((body, index) => {
    const place = {
      seq: index + 1,
      gateway: 'gateway-1',
      boot: 'boot-1',
      atMs: noonMs + index,
      monoMs: index,
      v: 1,
    };
    return { ...body, ...place } as Entry;
  });
}

function used(session: string, changed: Partial<SegmentClosed> & { ms?: number } = {}): EntryBody {
  const { ms = 3_600_000, ...rest } = changed;
  const fromMs = rest.fromMs ?? noonMs;
  const clocks = { loadedMs: ms, poweredMs: ms, workingMs: ms, operatingMs: ms };
  const held = { machine: 'laser', pool: 'lasers', member: 'anna', team: null, costCode: null };
  return {
    type: 'segment-closed',
    data: {
      ...{ session, index: 0, ...held, sessionFromMs: fromMs, fromMs, toMs: fromMs + ms, clocks },
      ...{ gapMs: 0, why: 'ending', ...rest },
    },
  };
}

const entered = (session: string, ms: number): EntryBody => ({
  type: 'usage-entered',
  data: {
    ...{ session, machine: 'laser', pool: 'lasers', member: 'anna', team: null, costCode: null },
    ...{ fromMs: noonMs, toMs: noonMs + ms, by: 'console', why: 'other', noteDigest: null },
  },
});

const withdrawn = (session: string): EntryBody => ({
  type: 'usage-withdrawn',
  data: { session, machine: 'laser', by: 'console', why: 'mistake' },
});

/** The draft as if it were issued now. */
function issuing(entries: readonly Entry[], month: string): readonly EntryBody[] {
  return draftOf(entries, month)
    .filter(({ grossMinor }) => grossMinor > 0n)
    .map((draft, index) => ({
      type: 'invoice-issued',
      data: {
        ...{
          invoice: `invoice-${entries.length}-${index}`,
          number: `n-${entries.length}-${index}`,
          nth: index + 1,
        },
        ...{ year: '2026', payer: draft.payer, month, throughSeq: entries.length, issuedOn: '2026-11-06' },
        ...{ dueOn: '2026-12-06', currency: 'EUR', hash: '', by: 'console', lines: draft.uses },
        netMinor: draft.netMinor.toString(),
        vatMinor: draft.vatMinor.toString(),
        grossMinor: draft.grossMinor.toString(),
      },
    }));
}

describe('a draft', () => {
  it('has hours at their price, VAT by the pool, and the net of the statement', () => {
    const saw = { machine: 'saw', pool: 'saws', fromMs: noonMs + 7_200_000 };
    const entries = journalOf([used('s1', { ms: 5_400_000 }), used('s2', { ms: 1_800_000, ...saw })]);
    const [draft, ...others] = draftOf(entries, '2026-10');
    expect(others).toEqual([]);
    expect(draft?.lines).toMatchObject([
      { quantity: '1.5', unit: 'HUR', priceMinor: '1000', netMinor: 1500n, vat: '22' },
      { quantity: '0.5', unit: 'HUR', priceMinor: '600', netMinor: 300n, vat: 'free' },
    ]);
    expect([draft?.netMinor, draft?.vatMinor, draft?.grossMinor]).toEqual([1800n, 330n, 2130n]);
    const [account] = statementOf(entries, '2026-10');
    expect(draft?.netMinor).toBe(account?.minor);
  });

  it('goes to the team where it pays, and to the member elsewhere', () => {
    const entries = journalOf([
      used('s1', { team: 'acme' }),
      used('s2', { member: 'bruno', team: 'other', fromMs: noonMs + 4_000_000 }),
      used('s3', { member: 'carla', team: 'acme', fromMs: noonMs + 8_000_000 }),
    ]);
    expect(draftOf(entries, '2026-10').map(({ payer, netMinor }) => [payer, netMinor])).toEqual([
      ['member:bruno', 1000n],
      ['team:acme', 2000n],
    ]);
  });

  it('warns of what a treasurer should look at', () => {
    const dark = { loadedMs: 3_600_000, poweredMs: 0, workingMs: 0, operatingMs: 3_600_000 };
    const entries = journalOf([
      used('s1', { clocks: dark, gapMs: 60_000 }),
      used('s2', { machine: 'loom', pool: 'looms', fromMs: noonMs + 4_000_000 }),
    ]);
    const [draft] = draftOf(entries, '2026-10');
    expect(draft?.warnings.map(({ code, sessions }) => [code, sessions])).toEqual([
      ['dark-machine', ['s1']],
      ['gap', ['s1']],
      ['rate-missing', ['s2']],
    ]);
  });

  it('leaves out what is not over, what comes later, and what was before billing began', () => {
    const later = used('s3', { fromMs: Date.parse('2026-11-02T12:00:00Z') });
    const entries = journalOf([used('s1', { why: 'length' }), later]);
    expect(draftOf(entries, '2026-10')).toEqual([]);
    const young = { ...billingWorkshop, billing: { ...sampleTerms, from: '2026-11' } };
    expect(draftOf(journalOf([used('s1'), later], young), '2026-11').map(({ netMinor }) => netMinor)).toEqual(
      [1000n],
    );
  });

  it('inv. 4: cuts months at the midnight of the space, also in the nights with 23 and 25 hours', () => {
    // 25 hours on 25 October, and the month ends at 23:00 UTC; 23 hours on 29 March, and the month ends at 22:00 UTC.
    for (const [end, before, after] of [
      ['2026-10-31T23:00:00Z', '2026-10', '2026-11'],
      ['2026-03-31T22:00:00Z', '2026-03', '2026-04'],
    ] as const) {
      const fromMs = Date.parse(end) - 3_600_000;
      const entries = journalOf([used('s1', { fromMs, ms: 5_400_000 })]);
      const [first] = draftOf(entries, before);
      expect(first?.lines).toMatchObject([{ quantity: '1', toDay: `${before}-31` }]);
      const [both] = draftOf(entries, after);
      expect(both?.lines.map(({ quantity, fromDay }) => [quantity, fromDay])).toEqual([
        ['1', `${before}-31`],
        ['0.5', `${after}-01`],
      ]);
    }
    const night = journalOf([used('s1', { fromMs: Date.parse('2026-10-24T22:00:00Z'), ms: 25 * 3_600_000 })]);
    expect(draftOf(night, '2026-10')[0]?.lines).toMatchObject([
      { quantity: '25', fromDay: '2026-10-25', toDay: '2026-10-25' },
    ]);
  });

  it('inv. 5: takes a withdrawn use back on the next one, with the days on which it was', () => {
    const before = [used('s1'), entered('s2', 3_600_000)];
    const first = issuing(journalOf(before), '2026-10');
    expect(first).toHaveLength(1);
    const late = used('s3', { fromMs: Date.parse('2026-11-03T12:00:00Z'), ms: 7_200_000 });
    const after = journalOf([...before, ...first, withdrawn('s2'), late]);
    const [draft] = draftOf(after, '2026-11');
    expect(draft?.lines).toMatchObject([
      { quantity: '-1', unit: 'C62', netMinor: -1000n, fromDay: '2026-10-20', session: 's2' },
      { quantity: '2', unit: 'HUR', netMinor: 2000n, fromDay: '2026-11-03' },
    ]);
    expect(draftOf(after, '2026-10')[0]?.warnings.map(({ code }) => code)).toContain('not-positive');
  });

  it('inv. 5: has lines that add up to what its uses cost, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20_000_000 }), { minLength: 1, maxLength: 12 }),
        (lengths) => {
          let fromMs = Date.parse('2026-09-02T00:00:00Z');
          const uses = lengths.map((ms, index) => {
            const body = used(`s${index}`, { ms, fromMs });
            fromMs += ms;
            return body;
          });
          const entries = journalOf(uses);
          const [draft] = draftOf(entries, '2026-12');
          const net = draft?.lines.reduce((sum, { netMinor }) => sum + netMinor, 0n) ?? 0n;
          const cost = ['2026-09', '2026-10', '2026-11', '2026-12']
            .flatMap((month) => statementOf(entries, month))
            .reduce((sum, { minor }) => sum + minor, 0n);
          expect(net).toBe(cost);
          if (!draft) return;
          expect(draft.uses.reduce((sum, { minor }) => sum + BigInt(minor), 0n)).toBe(cost);
          expect(draft.income.reduce((sum, { minor }) => sum + minor, 0n)).toBe(cost);
          expect(draft.grossMinor).toBe(draft.netMinor + draft.vatMinor);
          expect(draft.vat.reduce((sum, { netMinor }) => sum + netMinor, 0n)).toBe(draft.netMinor);
          for (const line of draft.lines) expect(priced(line)).toBe(line.netMinor);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('inv. 3: is the same bill in whatever order uses become known, and however often it is issued between', () => {
    const uses = [
      used('s1', { ms: 1_234_567 }),
      used('s2', { ms: 765_432, fromMs: noonMs + 2_000_000 }),
      entered('s3', 999_999),
      used('s4', { ms: 3_333_333, fromMs: noonMs + 4_000_000, costCode: 'film' }),
    ];
    const whole = draftOf(journalOf(uses), '2026-10')[0]?.uses ?? [];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(uses, { minLength: 4, maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
        (order, stops) => {
          const billed: { session: string; minor: string }[] = [];
          const bodies: EntryBody[] = [];
          order.forEach((use, index) => {
            bodies.push(use);
            if (!stops.includes(index + 1) && index < 3) return;
            for (const body of issuing(journalOf(bodies), '2026-10')) {
              if (body.type === 'invoice-issued') billed.push(...body.data.lines);
              bodies.push(body);
            }
          });
          const sorted = (list: readonly { session: string; minor: string }[]) =>
            list.map(({ session, minor }) => `${session} ${minor}`).sort();
          expect(sorted(billed)).toEqual(sorted(whole));
          expect(draftOf(journalOf(bodies), '2026-10')).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Quantity by price, as a program that reads invoices checks it. */
function priced({
  quantity,
  priceMinor,
}: {
  readonly quantity: string;
  readonly priceMinor: string;
}): bigint {
  const [whole = '0', fraction = ''] = quantity.replace('-', '').split('.');
  const millionths = BigInt(whole + fraction.padEnd(6, '0')) * BigInt(priceMinor);
  const rounded = (millionths + 500_000n) / 1_000_000n;
  return quantity.startsWith('-') ? -rounded : rounded;
}

describe('the document of an invoice', () => {
  it('is read back as it was written, to the byte', () => {
    const [draft] = draftOf(journalOf([used('s1', { ms: 1_234_567 })]), '2026-10');
    if (!draft) throw new Error('no draft');
    const buyer = { ...sampleTerms.seller, id: 'member:anna', name: 'Zoë "Ω" <b>' };
    const facts = { number: '2026-0001', issuedOn: '2026-11-06', buyer };
    const document = invoiceDocument(draft, { ...facts, workshop: billingWorkshop, terms: sampleTerms });
    const text = documentText(document);
    expect(documentText(readDocument(text))).toBe(text);
    expect(readDocument(text).invoice.grossMinor).toBe(draft.grossMinor);
  });
});

describe('sums', () => {
  it('round VAT once per rate, half away from zero', () => {
    const rates = sampleTerms.vatRates;
    expect(
      sumInvoice(
        [
          { vat: '22', netMinor: 25n },
          { vat: '22', netMinor: 25n },
        ],
        rates,
      ).vatMinor,
    ).toBe(11n);
    expect(sumInvoice([{ vat: '22', netMinor: -225n }], rates).vatMinor).toBe(-50n);
    expect(() => sumInvoice([{ vat: '4', netMinor: 1n }], rates)).toThrow(RangeError);
  });
});

describe('numbers', () => {
  it('are different for different places in a year', () => {
    expect(numberOf('{year}-{number:4}', { year: '2026', nth: 7 })).toBe('2026-0007');
    expect(numberOf('{year}-{number:4}', { year: '2026', nth: 12_345 })).toBe('2026-12345');
  });
  it.each(['{number:4}', '{year}', '{year}{year}{number}', '{year}-{number}-{number}', '{year}{number} <'])(
    'may not be written %s',
    (pattern) => expect(isNumbering(pattern)).toBe(false),
  );
});
