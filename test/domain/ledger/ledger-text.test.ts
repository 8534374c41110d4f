// The plain-text printers: shapes by hand, hostile names, nights on which the clock is changed, and what the real hledger and
// Beancount say of three months of a simulated space.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beancountText } from '../../../src/domain/ledger/beancount-text.ts';
import { balancesIn, type Posted } from '../../../src/domain/ledger/books.ts';
import { hledgerText } from '../../../src/domain/ledger/hledger-text.ts';
import type { LedgerText } from '../../../src/domain/ledger/ledger-text.ts';
import { uniqueNames } from '../../../src/domain/ledger/text-names.ts';
import { localParts, timeclockText } from '../../../src/domain/ledger/timeclock-text.ts';
import { anyText } from '../../fakes/any-text.ts';
import { checkBeancount, checkHledger, checkTimeclock } from '../../fakes/plain-text-tools.ts';
import { samplePosting } from '../../fakes/sample-postings.ts';
import { simulatedBooks } from '../../fakes/simulated-books.ts';
import { outside } from '../../outside.ts';

const timezone = 'Europe/Rome';
const posted = (changed: Partial<Posted> = {}): Posted => ({
  ...samplePosting({ dateMs: Date.UTC(2026, 10, 2, 23, 30), reference: 'session-1' }),
  seq: 1,
  atMs: 0,
  ...changed,
});
const text = (postings: readonly Posted[], changed: Partial<LedgerText> = {}): LedgerText => ({
  ...{ title: 'Officina', currency: 'EUR', timezone, opening: null, postings, nameOf: () => null },
  ...changed,
});

describe('what is printed', () => {
  const lines = [
    { account: 'member:anna', unit: 'EUR', minor: '1250' },
    { account: 'income:lasers', unit: 'EUR', minor: '-1250' },
    { account: 'allowance:anna', unit: 'hours:lasers', minor: '2710001' },
    { account: 'income:lasers', unit: 'hours:lasers', minor: '-2710001' },
  ];

  it('for hledger', () => {
    expect(
      hledgerText(text([posted({ lines })])),
    ).toBe(`; Officina: the books as hledger reads them; days of Europe/Rome.
decimal-mark .
commodity 1000.00 EUR
commodity 1000.000 "s lasers"
account liabilities:allowances:anna  ; allowance:anna
account income:lasers  ; income:lasers
account assets:members:anna  ; member:anna

2026-11-03 * (posting-1) use session-1
    ; key: key-1
    assets:members:anna  12.50 EUR
    income:lasers  -12.50 EUR
    liabilities:allowances:anna  2710.001 "s lasers"
    income:lasers  -2710.001 "s lasers"
`);
  });

  it('for Beancount', () => {
    expect(beancountText(text([posted({ lines })]))).toBe(`option "title" "Officina"
option "operating_currency" "EUR"
2026-11-03 open Liabilities:Allowances:Anna
  account: "allowance:anna"
2026-11-03 open Income:Lasers
  account: "income:lasers"
2026-11-03 open Assets:Members:Anna
  account: "member:anna"

2026-11-03 * "use" "session-1"
  posting: "posting-1"
  key: "key-1"
  Assets:Members:Anna  12.50 EUR
  Income:Lasers  -12.50 EUR
  Liabilities:Allowances:Anna  2710.001 SEC.LASERS
  Income:Lasers  -2710.001 SEC.LASERS
`);
  });

  it('by the days of the space', () => {
    expect(hledgerText(text([posted()], { timezone: 'UTC' }))).toContain('\n2026-11-02 * ');
    expect(hledgerText(text([posted()]))).toContain('\n2026-11-03 * ');
  });

  it('gives two of one name two accounts, the same in any order', () => {
    const keys = ['b', 'a', 'c', 'd'];
    const names = uniqueNames(keys, (key) => (key === 'd' ? 'ada-2' : 'ada'));
    expect([...names]).toEqual([
      ['a', 'ada'],
      ['b', 'ada-2'],
      ['c', 'ada-3'],
      ['d', 'ada-2-2'],
    ]);
    expect(uniqueNames(keys.toReversed(), (key) => (key === 'd' ? 'ada-2' : 'ada'))).toEqual(names);
  });

  it('inv. 11: nothing in a name or a text begins another line', () => {
    fc.assert(
      fc.property(anyText, anyText, (name, reference) => {
        const request = text([posted({ reference, key: name, posting: reference })], {
          nameOf: () => name,
          title: name,
        });
        const plain = text([posted()]);
        for (const print of [hledgerText, beancountText]) {
          const made = print(request).split(/[\n\r\v\f\u0085\u2028\u2029]/);
          expect(made.length).toBe(print(plain).split('\n').length);
        }
        const stretch = { pool: 'p', machine: 'm', member: 'a', about: reference, fromMs: 0, toMs: 5000 };
        const clock = timeclockText({ timezone, stretches: [stretch], nameOf: () => name });
        expect(clock.split(/[\n\r\v\f\u0085\u2028\u2029]/)).toHaveLength(3);
      }),
    );
  });
});

