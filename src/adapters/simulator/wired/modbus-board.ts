// A board of relays that speaks Modbus, over TCP with its header or on a serial line with its checksum. It has functions
// 01 and 05, no timer of its own, and the faults that boards have.

type BoardFault =
  /** A relay that does not follow. */
  | { readonly kind: 'stuck'; readonly coil: number }
  | { readonly kind: 'exception'; readonly exception: number }
  | { readonly kind: 'silent' }
  /** A wrong checksum, or a wrong transaction where there is none. */
  | { readonly kind: 'damaged' };

export type SimulatedBoard = {
  attach(listener: (bytes: Uint8Array) => void): { write(bytes: Uint8Array): void; detach(): void };
  step(nowMs: number): void;
  readonly coils: boolean[];
  /** For so many questions; left out, until another one or null. */
  fault(fault: BoardFault | null, questions?: number): void;
  /** Functions that were asked, in order. */
  readonly asked: number[];
};

const keptBytes = 512;

export function simulateBoard(board: {
  carriage: 'tcp' | 'rtu';
  unit: number;
  coils: number;
}): SimulatedBoard {
  const coils = Array.from({ length: board.coils }, () => false);
  const asked: number[] = [];
  let standing: BoardFault | null = null;
  let left = 0;
  const answer = (pdu: Buffer): Uint8Array => {
    const asks = pdu[0] ?? 0;
    asked.push(asks);
    const fault = standing;
    if (fault?.kind === 'exception') return Uint8Array.of(asks | 0x80, fault.exception);
    const [coil, value] = [pdu.readUInt16BE(1), pdu.readUInt16BE(3)];
    if (asks !== 1 && asks !== 5) return Uint8Array.of(asks | 0x80, 1);
    if (coil >= coils.length) return Uint8Array.of(asks | 0x80, 2);
    if (asks === 5) {
      if (value !== 0xff00 && value !== 0) return Uint8Array.of(asks | 0x80, 3);
      if (!(fault?.kind === 'stuck' && fault.coil === coil)) coils[coil] = value === 0xff00;
      return Uint8Array.from(pdu.subarray(0, 5));
    }
    if (value < 1 || coil + value > coils.length) return Uint8Array.of(asks | 0x80, 3);
    const bytes = new Uint8Array(Math.ceil(value / 8));
    for (let at = 0; at < value; at++)
      if (coils[coil + at]) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (1 << (at & 7));
    return Uint8Array.of(1, bytes.length, ...bytes);
  };
  return {
    coils,
    asked,
    fault: (fault, questions = Number.POSITIVE_INFINITY) => {
      standing = fault;
      left = questions;
    },
    step: () => {},
    attach(listener) {
      let kept = Buffer.alloc(0);
      const carriage = carriages[board.carriage];
      const write = (bytes: Uint8Array): void => {
        kept = Buffer.concat([kept, bytes]).subarray(-keptBytes);
        for (let found = carriage.next(kept); found; found = carriage.next(kept)) {
          kept = kept.subarray(found.end);
          if (found.pdu === null || found.unit !== board.unit) continue;
          const pdu = answer(found.pdu);
          const isDamaged = standing?.kind === 'damaged';
          if (standing?.kind !== 'silent') listener(carriage.frame(pdu, { ...found, isDamaged }));
          left -= 1;
          if (left <= 0) standing = null;
        }
      };
      return { write, detach: () => {} };
    },
  };
}

type Question = {
  readonly end: number;
  readonly transaction: number;
  readonly unit: number;
  /** Null when it is damaged, or not for us to read. */
  readonly pdu: Buffer | null;
};

type Carriage = {
  /** The next whole question; null when there is none yet. */
  next(stream: Buffer): Question | null;
  frame(pdu: Uint8Array, to: { transaction: number; unit: number; isDamaged: boolean }): Uint8Array;
};

const carriages: Readonly<Record<'tcp' | 'rtu', Carriage>> = {
  tcp: {
    next(stream) {
      if (stream.length < 7) return null;
      const end = 6 + stream.readUInt16BE(4);
      if (stream.length < end) return null;
      return { end, transaction: stream.readUInt16BE(0), unit: stream[6] ?? 0, pdu: stream.subarray(7, end) };
    },
    frame(pdu, { transaction, unit, isDamaged }) {
      const header = Buffer.alloc(6);
      header.writeUInt16BE((transaction + (isDamaged ? 1 : 0)) & 0xffff, 0);
      header.writeUInt16BE(pdu.length + 1, 4);
      return Uint8Array.of(...header, unit, ...pdu);
    },
  },
  rtu: {
    // Questions of functions 01 and 05 have eight bytes.
    next(stream) {
      if (stream.length < 8) return null;
      const isRight = checksum(stream.subarray(0, 6)) === stream.readUInt16LE(6);
      if (!isRight) return { end: 1, transaction: 0, unit: 0, pdu: null };
      return { end: 8, transaction: 0, unit: stream[0] ?? 0, pdu: stream.subarray(1, 6) };
    },
    frame(pdu, { unit, isDamaged }) {
      const bytes = Uint8Array.of(unit, ...pdu);
      const sum = checksum(bytes) ^ (isDamaged ? 1 : 0);
      return Uint8Array.of(...bytes, sum & 0xff, sum >> 8);
    },
  },
};

/** CRC-16 of Modbus, by a table of half bytes. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffff;
  for (const byte of bytes) {
    sum = (sum >> 4) ^ (halves[(sum ^ byte) & 15] ?? 0);
    sum = (sum >> 4) ^ (halves[(sum ^ (byte >> 4)) & 15] ?? 0);
  }
  return sum;
}

const halves = [
  ...[0x0000, 0xcc01, 0xd801, 0x1400, 0xf001, 0x3c00, 0x2800, 0xe401],
  ...[0xa001, 0x6c00, 0x7800, 0xb401, 0x5000, 0x9c01, 0x8801, 0x4400],
];
