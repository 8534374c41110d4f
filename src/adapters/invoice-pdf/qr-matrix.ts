// The picture of a QR code: finders, timing, alignment, format and version, then the words in their zigzag under the mask that
// has the least penalty (ISO/IEC 18004, 7.7 to 7.10).

type Grid = boolean[][];
type Drawing = { readonly size: number; readonly dark: Grid; readonly fixed: Grid };

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** @param words of the version, interleaved, with their check words */
export function drawMatrix({ version, words }: { version: number; words: Uint8Array }): readonly boolean[][] {
  const size = version * 4 + 17;
  const empty = (): Grid => Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  const base: Drawing = { size, dark: empty(), fixed: empty() };
  drawFixed(base, version);
  drawWords(base, words);
  const candidates = masks.map((_, mask) => masked(base, mask));
  const scores = candidates.map(penaltyOf);
  return candidates[scores.indexOf(Math.min(...scores))] ?? base.dark;
}

function set({ dark, fixed, size }: Drawing, [x, y]: readonly [number, number], isDark: boolean): void {
  if (x < 0 || y < 0 || x >= size || y >= size) return;
  const [darkRow, fixedRow] = [dark[y], fixed[y]];
  if (darkRow) darkRow[x] = isDark;
  if (fixedRow) fixedRow[x] = true;
}

function drawFixed(drawing: Drawing, version: number): void {
  const { size } = drawing;
  for (let at = 0; at < size; at++) {
    set(drawing, [6, at], at % 2 === 0);
    set(drawing, [at, 6], at % 2 === 0);
  }
  for (const [x, y] of [[3, 3] as const, [size - 4, 3] as const, [3, size - 4] as const])
    drawRings(drawing, { x, y, reach: 4 });
  const marks = alignments(version);
  const last = marks.length - 1;
  for (const [row, y] of marks.entries())
    for (const [column, x] of marks.entries()) {
      const isFinder = (row === 0 && (column === 0 || column === last)) || (row === last && column === 0);
      if (!isFinder) drawRings(drawing, { x, y, reach: 2 });
    }
  drawFormat(drawing, 0);
  if (version >= 7) drawVersion(drawing, version);
}

function drawRings(drawing: Drawing, { x, y, reach }: { x: number; y: number; reach: number }): void {
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      const ring = Math.max(Math.abs(dx), Math.abs(dy));
      set(drawing, [x + dx, y + dy], reach === 4 ? ring !== 2 && ring !== 4 : ring !== 1);
    }
}

/** Middles of the alignment marks, the same across and down (annex E). */
export function alignments(version: number): readonly number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  const size = version * 4 + 17;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => size - 7 - step * (count - 2 - index))];
}

/** Level M is 00; fifteen bits with BCH check bits, twice (7.9). */
export function formatBits(mask: number): number {
  let rest = mask;
  for (let bit = 0; bit < 10; bit++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  return ((mask << 10) | rest) ^ 0x5412;
}

function drawFormat(drawing: Drawing, mask: number): void {
  const { size } = drawing;
  const bits = formatBits(mask);
  const bit = (index: number): boolean => ((bits >>> index) & 1) === 1;
  for (let index = 0; index <= 5; index++) set(drawing, [8, index], bit(index));
  set(drawing, [8, 7], bit(6));
  set(drawing, [8, 8], bit(7));
  set(drawing, [7, 8], bit(8));
  for (let index = 9; index < 15; index++) set(drawing, [14 - index, 8], bit(index));
  for (let index = 0; index < 8; index++) set(drawing, [size - 1 - index, 8], bit(index));
  for (let index = 8; index < 15; index++) set(drawing, [8, size - 15 + index], bit(index));
  set(drawing, [8, size - 8], true);
}

function drawVersion(drawing: Drawing, version: number): void {
  let rest = version;
  for (let bit = 0; bit < 12; bit++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let index = 0; index < 18; index++) {
    const isDark = ((bits >>> index) & 1) === 1;
    const [far, near] = [drawing.size - 11 + (index % 3), Math.floor(index / 3)];
    set(drawing, [far, near], isDark);
    set(drawing, [near, far], isDark);
  }
}

/** Two columns at a time from the right, up and down in turns, past the column of the timing. */
function drawWords({ size, dark, fixed }: Drawing, words: Uint8Array): void {
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const isUp = ((right + 1) & 2) === 0;
      const y = isUp ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = dark[y];
        if (fixed[y]?.[x] || !row || bit >= words.length * 8) continue;
        row[x] = (((words[bit >> 3] ?? 0) >>> (7 - (bit & 7))) & 1) === 1;
        bit++;
      }
    }
  }
}

function masked({ size, dark, fixed }: Drawing, mask: number): boolean[][] {
  const flips = masks[mask];
  const copy = dark.map((row, y) =>
    row.map((isDark, x) => isDark !== (!fixed[y]?.[x] && flips?.(x, y) === true)),
  );
  drawFormat({ size, dark: copy, fixed: fixed.map((row) => [...row]) }, mask);
  return copy;
}

const finderLike = /(?=10111010000|00001011101)/g;

/** 7.8.3: runs, squares, what looks like a finder, and how far from half dark. */
function penaltyOf(dark: readonly boolean[][]): number {
  const size = dark.length;
  const columns = Array.from({ length: size }, (_, x) => dark.map((row) => row[x] ?? false));
  let penalty = 0;
  let darkCount = 0;
  for (const line of [...dark, ...columns]) {
    const text = line.map((isDark) => (isDark ? '1' : '0')).join('');
    for (const [run] of text.matchAll(/0{5,}|1{5,}/g)) penalty += run.length - 2;
    penalty += [...text.matchAll(finderLike)].length * 40;
  }
  for (const [y, row] of dark.entries())
    for (const [x, isDark] of row.entries()) {
      if (isDark) darkCount++;
      const [right, below, across] = [row[x + 1], dark[y + 1]?.[x], dark[y + 1]?.[x + 1]];
      if (right === isDark && below === isDark && across === isDark) penalty += 3;
    }
  const percent = (darkCount * 100) / (size * size);
  return penalty + Math.floor(Math.abs(percent - 50) / 5) * 10;
}