describe('machine time', () => {
  const partsOf = (from: string, to: string): string[] => {
    const stretch = { pool: 'lasers', machine: 'laser', member: 'anna', about: 's-1' };
    const times = { fromMs: Date.parse(from), toMs: Date.parse(to) };
    return timeclockText({ timezone, stretches: [{ ...stretch, ...times }], nameOf: () => 'Anna; Rossi' })
      .trim()
      .split('\n');
  };

  it('is cut at local midnight', () => {
    expect(partsOf('2026-11-03T22:30:00+01:00', '2026-11-04T00:20:10+01:00')).toEqual([
      'i 2026-11-03 22:30:00 lasers:laser:Anna-Rossi  s-1',
      'o 2026-11-03 23:59:59',
      'i 2026-11-04 00:00:00 lasers:laser:Anna-Rossi  s-1',
      'o 2026-11-04 00:20:10',
    ]);
  });

  it('inv. 4: is as long as it was when the clock is put back, and when it is put forward', () => {
    expect(
      partsOf('2026-10-25T01:30:00+02:00', '2026-10-25T03:30:00+01:00').filter((_, at) => at < 4),
    ).toEqual([
      'i 2026-10-25 01:30:00 lasers:laser:Anna-Rossi  s-1',
      'o 2026-10-25 03:00:00',
      'i 2026-10-25 02:00:00 lasers:laser:Anna-Rossi  s-1',
      'o 2026-10-25 03:30:00',
    ]);
    expect(
      partsOf('2026-03-29T01:30:00+01:00', '2026-03-29T03:30:00+02:00').map((part) => part.slice(0, 21)),
    ).toEqual([
      'i 2026-03-29 01:30:00',
      'o 2026-03-29 02:00:00',
      'i 2026-03-29 03:00:00',
      'o 2026-03-29 03:30:00',
    ]);
  });

  it('inv. 5: its parts add up to it, in any zone, and none crosses a midnight', () => {
    const zones = fc.constantFrom(
      'Europe/Rome',
      'America/Asuncion',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Pacific/Apia',
    );
    const fromMs = fc.integer({ min: Date.UTC(2009, 0), max: Date.UTC(2027, 0) });
    const property = fc.property(
      zones,
      fromMs,
      fc.integer({ min: 0, max: 5 * 86_400_000 }),
      (zone, from, ms) => {
        const parts = localParts({ fromMs: from, toMs: from + ms }, zone);
        expect(parts.reduce((sum, part) => sum + part.toMs - part.fromMs, 0)).toBe(ms);
        for (const [at, part] of parts.entries()) {
          expect(part.fromMs).toBe(at === 0 ? from : parts[at - 1]?.toMs);
          const day = (atMs: number): number => Math.floor((atMs + part.offsetMs) / 86_400_000);
          expect(day(part.toMs - 1)).toBe(day(part.fromMs));
        }
      },
    );
    fc.assert(property, { numRuns: 60 });
  });
});

describe('a quarter of a simulated space', () => {
  const { books, postings, stretches, nameOf } = simulatedBooks({ seed: 11, days: 90, perDay: 8 });
  const request = text(postings, { title: 'Officina "; \n x', nameOf });

  it.skipIf(!outside('hledger'))('inv. 5: hledger accepts it and adds up what we do', () => {
    expect(checkHledger(request, books.balances)).toBeGreaterThan(150);
  });

  it.skipIf(!outside('bean-check'))('inv. 5: Beancount accepts it and adds up what we do', () => {
    expect(checkBeancount(request, books.balances)).toBeGreaterThan(150);
  });

  it.skipIf(!outside('hledger'))('hledger adds up its machine time, as far as it rounds', () => {
    expect(checkTimeclock({ timezone, stretches, nameOf: (member) => nameOf(`member:${member}`) })).toBe(5);
  });

  it.skipIf(!outside('hledger'))('a part of it begins with what stood there before', () => {
    const atMs = Date.UTC(2016, 1, 1);
    const opening = { atMs, balances: balancesIn(books, { account: '', atMs }) };
    const part = postings.filter(({ dateMs }) => dateMs >= atMs);
    expect(checkHledger({ ...request, opening, postings: part }, books.balances)).toBeGreaterThan(150);
  });

  it.skipIf(!outside('hledger'))('one cent too much in our books would be seen', () => {
    const wrong = structuredClone(books.balances);
    wrong.get('bank')?.set('EUR', (wrong.get('bank')?.get('EUR') ?? 0n) + 1n);
    expect(() => checkHledger(request, wrong)).toThrow('assets:bank');
  });
});
