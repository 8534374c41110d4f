// AES-CMAC with 128-bit keys (RFC 4493), which Node's own module does not offer.

import { createCipheriv } from 'node:crypto';

const blockBytes = 16;

/** @param key 16 bytes */
export function aesCmac(key: Uint8Array, message: Uint8Array): Buffer {
  const first = double(encrypt(key, Buffer.alloc(blockBytes)));
  const isWhole = message.length > 0 && message.length % blockBytes === 0;
  const blocks = Math.max(1, Math.ceil(message.length / blockBytes));
  const padded = Buffer.alloc(blocks * blockBytes);
  padded.set(message);
  if (!isWhole) padded[message.length] = 0x80;
  const mask = isWhole ? first : double(first);
  let chained: Buffer = Buffer.alloc(blockBytes);
  for (let block = 0; block < blocks; block++) {
    const next = xor(chained, padded.subarray(block * blockBytes, (block + 1) * blockBytes));
    chained = encrypt(key, block === blocks - 1 ? xor(next, mask) : next);
  }
  return chained;
}

/** One block. */
function encrypt(key: Uint8Array, block: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]);
}

/** Times x in GF(2^128), for the two masks. */
function double(block: Buffer): Buffer {
  const doubled = Buffer.alloc(blockBytes);
  for (let at = 0; at < blockBytes; at++)
    doubled[at] = (((block[at] ?? 0) << 1) | ((block[at + 1] ?? 0) >> 7)) & 0xff;
  if ((block[0] ?? 0) & 0x80) doubled[blockBytes - 1] = (doubled[blockBytes - 1] ?? 0) ^ 0x87;
  return doubled;
}

const xor = (one: Uint8Array, other: Uint8Array): Buffer =>
  Buffer.from(one.map((byte, at) => byte ^ (other[at] ?? 0)));
