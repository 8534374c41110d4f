// What a stranger sends is shown as text, whatever it is.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safeText } from '../../../src/adapters/mqtt/safe-text.ts';

const shown = (text: string | Uint8Array, most = 512) => safeText(Buffer.from(text), most);

it.each([
  ['plain', '{"POWER":"ON"}', '{"POWER":"ON"}'],
  ['other letters', 'caffè ☕', 'caffè ☕'],
  ['a line break and a bell', 'a\nb\u0007', 'a\\x0Ab\\x07'],
  ['an escape sequence', '\u001b[2J', '\\x1B[2J'],
  ['text that would turn around', 'a\u202eb', 'a\\xE2\\x80\\xAEb'],
  ['what is no UTF-8', Uint8Array.of(0x41, 0xff, 0x00), 'A\\xFF\\x00'],
  ['nothing', '', ''],
])('%s', (_name, said, text) => {
  expect(shown(said)).toBe(text);
});

it('is cut between characters, and says so', () => {
  expect(shown('x'.repeat(512))).toBe('x'.repeat(512));
  expect(shown('x'.repeat(513))).toBe(`${'x'.repeat(509)}…`);
  expect(shown('é'.repeat(400))).toBe(`${'é'.repeat(254)}…`);
});

it('inv. 11: never holds a control character nor more than the bound', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.integer({ min: 8, max: 80 }), (bytes, most) => {
      const text = safeText(bytes, most);
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
    }),
  );
});
