// A reader of QR codes for the tests, written from the other end: it takes the mask from the format bits, follows the zigzag, puts
// the blocks together and demands that the syndromes of each block are nought. Level M, byte mode, versions 1 to 13.

import type { QrCode } from '../../../src/adapters/invoice-pdf/qr-code.ts';

/** Of level M (table 9): blocks and data words of each, and check words of a block. */
const table: readonly (readonly [
  check: number,
  ...groups: readonly (readonly [count: number, data: number])[],
])[] = [
  [10, [1, 16]],
  [16, [1, 28]],
  [26, [1, 44]],
  [18, [2, 32]],
  [24, [2, 43]],
  [16, [4, 27]],
  [18, [4, 31]],
  [22, [2, 38], [2, 39]],
  [22, [3, 36], [2, 37]],
  [26, [4, 43], [1, 44]],
  [30, [1, 50], [4, 51]],
  [22, [6, 36], [2, 37]],
  [22, [8, 37], [1, 38]],
];
const marksOf = [
  [],
  [18],
  [22],
  [26],
  [30],
  [34],
  [22, 38],
  [24, 42],
  [26, 46],
  [28, 50],
  [30, 54],
  [32, 58],
  [34, 62],
];

export function readQr(code: QrCode): Uint8Array {
  const size = code.length;
  const version = (size - 17) / 4;
  const [check, ...groups] = table[version - 1] ?? [0];
  const mask = maskOf(code);
  const bits: number[] = [];
  let up = true;
  for (let x = size - 1; x > 0; x -= 2, up = !up) {
    if (x === 6) x--;
    for (let row = 0; row < size; row++) {
      const y = up ? size - 1 - row : row;
      for (const column of [x, x - 1])
        if (!isFixed(column, y, version))
          bits.push(Number((code[y]?.[column] ?? false) !== isFlipped(mask, y, column)));
    }
  }
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, index) =>
    Number.parseInt(bits.slice(index * 8, index * 8 + 8).join(''), 2),
  );
  const lengths = groups.flatMap(([count, data]) => new Array<number>(count).fill(data));
  const blocks = lengths.map((): number[] => []);
  let next = 0;
  for (let place = 0; place < Math.max(...lengths); place++)
    for (const [index, block] of blocks.entries())
      if (place < (lengths[index] ?? 0)) block.push(words[next++] ?? 0);
  const data = blocks.flatMap((block) => [...block]);
  for (let place = 0; place < check; place++) for (const block of blocks) block.push(words[next++] ?? 0);
  for (const block of blocks)
    for (let root = 0; root < check; root++)
      if (syndrome(block, root) !== 0) throw new Error('a block is damaged');
  return payload(data, version);
}

function payload(data: readonly number[], version: number): Uint8Array {
  const text = data.map((word) => word.toString(2).padStart(8, '0')).join('');
  if (!text.startsWith('0100')) throw new Error('not in byte mode');
  const from = version < 10 ? 12 : 20;
  const count = Number.parseInt(text.slice(4, from), 2);
  return Uint8Array.from({ length: count }, (_, index) =>
    Number.parseInt(text.slice(from + index * 8, from + index * 8 + 8), 2),
  );
}

/** Both copies of the format must say the same, and level M. */
function maskOf(code: QrCode): number {
  const size = code.length;
  const at = (x: number, y: number): string => (code[y]?.[x] ? '1' : '0');
  const columns = [0, 1, 2, 3, 4, 5, 7, 8];
  const first = columns.map((x) => at(x, 8)).join('') + [7, 5, 4, 3, 2, 1, 0].map((y) => at(8, y)).join('');
  const low = [1, 2, 3, 4, 5, 6, 7].map((up) => at(8, size - up)).join('');
  const second = low + [8, 7, 6, 5, 4, 3, 2, 1].map((left) => at(size - left, 8)).join('');
  if (first !== second) throw new Error(`two formats: ${first} and ${second}`);
  const value = Number.parseInt(first, 2) ^ 0b101010000010010;
  if (value >> 13 !== 0) throw new Error('not level M');
  return (value >> 10) & 7;
}

function isFlipped(mask: number, i: number, j: number): boolean {
  const product = i * j;
  const rules = [
    ...[(i + j) % 2, i % 2, j % 3, (i + j) % 3, (Math.floor(i / 2) + Math.floor(j / 3)) % 2],
    ...[
      (product % 2) + (product % 3),
      ((product % 2) + (product % 3)) % 2,
      (((i + j) % 2) + (product % 3)) % 2,
    ],
  ];
  return rules[mask] === 0;
}

function isFixed(x: number, y: number, version: number): boolean {
  const size = version * 4 + 17;
  if (x === 6 || y === 6) return true;
  if ((x < 9 && y < 9) || (x < 9 && y >= size - 8) || (x >= size - 8 && y < 9)) return true;
  if (version > 6 && ((x < 6 && y >= size - 11) || (y < 6 && x >= size - 11))) return true;
  const marks = [6, ...(marksOf[version - 1] ?? [])];
  const last = size - 7;
  return marks.some((markY) =>
    marks.some((markX) => {
      const isCorner = (markX === 6 && (markY === 6 || markY === last)) || (markX === last && markY === 6);
      return !isCorner && version > 1 && Math.abs(markX - x) <= 2 && Math.abs(markY - y) <= 2;
    }),
  );
}

const powers: number[] = [];
for (let power = 0, value = 1; power < 255; power++) {
  powers.push(value);
  value = value < 128 ? value * 2 : (value * 2) ^ 0x11d;
}

/** The block as a polynomial at a power of two. */
function syndrome(block: readonly number[], root: number): number {
  return block.reduce((sum, word, index) => {
    if (word === 0) return sum;
    const power = powers.indexOf(word) + root * (block.length - 1 - index);
    return sum ^ (powers[power % 255] ?? 0);
  }, 0);
}
