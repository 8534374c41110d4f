// Postings, balances, reversals and splits: tables for what is refused, properties for what always holds.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, isFilter, mayGoBelow, own, ruleOf } from '../../../src/domain/ledger/account.ts';
import { applyPosting, type Balances, balanceOf } from '../../../src/domain/ledger/balances.ts';
import { emptyBooks, enterInBooks } from '../../../src/domain/ledger/books.ts';
import { amountLimit, balanceLimit, checkPosting, type Posting } from '../../../src/domain/ledger/posting.ts';
import { reverse } from '../../../src/domain/ledger/reverse.ts';
import { split } from '../../../src/domain/ledger/split.ts';
import { isUnit, readUnit } from '../../../src/domain/ledger/unit.ts';
import { anyText } from '../../fakes/any-text.ts';
import { anyPosting, postedEntry, samplePosting } from '../../fakes/sample-postings.ts';

const balancesOf = (postings: readonly Posting[]): Balances => {
  const balances: Balances = new Map();
  for (const posting of postings) applyPosting(balances, posting);
  return balances;
};
const sorted = (balances: Balances): unknown =>
  [...balances].map(([account, units]) => [account, [...units].sort()]).sort();

describe('accounts and units', () => {
  it.each([
    ['member:01h', true, 'debit', true],
    ['bank', true, 'debit', true],
    ['vat:5.5', true, 'credit', true],
    ['wallet:anna', true, 'credit', false],
    ['deposit:anna', true, 'credit', false],
    ['allowance:anna-lasers', true, 'credit', false],
  ] as const)('%s is one', (account, is, side, below) => {
    const rule = ruleOf(account);
    expect([rule !== null, rule?.side, rule?.below]).toEqual([is, side, below]);
    expect(mayGoBelow(account)).toBe(below);
    expect(own(account, 5n)).toBe(side === 'debit' ? 5n : -5n);
    expect(isFilter(account)).toBe(true);
  });

  it.each([
    ...[
      '',
      ':',
      'member',
      'member:',
      'bank:x',
      'savings:x',
      'member:A',
      'member:a b',
      'member:a:b',
      '__proto__',
    ],
    ...['constructor:x', `member:${'a'.repeat(65)}`, 'member:a\n', 'income:"x"', 'toString'],
  ])('inv. 11: %j is none', (account) => {
    expect(ruleOf(account)).toBeNull();
  });

  it('covers one account, a kind, or all', () => {
    expect(covers('member:a', 'member:ab')).toBe(false);
    expect(covers('member:', 'member:ab')).toBe(true);
    expect(covers('', 'bank')).toBe(true);
    expect([isFilter('member:'), isFilter('bank:'), isFilter('x:'), isFilter('')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['hours:lasers', 3],
    ['minutes', 0],
    ['allowance:prints', 0],
    ['deposit:keys', 0],
  ])('%s has %d decimals', (unit, digits) => {
    expect(readUnit(unit)?.digits).toBe(digits);
    expect(isUnit(unit)).toBe(true);
  });

  it.each(['', 'eur', 'EURO', 'hours', 'hours:', 'hours:A', 'hours:a:b', '__proto__'])(
    '%j is no unit',
    (unit) => {
      expect([readUnit(unit), isUnit(unit)]).toEqual([null, false]);
    },
  );
});

const line = (account: string, minor: string, unit = 'EUR') => ({ account, unit, minor });

describe('a posting', () => {
  it.each([
    ['posting-unreadable', { lines: [] }],
    ['posting-unreadable', { lines: [line('bank', '1')] }],
    ['posting-unreadable', { kind: 'Use' }],
    ['posting-unreadable', { key: '' }],
    ['posting-unreadable', { key: 'a\nb' }],
    ['posting-unreadable', { reference: 'Zoë' }],
    ['posting-unreadable', { reference: ' a' }],
    ['posting-unreadable', { posting: 'x'.repeat(65) }],
    ['posting-unreadable', { dateMs: 0.5 }],
    ['account-unknown', { lines: [line('bank', '1'), line('nowhere', '-1')] }],
    ['unit-unknown', { lines: [line('bank', '1', 'EURO'), line('cash', '-1', 'EURO')] }],
    ...['0', '-0', '01', '1.5', '+1', '1e3', ' 1', '', '٣', '0x1', String(amountLimit + 1n)].map(
      (minor) => ['amount-wrong', { lines: [line('bank', minor), line('cash', '-1')] }] as const,
    ),
    ['line-repeated', { lines: [line('bank', '1'), line('bank', '1'), line('cash', '-2')] }],
    ['posting-unbalanced', { lines: [line('bank', '2'), line('cash', '-1')] }],
    ['posting-unbalanced', { lines: [line('bank', '1'), line('cash', '-1', 'JPY')] }],
  ] as const)('is refused with %s: %j', (code, changed) => {
    expect(checkPosting(samplePosting(changed as Partial<Posting>))).toMatchObject({ ok: false, code });
  });

  it('inv. 11: whatever stands in its texts, it is judged and never throws', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (account, unit, minor) => {
        const lines = [{ account, unit, minor }, line('bank', '1')];
        expect(checkPosting(samplePosting({ key: account, lines })).ok).toBe(false);
      }),
    );
  });

  it('inv. 5: one unit off in any line is refused', () => {
    fc.assert(
      fc.property(anyPosting, fc.nat(), (posting, at) => {
        expect(checkPosting(posting)).toEqual({ ok: true });
        const { lines } = posting;
        const wrong = lines.map((one, index) =>
          index === at % lines.length ? { ...one, minor: String(BigInt(one.minor) * 2n) } : one,
        );
        expect(checkPosting({ ...posting, lines: wrong })).toMatchObject({ code: 'posting-unbalanced' });
      }),
    );
  });

  it('inv. 5: sums of all balances are zero in each unit, in any order of the postings', () => {
    const some = fc.array(anyPosting, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        some.chain((postings) =>
          fc.tuple(fc.constant(postings), fc.shuffledSubarray(postings, { minLength: postings.length })),
        ),
        ([postings, shuffled]) => {
          const balances = balancesOf(postings);
          expect(sorted(balancesOf(shuffled))).toEqual(sorted(balances));
          const sums = new Map<string, bigint>();
          for (const units of balances.values())
            for (const [unit, minor] of units) sums.set(unit, (sums.get(unit) ?? 0n) + minor);
          expect([...sums.values()].every((sum) => sum === 0n)).toBe(true);
        },
      ),
    );
  });

  it('inv. 5: reversed it moves nothing, and reversed twice it is itself again', () => {
    fc.assert(
      fc.property(anyPosting, (posting) => {
        const back = reverse(posting, { posting: 'back', why: 'mistake', dateMs: posting.dateMs });
        expect(checkPosting(back)).toEqual({ ok: true });
        expect(balancesOf([posting, back])).toEqual(new Map());
        const again = reverse(back, { posting: 'again', why: 'other', dateMs: 0 });
        expect(again.lines).toEqual(posting.lines);
        expect(new Set([posting.key, back.key, again.key]).size).toBe(3);
      }),
    );
  });

  it('is refused where a balance would be beyond 64 bits, and nothing is entered', () => {
    const books = emptyBooks();
    const most = String(amountLimit);
    const enough = Number(balanceLimit / amountLimit);
    books.balances.set('bank', new Map([['EUR', BigInt(enough - 1) * amountLimit]]));
    const lines = [line('bank', most), line('cash', `-${most}`)];
    expect(enterInBooks(books, postedEntry(1, { lines }))).toBeNull();
    expect(enterInBooks(books, postedEntry(2, { lines }))).toContain('limit');
    expect(balanceOf(books.balances, line('bank', ''))).toBe(balanceLimit);
    expect(books.postings.size).toBe(1);
  });
});

