// The keys of NTAG 424 DNA tags, all derived from the pepper, so that nothing more needs a backup: one by which every tag of
// the workshop hides its number, and one of its own for each tag (NXP AN10922, AES-128).

import { hkdfSync } from 'node:crypto';
import { aesCmac } from './aes-cmac.ts';
import { isSunProven, readSun, type SunKeys, sunMessageOf } from './sdm.ts';

type SunProof = {
  /** Seven bytes, hexadecimal. */
  readonly uid: string;
  readonly counter: number;
  /** Whether a tag with the key that belongs to this number made the message. */
  readonly proven: boolean;
};

export type SunReader = {
  /** Null where the text is no such message. Takes as long for a stranger's message as for one of ours. */
  read(text: string): SunProof | null;
  /** What is to be written into a tag: keys of metadata and of the file. */
  keysOf(uid: string): SunKeys;
};

/** The application of the tag, and ours, in the input of the diversification. */
const application = Buffer.from('d2760000850101', 'hex');
const system = Buffer.from('officina', 'ascii');

/** In place of a number that could not be read. */
const nobody = { uid: '00000000000000', counter: 0 } as const;

export function createSunReader(pepper: Uint8Array): SunReader {
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', pepper, Buffer.alloc(0), `officina sun ${purpose}`, 16));
  const [metaRead, master] = [derive('metadata'), derive('files')];
  const fileRead = (uid: string): Buffer =>
    diversified(master, Buffer.concat([Buffer.from(uid, 'hex'), application, system]));

  return {
    read(text) {
      const message = sunMessageOf(text);
      if (!message) return null;
      const found = readSun(message, metaRead);
      const { uid, counter } = found ?? nobody;
      const proven = isSunProven(message, { uid, counter }, fileRead(uid));
      return { uid, counter, proven: proven && found !== null };
    },
    keysOf: (uid) => ({ metaRead, fileRead: fileRead(uid) }),
  };
}

/** AN10922, 2.2: the CMAC over 01 and 16 to 31 bytes, which the padding brings to two blocks. */
export function diversified(master: Uint8Array, input: Uint8Array): Buffer {
  if (input.length < 16 || input.length > 31) throw new RangeError('diversification takes 16 to 31 bytes');
  return aesCmac(master, Buffer.concat([Buffer.of(1), input]));
}
