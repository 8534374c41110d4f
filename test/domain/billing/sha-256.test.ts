// Our own SHA-256 against that of the runtime.

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from '../../../src/domain/billing/sha-256.ts';
import { tariffHash } from '../../../src/domain/billing/tariff-hash.ts';

it('is what the runtime says, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
    }),
  );
});

it('names a tariff by what it says, not by the order in which it says it', () => {
  const tariff = { pool: 'lasers', from: '2026-01-01', perHourMinor: '800', clock: 'operating' } as const;
  const turned = { clock: 'operating', perHourMinor: '800', from: '2026-01-01', pool: 'lasers' } as const;
  expect(tariffHash(turned)).toBe(tariffHash(tariff));
  expect(tariffHash({ ...tariff, perHourMinor: '801' })).not.toBe(tariffHash(tariff));
});
