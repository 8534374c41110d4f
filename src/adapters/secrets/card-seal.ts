// Cards that must be handed to a reader later, encrypted under a key of their own that comes from the pepper: AES-256-GCM with
// a random nonce, bound to the badge, so that what is moved to another row says nothing.

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Secrets } from '../../gateway/ports.ts';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
/** A card has at most ten bytes. */
const mostBytes = 128;

export function createCardSeal(pepper: Uint8Array): Pick<Secrets, 'seal' | 'unseal'> {
  const key = Buffer.from(hkdfSync('sha256', pepper, Buffer.alloc(0), 'officina card seal', 32));
  return {
    seal({ badge, text }) {
      const nonce = randomBytes(nonceBytes);
      const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(badge, 'utf8'));
      const body = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
      return Buffer.concat([nonce, body, sealing.getAuthTag()]).toString('base64url');
    },
    unseal({ badge, sealed }) {
      const bytes = Buffer.from(sealed.slice(0, 2 * mostBytes), 'base64url');
      if (bytes.length <= nonceBytes + tagBytes || bytes.length > mostBytes) return null;
      const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      opening.setAAD(Buffer.from(badge, 'utf8')).setAuthTag(bytes.subarray(-tagBytes));
      try {
        const text = opening.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8');
        return text + opening.final('utf8');
      } catch {
        // The tag does not fit: damaged, of another badge, or sealed under another pepper.
        return null;
      }
    },
  };
}
