// Frames of a PN532 over its serial line (HSU): commands to it, answers and acknowledgements from it. Source: NXP PN532
// user manual (UM0701-02), 6.2.1.

/** What stands in the stream. `card`-less noise between frames is skipped. */
export type Pn532Frame =
  | { readonly kind: 'ack' }
  | { readonly kind: 'error' }
  /** `code` is the command's and one more; `data` what follows. */
  | { readonly kind: 'answer'; readonly code: number; readonly data: Uint8Array };

export type Pn532Framer = { push(bytes: Uint8Array): readonly Pn532Frame[] };

const toHost = 0xd5;
const toChip = 0xd4;
/** Wakes it from its sleep: it may stand before any frame. */
export const wakeUp = Uint8Array.of(0x55, 0x55, 0, 0, 0);

/** The longest normal frame: start, length, its complement, 255 bytes, checksum, end. */
const longest = 262;

/** A command frame; `data` is at most 253 bytes long. */
export function pn532Command(code: number, data: readonly number[] = []): Uint8Array {
  const body = [toChip, code, ...data];
  return Uint8Array.from([0, 0, 0xff, body.length, complement([body.length]), ...body, complement(body), 0]);
}

export function pn532Framer(): Pn532Framer {
  let kept = new Uint8Array(0);
  return {
    push(bytes) {
      const stream = Uint8Array.of(...kept, ...bytes.subarray(0, 4096));
      const frames: Pn532Frame[] = [];
      let at = 0;
      for (;;) {
        const start = indexOfStart(stream, at);
        if (start === -1) {
          // A start may be cut in two: its first two bytes are kept.
          at = Math.max(at, stream.length - 2);
          break;
        }
        const found = readFrame(stream.subarray(start + 3));
        if (found === 'more') {
          at = start;
          break;
        }
        if (found.frame) frames.push(found.frame);
        at = start + 3 + found.length;
      }
      kept = stream.slice(at, at + longest);
      return frames;
    },
  };
}

function indexOfStart(stream: Uint8Array, from: number): number {
  for (let at = from; at + 2 < stream.length; at++)
    if (stream[at] === 0 && stream[at + 1] === 0 && stream[at + 2] === 0xff) return at;
  return -1;
}

/** @param from after the start code */
function readFrame(from: Uint8Array): 'more' | { frame: Pn532Frame | null; length: number } {
  const [length, check] = from;
  if (length === undefined || check === undefined) return 'more';
  if (length === 0 && check === 0xff) return { frame: { kind: 'ack' }, length: 2 };
  // A false start is skipped byte by byte.
  if (((length + check) & 0xff) !== 0 || length === 0) return { frame: null, length: 0 };
  if (from.length < length + 3) return 'more';
  const body = from.slice(2, 2 + length);
  if (complement(body) !== from[2 + length]) return { frame: null, length: 0 };
  const [side, code] = body;
  if (length === 1 && side === 0x7f) return { frame: { kind: 'error' }, length: length + 3 };
  if (side !== toHost || code === undefined) return { frame: null, length: length + 3 };
  return { frame: { kind: 'answer', code, data: body.slice(2) }, length: length + 3 };
}

/** The byte that makes the sum of these zero. */
const complement = (bytes: Iterable<number>): number => {
  let sum = 0;
  for (const byte of bytes) sum += byte;
  return -sum & 0xff;
};
