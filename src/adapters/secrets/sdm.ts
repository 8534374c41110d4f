// What an NTAG 424 DNA writes into its message at each reading (SUN, secure dynamic messaging): its number and a counter,
// encrypted, and a proof that the tag made it. Source: NXP AN12196, chapters 3 and 4.

import { createDecipheriv, timingSafeEqual } from 'node:crypto';
import { aesCmac } from './aes-cmac.ts';

export type SunMessage = { readonly piccData: string; readonly cmac: string };

/** Keys of one tag, 16 bytes each. */
export type SunKeys = { readonly metaRead: Uint8Array; readonly fileRead: Uint8Array };

export type SunRead = {
  /** Seven bytes, hexadecimal. */
  readonly uid: string;
  /** Grows by one at each reading; one that does not grow was read before. */
  readonly counter: number;
};

/** The two parts as they stand in the message `…?picc_data=…&cmac=…`; null where there are none. */
export function sunMessageOf(text: string): SunMessage | null {
  const found = /^[\x21-\x7e]{0,200}?picc_data=([0-9A-Fa-f]{32})&cmac=([0-9A-Fa-f]{16})$/.exec(
    text.slice(0, 300),
  );
  return found?.[1] && found[2] ? { piccData: found[1], cmac: found[2] } : null;
}

/** What the tag says it is, by the key that all tags of a workshop share; not yet proven. Null: not made with that key. */
export function readSun({ piccData }: SunMessage, metaRead: Uint8Array): SunRead | null {
  const decipher = createDecipheriv('aes-128-cbc', metaRead, Buffer.alloc(16)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(Buffer.from(piccData, 'hex')), decipher.final()]);
  // Number and counter are there, and the number has seven bytes (table "PICCDataTag").
  if (plain[0] !== 0xc7) return null;
  return { uid: plain.subarray(1, 8).toString('hex'), counter: plain.readUIntLE(8, 3) };
}

/** Whether the tag with this key made the message. Takes the same time for a right and a wrong proof. */
export function isSunProven({ cmac }: SunMessage, { uid, counter }: SunRead, fileRead: Uint8Array): boolean {
  const session = Buffer.alloc(16);
  session.set([0x3c, 0xc3, 0x00, 0x01, 0x00, 0x80]);
  session.set(Buffer.from(uid, 'hex'), 6);
  session.writeUIntLE(counter, 13, 3);
  // The input of the proof is empty where it begins at itself. Its sixteen bytes are cut to the ones at odd places.
  const whole = aesCmac(aesCmac(fileRead, session), new Uint8Array(0));
  return timingSafeEqual(
    whole.filter((_, at) => at % 2 === 1),
    Buffer.from(cmac, 'hex'),
  );
}
