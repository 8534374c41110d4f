// Cuts the byte stream of one connection into MQTT packets by the fixed header alone (MQTT 3.1.1, 2.2). A length above
// the limit is refused when it is announced, before a byte of it is kept: memory per connection is one packet.

import type { RefusalReason } from './refusals.ts';

export type Frame = {
  /** Packet type, 1 to 15 (table 2.1). */
  readonly type: number;
  /** The low four bits of the first byte (table 2.2). */
  readonly flags: number;
  /** Fixed header and body, as they came. */
  readonly bytes: Buffer;
  /** What follows the fixed header. */
  readonly body: Buffer;
};

export type FrameLimits = { readonly connectBytes: number; readonly packetBytes: number };

export type Framer = {
  /** Whole packets in order, and why the connection must close after them, if so. */
  take(chunk: Buffer): { frames: Frame[]; fault: RefusalReason | null };
};

/** One byte of type and flags, one to four of length. */
const maxHeaderBytes = 5;

export const connectType = 1;

export function createFramer(limits: FrameLimits): Framer {
  let first = true;
  const header = Buffer.alloc(maxHeaderBytes);
  let headerBytes = 0;
  let packet: Buffer | null = null;
  let packetBytes = 0;

  const finish = (bytes: Buffer): Frame => {
    const frame = {
      type: (bytes[0] ?? 0) >> 4,
      flags: (bytes[0] ?? 0) & 15,
      bytes,
      body: bytes.subarray(headerBytes),
    };
    first = false;
    packet = null;
    headerBytes = 0;
    return frame;
  };

  /** The fault, or null; sets `packet` once the length is complete. */
  const readHeader = (byte: number): RefusalReason | null => {
    header[headerBytes++] = byte;
    if (headerBytes === 1) return first && byte >> 4 !== connectType ? 'connect-missing' : null;
    if (byte & 0x80) return headerBytes === maxHeaderBytes ? 'packet-malformed' : null;
    const length = remainingLength(header, headerBytes);
    if (length > (first ? limits.connectBytes : limits.packetBytes)) return 'packet-too-large';
    packet = Buffer.allocUnsafe(headerBytes + length);
    packetBytes = header.copy(packet, 0, 0, headerBytes);
    return null;
  };

  return {
    take(chunk) {
      const frames: Frame[] = [];
      let at = 0;
      while (at < chunk.length) {
        if (!packet) {
          const fault = readHeader(chunk[at++] ?? 0);
          if (fault) return { frames, fault };
        }
        if (!packet) continue;
        const wanted = Math.min(packet.length - packetBytes, chunk.length - at);
        packetBytes += chunk.copy(packet, packetBytes, at, at + wanted);
        at += wanted;
        if (packetBytes === packet.length) frames.push(finish(packet));
      }
      return { frames, fault: null };
    },
  };
}

/** Base 128, least significant first (2.2.3). */
function remainingLength(header: Buffer, headerBytes: number): number {
  let length = 0;
  for (let i = headerBytes - 1; i >= 1; i--) length = length * 128 + ((header[i] ?? 0) & 127);
  return length;
}
