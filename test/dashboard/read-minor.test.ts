// Amounts as people type them.

import { expect, it } from 'vitest';
import { readMinor } from '../../src/dashboard/disputes/read-minor.ts';

it.each([
  ['2', 2, '200'],
  ['2,5', 2, '250'],
  [' 0.05 ', 2, '5'],
  ['0', 2, '0'],
  ['20', 0, '20'],
  ['2.555', 2, null],
  ['2.5', 0, null],
  ['-1', 2, null],
  ['1e3', 2, null],
  ['', 2, null],
] as const)('reads %j with %d decimals', (typed, digits, minor) => {
  expect(readMinor(typed, digits)).toBe(minor);
});
