// How questions and answers are carried: over TCP with a header and a number (MODBUS Messaging on TCP/IP V1.0b, 3.1.3), over
// a serial line with an address and a checksum (MODBUS over Serial Line V1.02, 2.5.1). Streams may be cut anywhere.

import { answerLength } from './modbus-pdu.ts';

type Question = { readonly transaction: number; readonly unit: number; readonly pdu: Uint8Array };

/** `transaction` is null where the line has none. */
export type Answer = {
  readonly transaction: number | null;
  readonly unit: number;
  readonly pdu: Uint8Array;
};

export type Framing = {
  frame(question: Question): Uint8Array;
  /** A new stream of answers. */
  framer(): AnswerFramer;
};

export type AnswerFramer = {
  /** `broken`: this stream cannot be understood any more. */
  push(bytes: Uint8Array): { readonly answers: readonly Answer[]; readonly isBroken: boolean };
};

/** Transaction, protocol and length, two bytes each; the length counts from the unit on. */
const headerBytes = 6;
/** A unit and 253 bytes. */
const mostBytes = 254;

export const tcpFraming: Framing = {
  frame({ transaction, unit, pdu }) {
    const bytes = Buffer.alloc(headerBytes + 1 + pdu.length);
    bytes.writeUInt16BE(transaction, 0);
    bytes.writeUInt16BE(1 + pdu.length, 4);
    bytes[headerBytes] = unit;
    bytes.set(pdu, headerBytes + 1);
    return bytes;
  },
  framer() {
    let kept = Buffer.alloc(0);
    return {
      push(bytes) {
        let stream = Buffer.concat([kept, bytes.subarray(0, 4096)]);
        const answers: Answer[] = [];
        while (stream.length >= headerBytes) {
          const length = stream.readUInt16BE(4);
          if (stream.readUInt16BE(2) !== 0 || length < 2 || length > mostBytes)
            return { answers, isBroken: true };
          const end = headerBytes + length;
          if (stream.length < end) break;
          const pdu = Uint8Array.from(stream.subarray(headerBytes + 1, end));
          answers.push({ transaction: stream.readUInt16BE(0), unit: stream[headerBytes] ?? 0, pdu });
          stream = stream.subarray(end);
        }
        kept = Buffer.from(stream);
        return { answers, isBroken: false };
      },
    };
  },
};

export const rtuFraming: Framing = {
  frame({ unit, pdu }) {
    const bytes = Uint8Array.of(unit, ...pdu);
    const sum = crc16(bytes);
    // Low byte first.
    return Uint8Array.of(...bytes, sum & 0xff, sum >> 8);
  },
  framer() {
    let kept: Uint8Array = new Uint8Array(0);
    return {
      push(bytes) {
        const stream = Uint8Array.of(...kept, ...bytes.subarray(0, 4096));
        const answers: Answer[] = [];
        let at = 0;
        for (;;) {
          // Noise before an answer costs nothing but itself: what does not add up is passed by byte by byte.
          const length = answerLength(stream[at + 1] ?? 0);
          if (at + 1 < stream.length && length === null) {
            at += 1;
            continue;
          }
          const end = at + 1 + (length ?? 0) + 2;
          if (length === null || stream.length < end) break;
          if (crc16(stream.subarray(at, end - 2)) !== (stream[end - 2] ?? 0) + (stream[end - 1] ?? 0) * 256) {
            at += 1;
            continue;
          }
          answers.push({
            transaction: null,
            unit: stream[at] ?? 0,
            pdu: stream.slice(at + 1, end - 2),
          });
          at = end;
        }
        // Less than one answer waits for its end: the longest has eight bytes.
        kept = stream.slice(at);
        return { answers, isBroken: false };
      },
    };
  },
};

/** CRC-16 of Modbus: polynomial 0xA001, beginning with 0xFFFF (MODBUS over Serial Line V1.02, appendix B). */
export function crc16(bytes: Uint8Array): number {
  let sum = 0xffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >> 1) ^ 0xa001 : sum >> 1;
  }
  return sum;
}
