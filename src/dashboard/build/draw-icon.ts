// Draws the mark as a PNG of any size, without a library: the path of `mark.svg` as polygons, filled by the even-odd rule
// with four by four samples per pixel. It knows the commands that the mark is made of, and says so of any other.

import { crc32, deflateSync } from 'node:zlib';

type Point = readonly [x: number, y: number];
type Polygon = readonly Point[];

export type IconOptions = {
  /** The attribute `d`, on a grid of 24. */
  readonly path: string;
  readonly sizePx: number;
  /** How much of the picture the grid takes: 1 all, less leaves a margin. */
  readonly share: number;
  /** `#rrggbb`; without a ground what is not drawn is transparent. */
  readonly colour: string;
  readonly ground?: string;
};

const grid = 24;
const samples = 4;
const partsOfCircle = 96;

export function drawIcon({ path, sizePx, share, colour, ground }: IconOptions): Uint8Array {
  const polygons = polygonsOf(path);
  const scale = grid / (sizePx * share);
  const margin = (sizePx * (1 - share)) / 2;
  const rows: Uint8Array[] = [];
  for (let y = 0; y < sizePx; y++) {
    // The first byte of a row names its filter: none.
    const row = new Uint8Array(1 + sizePx * 4);
    const covered = coverageOf(polygons, { y, sizePx, scale, margin });
    for (let x = 0; x < sizePx; x++) row.set(pixel(covered[x] ?? 0, colour, ground), 1 + x * 4);
    rows.push(row);
  }
  return png(sizePx, Buffer.concat(rows));
}

/** How much of each pixel of a row is inside, 0 to 1. */
function coverageOf(
  polygons: readonly Polygon[],
  { y, sizePx, scale, margin }: { y: number; sizePx: number; scale: number; margin: number },
): readonly number[] {
  const covered = new Array<number>(sizePx).fill(0);
  for (let step = 0; step < samples; step++) {
    const crossings = crossingsAt(polygons, (y + (step + 0.5) / samples - margin) * scale);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [from = 0, to = 0] = crossings
        .slice(index, index + 2)
        .map((at) => (at / scale + margin) * samples);
      for (let sample = Math.ceil(from - 0.5); sample <= Math.floor(to - 0.5); sample++) {
        const x = Math.floor(sample / samples);
        covered[x] = (covered[x] ?? 0) + 1 / samples ** 2;
      }
    }
  }
  return covered;
}

/** From left to right. */
function crossingsAt(polygons: readonly Polygon[], y: number): readonly number[] {
  const found = polygons.flatMap((polygon) =>
    polygon.flatMap(([x1, y1], index) => {
      const [x2, y2] = polygon[(index + 1) % polygon.length] ?? [x1, y1];
      return y1 <= y === y2 <= y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
    }),
  );
  return found.sort((one, other) => one - other);
}

function pixel(share: number, colour: string, ground: string | undefined): readonly number[] {
  const ink = rgb(colour);
  if (ground === undefined) return [...ink, Math.round(share * 255)];
  const under = rgb(ground);
  return [...ink.map((part, index) => Math.round(part * share + (under[index] ?? 0) * (1 - share))), 255];
}

const rgb = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** Absolute and relative lines, and arcs of circles. */
function polygonsOf(path: string): readonly Polygon[] {
  const polygons: Point[][] = [];
  let own: Point[] = [];
  let [x, y] = [0, 0];
  const to = (next: Point): void => {
    [x, y] = next;
    own.push(next);
  };
  for (const [, command = '', text = ''] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = [...text.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number);
    const take = (count: number) => numbers.splice(0, count) as [number, ...number[]];
    do {
      if (command === 'M') {
        own = [];
        polygons.push(own);
        to(take(2) as unknown as Point);
      } else if (command === 'V') to([x, take(1)[0]]);
      else if (command === 'v') to([x, y + take(1)[0]]);
      else if (command === 'H') to([take(1)[0], y]);
      else if (command === 'h') to([x + take(1)[0], y]);
      else if (command === 'a') {
        const [radius, , , isLarge = 0, isRight = 0, dx = 0, dy = 0] = take(7);
        const end: Point = [x + dx, y + dy];
        for (const point of arc([x, y], end, { radius, isLarge: isLarge === 1, isRight: isRight === 1 }))
          to(point);
      } else if (command !== 'Z')
        throw new Error(`mark.svg uses the command ${command}; draw-icon.ts does not know it.`);
    } while (numbers.length > 0);
  }
  return polygons;
}

/** SVG 2, B.2.4, for circles: the middle from both ends, then points along the way. */
function arc(
  [x1, y1]: Point,
  [x2, y2]: Point,
  { radius: asked, isLarge, isRight }: { radius: number; isLarge: boolean; isRight: boolean },
): readonly Point[] {
  const half = Math.hypot(x2 - x1, y2 - y1) / 2;
  const radius = Math.max(asked, half);
  const away = Math.sqrt(radius ** 2 - half ** 2) * (isLarge === isRight ? -1 : 1);
  const [cx, cy] = [
    (x1 + x2) / 2 - (away * (y2 - y1)) / (2 * half),
    (y1 + y2) / 2 + (away * (x2 - x1)) / (2 * half),
  ];
  const from = Math.atan2(y1 - cy, x1 - cx);
  const whole = Math.PI * 2;
  const turn = ((((Math.atan2(y2 - cy, x2 - cx) - from) * (isRight ? 1 : -1)) % whole) + whole) % whole;
  return Array.from({ length: partsOfCircle }, (_, index) => {
    const angle = from + (isRight ? 1 : -1) * turn * ((index + 1) / partsOfCircle);
    return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)] as const;
  });
}

/** PNG (ISO 15948): eight bits, red, green, blue and alpha. */
function png(sizePx: number, rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(sizePx, 0);
  header.writeUInt32BE(sizePx, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const parts = [
    part('IHDR', header),
    part('IDAT', deflateSync(rows, { level: 9 })),
    part('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...parts]);
}

function part(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
