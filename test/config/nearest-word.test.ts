// A suggestion is made when one word is near, and none when nothing is.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestWord } from '../../src/config/nearest-word.ts';

const known = ['requires', 'reader', 'switch', 'pool', 'kind', 'leaseS'];

describe('nearestWord', () => {
  it.each([
    ['requries', 'requires'],
    ['swich', 'switch'],
    ['READER', 'reader'],
    ['leases', 'leaseS'],
    ['pol', 'pool'],
    ['colour', null],
    ['', null],
    ['x'.repeat(1000), null],
  ])('%s → %s', (word, near) => {
    expect(nearestWord(word, known)).toBe(near);
  });

  it('a word with one letter lost is always found again', () => {
    fc.assert(
      fc.property(fc.constantFrom('requires', 'switch', 'leaseS'), fc.nat(20), (word, at) => {
        const lost = at % word.length;
        expect(nearestWord(word.slice(0, lost) + word.slice(lost + 1), known)).toBe(word);
      }),
    );
  });
});
