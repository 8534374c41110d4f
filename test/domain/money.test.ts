// Money: whole minor units, exact, rounded once.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyDigits, divideRounded, formatPrice, parsePrice } from '../../src/domain/money.ts';

const minor = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const digits = fc.integer({ min: 0, max: 4 });

describe('a price', () => {
  it.each([
    ['12', 2, 1200n],
    ['12.5', 2, 1250n],
    ['12.50', 2, 1250n],
    ['0.07', 2, 7n],
    ['007', 2, 700n],
    ['1500', 0, 1500n],
    ['0.125', 3, 125n],
  ] as const)('%s with %i decimals', (text, decimals, expected) =>
    expect(parsePrice(text, decimals)).toBe(expected),
  );

  it.each([
    ['', 2],
    ['-1', 2],
    ['+1', 2],
    ['1,50', 2],
    ['1.', 2],
    ['.5', 2],
    ['1.505', 2],
    ['1.5', 0],
    ['1e3', 2],
    ['0x10', 2],
    [' 1', 2],
    ['1\n', 2],
    ['١', 2],
    ['9'.repeat(13), 2],
  ])('%j with %i decimals is none', (text, decimals) => expect(parsePrice(text, decimals)).toBeUndefined());

  it('inv. 5: that is written and read again is the same', () => {
    const price = fc.bigInt({ min: 0n, max: 10n ** 12n - 1n });
    fc.assert(
      fc.property(price, digits, (amount, decimals) => {
        expect(parsePrice(formatPrice(amount, decimals), decimals)).toBe(amount);
      }),
    );
  });

  it('of less than nothing is its opposite with a sign', () => {
    fc.assert(
      fc.property(minor, digits, (amount, decimals) => {
        if (amount <= 0n) return;
        expect(formatPrice(-amount, decimals)).toBe(`-${formatPrice(amount, decimals)}`);
      }),
    );
    expect(formatPrice(0n, 2)).toBe('0.00');
    expect(formatPrice(-5n, 2)).toBe('-0.05');
  });

  it('has the decimals of its currency', () => {
    expect(['EUR', 'JPY', 'KWD'].map(currencyDigits)).toEqual([2, 0, 3]);
  });
});

describe('a division', () => {
  it('is off by half at most, and halves go away from zero', () => {
    fc.assert(
      fc.property(minor, fc.bigInt({ min: 1n, max: 10n ** 9n }), (numerator, denominator) => {
        const twice = 2n * (divideRounded(numerator, denominator) * denominator - numerator);
        expect(twice <= denominator && twice >= -denominator).toBe(true);
        if (twice === denominator || twice === -denominator) expect(twice < 0n).toBe(numerator < 0n);
        expect(divideRounded(-numerator, denominator)).toBe(-divideRounded(numerator, denominator));
      }),
    );
    expect([5n, -5n, 4n, 6n].map((n) => divideRounded(n, 10n))).toEqual([1n, -1n, 0n, 1n]);
  });

  it.each([0n, -1n])('by %s is a mistake of the caller', (by) =>
    expect(() => divideRounded(1n, by)).toThrow(RangeError),
  );
});