describe('splitting', () => {
  const shares = fc.uniqueArray(
    fc.record({ id: fc.stringMatching(/^[a-z]{1,3}$/), weight: fc.bigInt({ min: 0n, max: 10_000n }) }),
    { minLength: 1, maxLength: 12, selector: ({ id }) => id },
  );

  it('inv. 5: parts add up, none is off by a whole unit, and the order of the shares says nothing', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), shares, (total, asked) => {
        fc.pre(asked.some(({ weight }) => weight > 0n));
        const parts = split(total, asked);
        expect(parts.reduce((sum, { minor }) => sum + minor, 0n)).toBe(total);
        const weights = asked.reduce((sum, { weight }) => sum + weight, 0n);
        for (const [at, { weight }] of asked.entries()) {
          const off = (parts[at]?.minor ?? 0n) * weights - total * weight;
          expect(off < weights && -off < weights).toBe(true);
        }
        const turned = split(total, asked.toReversed()).toReversed();
        expect(turned).toEqual(parts);
      }),
    );
  });

  it.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    [1n, [0n, 1n, 1n], [0n, 1n, 0n]],
    [0n, [5n, 5n], [0n, 0n]],
  ])('splits %s by %s into %s', (total, weights, parts) => {
    const asked = weights.map((weight, at) => ({ id: `id-${at}`, weight }));
    expect(split(total, asked).map(({ minor }) => minor)).toEqual(parts);
  });

  it('is a mistake of the caller where there is nothing to split by', () => {
    expect(() => split(5n, [])).toThrow(RangeError);
    expect(() => split(5n, [{ id: 'a', weight: 0n }])).toThrow(RangeError);
    expect(() =>
      split(5n, [
        { id: 'a', weight: -1n },
        { id: 'b', weight: 2n },
      ]),
    ).toThrow(RangeError);
  });
});
