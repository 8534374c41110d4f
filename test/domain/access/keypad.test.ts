// The table of a keypad, and what must hold whatever is pressed: no PIN but what was typed, whole, in time, for that card.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askPin,
  holdCard,
  type Keypad,
  keypadAt,
  keypadMs,
  pressKey,
  untouched,
} from '../../../src/domain/access/keypad.ts';

/** A character a key; `c` a card, `?` its refusal for want of a PIN, `.` a second. @returns the PINs that came of it */
function played(script: string): { pins: string[]; keypad: Keypad } {
  let keypad = untouched;
  let monoMs = 1_000_000;
  const pins: string[] = [];
  for (const sign of script) {
    monoMs += sign === '.' ? 1000 : 0;
    if (sign === '.') continue;
    const step =
      sign === 'c'
        ? holdCard(keypad, monoMs)
        : sign === '?'
          ? askPin(keypad, monoMs)
          : pressKey(keypad, { key: sign, monoMs });
    keypad = step.keypad;
    if (step.pin !== null) pins.push(step.pin);
  }
  return { pins, keypad };
}
const long = '.'.repeat(20);

describe('a keypad', () => {
  it.each([
    ['PIN, then card', '1234c', ['1234']],
    ['PIN, ended, then card', '1234#c', ['1234']],
    ['eight digits', '12345678c', ['12345678']],
    ['three digits are none', '123c', []],
    ['nine digits are none', '123456789c', []],
    ['cleared', '99*1234c', ['1234']],
    ['cleared to nothing', '1234*c', []],
    ['begun anew after its end', '9999#1234c', ['1234']],
    ['in time', `1234${'.'.repeat(19)}c`, ['1234']],
    ['too late', `1234${long}c`, []],
    ['the time of the first digit counts', `12${'.'.repeat(10)}34${'.'.repeat(10)}c`, []],
    ['a second card gets nothing', '1234cc', ['1234']],
    ['card, then PIN', 'c?1234#', ['1234']],
    ['card, then PIN without an end', 'c?1234', []],
    ['card, then a short one, then a right one', 'c?12#1234#', ['1234']],
    ['card, then cleared', 'c?99*1234#', ['1234']],
    ['card, then PIN before the answer', 'c12?34#', ['1234']],
    ['card, then all of the PIN before the answer', 'c1234#?', ['1234']],
    ['card, then PIN too late', `c?1234${long}#`, []],
    ['card, then PIN just in time', `c?${'.'.repeat(15)}1234....#`, ['1234']],
    ['what was typed for one card is not for the next', 'c?1234c', []],
    ['a PIN is judged once', 'c?1234##', ['1234']],
    ['an end without digits', '#c', []],
    ['no card was held', '1234#', []],
    ['other keys are none', '12a34\u0000c', ['1234']],
  ])('%s', (_what, script, pins) => {
    expect(played(script).pins).toEqual(pins);
  });

  it('is wiped by the card, by its end and by time', () => {
    for (const script of ['1234c', 'c?1234#']) expect(played(script).keypad).toBe(untouched);
    expect(keypadAt(played('1234').keypad, 1_000_000 + keypadMs)).toBe(untouched);
  });

  it('inv. 10: keeps nine digits at most, and gives only what was typed since the last card', () => {
    let given = 0;
    const sign = fc.constantFrom(...'0123456789*#c?.'.split(''));
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
        const script = signs.join('');
        const { pins, keypad } = played(script);
        expect(keypad.digits.length).toBeLessThanOrEqual(9);
        given += pins.length;
        for (const pin of pins) {
          expect(pin).toMatch(/^[0-9]{4,8}$/);
          expect(script.replaceAll(/[.?]/g, '')).toContain(pin);
        }
        // Without a card there is none.
        if (!script.includes('c') && !script.includes('?')) expect(pins).toEqual([]);
      }),
      { numRuns: 2000 },
    );
    expect(given).toBeGreaterThan(50);
  });
});
