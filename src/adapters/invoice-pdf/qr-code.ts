// A QR code (ISO/IEC 18004) of bytes at error level M, versions 1 to 13: up to 331 bytes, as much as a payment code may have.
// Same bytes, same code: the mask is the one with the least penalty, the first of equals.

import { drawMatrix } from './qr-matrix.ts';

/** Rows of modules, true for dark; without the quiet zone of four modules. */
export type QrCode = readonly (readonly boolean[])[];

/** Of level M, by version: check words of a block, and blocks. */
const checkWords = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22] as const;
const blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9] as const;

/** Null where the bytes do not fit. */
export function qrCode(bytes: Uint8Array): QrCode | null {
  const version = blocks.findIndex((_, index) => bytes.length <= roomOf(index + 1)) + 1;
  if (version === 0) return null;
  return drawMatrix({ version, words: interleaved(dataWords(bytes, version), version) });
}

/** Modules that carry words, by version (table 1). */
function wordsOf(version: number): number {
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const marks = Math.floor(version / 7) + 2;
    modules -= (25 * marks - 10) * marks - 55;
    if (version >= 7) modules -= 36;
  }
  return Math.floor(modules / 8);
}

const tableAt = (table: readonly number[], version: number): number => table[version - 1] ?? 0;

const dataWordsOf = (version: number): number =>
  wordsOf(version) - tableAt(checkWords, version) * tableAt(blocks, version);

const countBits = (version: number): number => (version < 10 ? 8 : 16);

const roomOf = (version: number): number =>
  Math.floor((dataWordsOf(version) * 8 - 4 - countBits(version)) / 8);

/** Mode, count, bytes, terminator, and padding (7.4). */
function dataWords(bytes: Uint8Array, version: number): Uint8Array {
  const bits: number[] = [];
  const put = (value: number, length: number): void => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1);
  };
  put(4, 4);
  put(bytes.length, countBits(version));
  for (const byte of bytes) put(byte, 8);
  const room = dataWordsOf(version);
  put(0, Math.min(4, room * 8 - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  const words = new Uint8Array(room);
  for (const [index, bit] of bits.entries())
    words[index >> 3] = (words[index >> 3] ?? 0) | (bit << (7 - (index & 7)));
  for (let index = bits.length / 8, pad = 0xec; index < room; index++, pad ^= 0xec ^ 0x11) words[index] = pad;
  return words;
}

/** Blocks with their check words, one word of each in turn (7.6). */
function interleaved(data: Uint8Array, version: number): Uint8Array {
  const count = tableAt(blocks, version);
  const short = Math.floor(data.length / count);
  const longFrom = count - (data.length % count);
  const parts = Array.from({ length: count }, (_, index) => {
    const start = index * short + Math.max(0, index - longFrom);
    return data.subarray(start, start + short + (index >= longFrom ? 1 : 0));
  });
  const checks = parts.map((part) => checkOf(part, tableAt(checkWords, version)));
  const words: number[] = [];
  for (const rows of [parts, checks])
    for (let place = 0; place < Math.max(...rows.map((row) => row.length)); place++)
      for (const row of rows) if (place < row.length) words.push(row[place] ?? 0);
  return Uint8Array.from(words);
}

/** Reed-Solomon over GF(256) with 0x11d: the remainder of the words by the generator (annex A). */
export function checkOf(words: Uint8Array, degree: number): Uint8Array {
  const generator = generatorOf(degree);
  const rest = new Uint8Array(degree);
  for (const word of words) {
    const factor = word ^ (rest[0] ?? 0);
    rest.copyWithin(0, 1);
    rest[degree - 1] = 0;
    for (let index = 0; index < degree; index++)
      rest[index] = (rest[index] ?? 0) ^ times(generator[index] ?? 0, factor);
  }
  return rest;
}

function generatorOf(degree: number): Uint8Array {
  const generator = new Uint8Array(degree);
  generator[degree - 1] = 1;
  let root = 1;
  for (let step = 0; step < degree; step++) {
    for (let index = 0; index < degree; index++)
      generator[index] = times(generator[index] ?? 0, root) ^ (generator[index + 1] ?? 0);
    root = times(root, 2);
  }
  return generator;
}

function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((other >>> bit) & 1) * one;
  }
  return product;
}
