// Frames of serial 125 kHz readers, found in a stream that may begin anywhere and hold noise. A frame counts when its
// length, its marks and its checksum are right; one byte of noise costs at most the frame that it is in.

/** `rdm6300` also stands for RDM630 and Grove, `id-12` for ID-2 and ID-20. */
export const readerModels = ['rdm6300', 'id-12', 'rf125-ps', '7941e'] as const;
export type ReaderModel = (typeof readerModels)[number];

export type Framer = {
  /** The numbers of the cards in the frames that these bytes complete, as hexadecimal digits. */
  push(bytes: Uint8Array): readonly string[];
  /** Frames that began and were not right. */
  broken(): number;
};

const first = 0x02;
const last = 0x03;
/** The longest frame is one of a 7941E with ten bytes of number. */
const longest = 16;

type Found = 'more' | 'broken' | { readonly digits: string; readonly length: number };

/** All are 9600 8N1 and begin with 0x02. */
export function frame125khz(model: ReaderModel): Framer {
  const read = models[model];
  let kept = new Uint8Array(0);
  let broken = 0;
  return {
    push(bytes) {
      const cards: string[] = [];
      let at = 0;
      const stream = Uint8Array.of(...kept, ...bytes.subarray(0, 4096));
      for (;;) {
        at = stream.indexOf(first, at);
        if (at === -1) break;
        const found = read(stream.subarray(at));
        if (found === 'more') break;
        if (found === 'broken') {
          broken += 1;
          at += 1;
          continue;
        }
        cards.push(found.digits);
        at += found.length;
      }
      kept = at === -1 ? new Uint8Array(0) : stream.slice(at, at + longest);
      return cards;
    },
    broken: () => broken,
  };
}

const models: Readonly<Record<ReaderModel, (from: Uint8Array) => Found>> = {
  rdm6300: (from) => ascii(from, [last]),
  'id-12': (from) => ascii(from, [0x0d, 0x0a, last]),
  // The checksum is one raw byte, which may itself be 0x02 or 0x03: the length decides.
  'rf125-ps': (from) => {
    if (from.length < 13) return hexSoFar(from.subarray(1, 11)) ? 'more' : 'broken';
    const bytes = parseHex(from.subarray(1, 11));
    if (!bytes || from[12] !== last || xor(bytes) !== from[11]) return 'broken';
    return { digits: digitsOf(bytes), length: 13 };
  },
  // The second byte is the length of the whole frame, the third the technology; the number has 3 to 10 bytes.
  '7941e': (from) => {
    const length = from[1];
    if (length === undefined) return 'more';
    if (length < 8 || length > 15) return 'broken';
    if (from.length < length) return 'more';
    const number = from.subarray(3, length - 2);
    const sum = xor(from.subarray(1, length - 2));
    if (from[length - 1] !== last || sum !== from[length - 2]) return 'broken';
    return { digits: digitsOf(number), length };
  },
};

/** Ten digits of the number, two of its checksum, then the end. */
function ascii(from: Uint8Array, end: readonly number[]): Found {
  const length = 13 + end.length;
  if (!hexSoFar(from.subarray(1, 13))) return 'broken';
  if (from.length < length) return 'more';
  const bytes = parseHex(from.subarray(1, 13));
  if (!bytes || end.some((byte, i) => from[13 + i] !== byte) || xor(bytes) !== 0) return 'broken';
  return { digits: digitsOf(bytes.subarray(0, 5)), length };
}

const hexSoFar = (text: Uint8Array): boolean => /^[0-9A-Fa-f]*$/.test(Buffer.from(text).toString('latin1'));

function parseHex(text: Uint8Array): Uint8Array | null {
  return hexSoFar(text) ? Buffer.from(Buffer.from(text).toString('latin1'), 'hex') : null;
}

const xor = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum ^ byte, 0);
const digitsOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
