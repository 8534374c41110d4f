// A card written as a reader writes it is read back as that card, as far as that reader tells it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { credential, seenAs } from '../../../src/domain/access/credential.ts';
import { readSpelt, spellingNames, spellings } from '../../../src/domain/access/spelling.ts';
import { isWritable, writeSpelt } from '../../../src/domain/access/write-spelt.ts';

const card = (hex: string) => ({ view: 'whole', digits: hex }) as const;

describe('a written card', () => {
  it.each([
    ['hex', '040a1b0f', '040a1b0f'],
    ['hex-unpadded', '040a1b0f', '4a1bf'],
    ['hex-reversed', '94d8fc5f', '5ffcd894'],
    ['hex-low32', '14008ec793', '008ec793'],
    ['decimal-low24', '14008ec793', '9357203'],
    ['decimal-low32-reversed', '94d8fc5f', '1610406036'],
    ['decimal-40', '14008ec793', '85908703123'],
    ['decimal-40', '94d8fc5f', null],
    ['decimal-bytes', '94d8fc5f', '148-216-252-95'],
    ['facility-card', '14008ec793', null],
    ['hex-with-checksum', '14008ec793', null],
  ] as const)('%s of %s', (name, hex, text) => {
    expect(writeSpelt(card(hex), spellings[name])).toBe(text);
  });

  it('is read back as that card in every spelling that can be written', () => {
    let written = 0;
    const bytes = fc.uint8Array({ minLength: 4, maxLength: 10 });
    fc.assert(
      fc.property(bytes, fc.constantFrom(...spellingNames), (number, name) => {
        const whole = credential('whole', number);
        if (typeof whole === 'string') return;
        const text = writeSpelt(whole, spellings[name]);
        if (text === null) return;
        written += 1;
        expect(isWritable(spellings[name])).toBe(true);
        expect(readSpelt(text, spellings[name])).toEqual(seenAs(whole, spellings[name].keeps));
      }),
      { numRuns: 1000 },
    );
    expect(written).toBeGreaterThan(500);
  });
});
