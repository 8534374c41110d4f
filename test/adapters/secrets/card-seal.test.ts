// Sealed cards come back for their own badge, under their own pepper, and unchanged; everything else is nothing.

import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCardSeal } from '../../../src/adapters/secrets/card-seal.ts';

const pepper = randomBytes(32);
const { seal, unseal } = createCardSeal(pepper);
const card = { badge: 'badge-1', text: 'whole 04a1b2c3d4e580' };

describe('a sealed card', () => {
  it('comes back for its badge, and looks different each time', () => {
    const [one, other] = [seal(card), seal(card)];
    expect(one).not.toBe(other);
    expect(one).not.toContain('04a1b2c3d4e580');
    expect([one, other].map((sealed) => unseal({ badge: 'badge-1', sealed }))).toEqual([
      card.text,
      card.text,
    ]);
  });

  it('says nothing for another badge, and nothing under another pepper', () => {
    const sealed = seal(card);
    expect(unseal({ badge: 'badge-2', sealed })).toBeNull();
    expect(createCardSeal(randomBytes(32)).unseal({ badge: 'badge-1', sealed })).toBeNull();
  });

  it('inv. 11: says nothing when one bit was changed, and for any other text', () => {
    const sealed = Buffer.from(seal(card), 'base64url');
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(unseal({ badge: 'badge-1', sealed: changed.toString('base64url') })).toBeNull();
    }
    fc.assert(fc.property(fc.string(), (text) => unseal({ badge: 'badge-1', sealed: text }) === null));
  });
});
