// A picture of a machine as somebody sends it: told by its first bytes, never decoded, and without what a telephone
// writes into it about place, time and itself.

export type PhotoType = 'image/jpeg' | 'image/png';

export type PhotoRead =
  | { readonly ok: true; readonly type: PhotoType; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: 'photo-too-large' | 'photo-unreadable' };

export const photoLimitBytes = 1_048_576;

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What may be kept of a picture; the pixels stay as they are. */
export function readPhoto(bytes: Uint8Array): PhotoRead {
  if (bytes.length > photoLimitBytes) return { ok: false, code: 'photo-too-large' };
  const type = photoType(bytes);
  const kept = type === 'image/jpeg' ? plainJpeg(bytes) : type === 'image/png' ? plainPng(bytes) : null;
  return type === null || kept === null
    ? { ok: false, code: 'photo-unreadable' }
    : { ok: true, type, bytes: kept };
}

/** By the first bytes; null for anything else. */
export function photoType(bytes: Uint8Array): PhotoType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  return pngStart.every((byte, place) => bytes[place] === byte) ? 'image/png' : null;
}

const soi = 0xd8;
const sos = 0xda;
const eoi = 0xd9;

/**
 * ITU-T T.81, B.1.1: segments of a marker and a length up to the first scan, then pixels. Of application data only APP0
 * (JFIF) and APP14 (how colours are meant) stay, of comments none; null where the segments do not add up.
 */
function plainJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === soi || marker === eoi || marker === 0) return null;
    // A filling byte before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    if (marker === sos) return scansOnly(kept, bytes.subarray(at));
    const isApplication = marker >= 0xe0 && marker <= 0xef && marker !== 0xe0 && marker !== 0xee;
    if (!isApplication && marker !== 0xfe) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

/** Up to the end of the image: telephones put a second picture, with its own data, after it. */
function scansOnly(before: readonly Uint8Array[], scans: Uint8Array): Uint8Array | null {
  let at = 2 + (scans[2] ?? 0) * 256 + (scans[3] ?? 0);
  for (; at + 1 < scans.length; at++) {
    if (scans[at] !== 0xff) continue;
    const marker = scans[at + 1] ?? 0;
    if (marker === eoi) return joined([...before, scans.subarray(0, at + 2)]);
    // Within a progressive picture only tables and further scans stand between pixels.
    if (marker === 0xfe || (marker >= 0xe0 && marker <= 0xef)) return null;
  }
  return null;
}

/** What PNG (third edition, 5.6) needs to be drawn; text, time, EXIF and what is unknown goes. */
const drawnChunks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'sRGB', 'cHRM', 'pHYs', 'sBIT']);

function plainPng(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, pngStart.length)];
  let at = pngStart.length;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (drawnChunks.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return joined(kept);
    at = end;
  }
  return null;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
