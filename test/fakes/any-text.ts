// Any text that UTF-8 can carry, NUL and quotes included. fast-check's own `binary` strings take a second to prepare.

import fc from 'fast-check';

const points = fc.integer({ min: 0, max: 0x10ffff - 0x800 });

/** Skips the surrogates, which are no characters. */
const toCharacter = (point: number): string => String.fromCodePoint(point < 0xd800 ? point : point + 0x800);

export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(points, fc.integer({ min: 0, max: 127 })), { maxLength: 12 })
  .map((all) => all.map(toCharacter).join(''));
