// Ids: those that people choose, and those that we make.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isId, newId } from '../../src/domain/ids.ts';
import { createSeededChance } from '../fakes/seeded-chance.ts';

const ms = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const chance = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe('a new id', () => {
  it('has 26 characters of its alphabet, which is a chosen id too', () => {
    fc.assert(
      fc.property(ms, chance, (nowMs, bytes) => {
        expect(newId(nowMs, bytes)).toMatch(/^[0-7][0-9a-hjkmnp-tv-z]{25}$/);
        expect(isId(newId(nowMs, bytes))).toBe(true);
      }),
    );
  });

  it('sorts by its time, whatever the chance', () => {
    fc.assert(
      fc.property(ms, ms, chance, chance, (one, other, a, b) => {
        if (one < other) expect(newId(one, a) < newId(other, b)).toBe(true);
      }),
    );
  });

  it('differs when time or chance differs', () => {
    fc.assert(
      fc.property(ms, ms, chance, chance, (one, other, a, b) => {
        const same = one === other && Buffer.from(a).equals(Buffer.from(b));
        expect(newId(one, a) === newId(other, b)).toBe(same);
      }),
    );
    const source = createSeededChance(7);
    const ids = Array.from({ length: 20_000 }, () => newId(1_760_000_000_000, source.bytes(10)));
    expect(new Set(ids).size).toBe(20_000);
  });

  it('takes whole and broken milliseconds alike', () => {
    expect(newId(1000.9, new Uint8Array(10))).toBe(newId(1000, new Uint8Array(10)));
  });

  it.each([0, 9, 11])('with %i bytes of chance is a mistake of the caller', (count) => {
    expect(() => newId(0, new Uint8Array(count))).toThrow(RangeError);
  });
});

describe('an id that people choose', () => {
  it.each(['a', 'laser-2', '0', '-', 'x'.repeat(64), 'constructor'])('may be %j', (text) =>
    expect(isId(text)).toBe(true),
  );
  it.each(['', 'Laser', 'a b', 'a\n', 'x'.repeat(65), '__proto__', 'a/b', 'a+', 'è'])(
    'may not be %j',
    (text) => expect(isId(text)).toBe(false),
  );
});
