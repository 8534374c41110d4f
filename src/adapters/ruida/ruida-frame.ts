// How a Ruida controller writes over UDP: each byte scrambled, a sum before what is sent to it, and values in seven bits
// per byte. Pure; an answer that is not whole is null, never a zero.

/** Of nearly all models; a controller with another one would take our questions for something else, so no other is tried. */
const magic = 0x88;

/** Bits 0 and 7 change places, then the magic, then one more. */
const scramble = (byte: number): number => ((swapEnds(byte) ^ magic) + 1) & 0xff;
const unscramble = (byte: number): number => swapEnds(((byte - 1) & 0xff) ^ magic);

const swapEnds = (byte: number): number => (byte & 0x7e) | ((byte & 0x01) << 7) | (byte >> 7);

/** A datagram to the controller: the sum of the scrambled bytes in two bytes, the high one first, then these. */
export function writeDatagram(payload: readonly number[]): Buffer {
  const bytes = payload.map(scramble);
  const sum = bytes.reduce((total, byte) => total + byte, 0) & 0xffff;
  return Buffer.from([sum >> 8, sum & 0xff, ...bytes]);
}

const acks = { taken: 0xcc, error: 0xcd, alive: 0xce, repeat: 0xcf } as const;

/** `DA 00` and the address: asks for a value, and changes nothing. */
export const readMemory = (address: number): readonly number[] => [
  ...[0xda, 0x00],
  Math.floor(address / 128) % 128,
  address % 128,
];

export type RuidaAnswer =
  | { readonly kind: keyof typeof acks }
  | { readonly kind: 'value'; readonly address: number; readonly value: number };

const valueBytes = 9;

/** What a datagram from the controller says, scrambled and without a sum; null when it is nothing that we know. */
export function readAnswer(datagram: Buffer): RuidaAnswer | null {
  if (datagram.length === 1) {
    const byte = unscramble(datagram[0] ?? 0);
    const found = Object.entries(acks).find(([, one]) => one === byte);
    return found ? { kind: found[0] as keyof typeof acks } : null;
  }
  if (datagram.length !== valueBytes) return null;
  const [command, way, ...rest] = [...datagram].map(unscramble);
  if (command !== 0xda || way !== 0x01 || rest.some((byte) => byte > 0x7f)) return null;
  return { kind: 'value', address: fromSevens(rest.slice(0, 2)), value: fromSevens(rest.slice(2)) };
}

/** The highest first; without shifts, which would cut 35 bits. */
const fromSevens = (bytes: readonly number[]): number => bytes.reduce((total, byte) => total * 128 + byte, 0);
