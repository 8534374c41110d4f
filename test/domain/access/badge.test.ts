// Badges: one spelling of each, and nothing else gets in (invariant 11).

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTapId } from '../../../src/domain/access/badge.ts';
import { readSpelt, spellings } from '../../../src/domain/access/spelling.ts';

/** What stands in a list of members, or comes from a reader without a spelling. */
const canonicalBadge = (text: string): string | null => {
  const card = readSpelt(text, spellings.hex);
  return typeof card === 'string' ? null : card.digits;
};

const bytes = fc
  .uint8Array({ minLength: 3, maxLength: 10 })
  .filter((raw) => raw.some((byte) => byte !== 0) && raw.some((byte) => byte !== 255));
const hex = (raw: Uint8Array): string => Buffer.from(raw).toString('hex');

describe('a badge', () => {
  it('is the same in every spelling, and canonical again', () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom('', ' ', ':', '-'), fc.boolean(), (raw, separator, upper) => {
        const pairs = hex(raw).match(/../g) ?? [];
        const spelt = pairs.join(separator);
        const canonical = canonicalBadge(upper ? spelt.toUpperCase() : spelt);
        expect(canonical).toBe(hex(raw));
        expect(canonicalBadge(canonical ?? '')).toBe(canonical);
      }),
    );
  });

  it('inv. 11: is never made of anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const canonical = canonicalBadge(text);
        if (canonical !== null) expect(canonical).toMatch(/^(?:[0-9a-f]{2}){3,10}$/);
      }),
    );
  });

  it.each([
    '',
    'beef',
    '04a1b',
    '00000000',
    'FF:FF:FF:FF',
    '04a1b2c3d4e5f60718293a',
    'g4a1b2',
    '04a1b2\0',
    '٠٤a1b2',
    `${' '.repeat(60)}04a1b2c3`,
  ])('is not %j', (text) => expect(canonicalBadge(text)).toBeNull());
});

describe('the id of a tap', () => {
  it.each(['b:1', 'boot-7.a_B:000000000000001', `${'x'.repeat(40)}:9`])('is %j', (text) =>
    expect(isTapId(text)).toBe(true),
  );
  it.each([
    '',
    'b',
    ':1',
    'b:',
    'b:1:2',
    'b:x',
    'b 1:1',
    'b:1\n',
    `${'x'.repeat(41)}:9`,
    'b:1234567890123456',
  ])('is not %j', (text) => expect(isTapId(text)).toBe(false));
});
