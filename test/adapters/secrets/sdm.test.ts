// Secure dynamic messages of NTAG 424 DNA, by the vector of NXP's AN12196 and those of RFC 4493; no changed bit passes.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aesCmac } from '../../../src/adapters/secrets/aes-cmac.ts';
import { isSunProven, readSun, sunMessageOf } from '../../../src/adapters/secrets/sdm.ts';

const hex = (text: string) => Buffer.from(text, 'hex');

describe('AES-CMAC', () => {
  const key = hex('2b7e151628aed2a6abf7158809cf4f3c');
  const message = hex(
    '6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710',
  );
  it.each([
    [0, 'bb1d6929e95937287fa37d129b756746'],
    [16, '070a16b46b4d4144f79bdd9dd04a287c'],
    [40, 'dfa66747de9ae63030ca32611497c827'],
    [64, '51f0bebf7e3b9d92fc49741779363cfe'],
  ])('gives the value of RFC 4493 for %i bytes', (length, mac) => {
    expect(aesCmac(key, message.subarray(0, length)).toString('hex')).toBe(mac);
  });
});

describe('the message of a tag', () => {
  const keys = { metaRead: Buffer.alloc(16), fileRead: Buffer.alloc(16) };
  const text =
    'https://choose.url.com/ntag424?picc_data=EF963FF7828658A599F3041510671E88&cmac=94EED9EE65337086';
  const message = sunMessageOf(text);

  it('is the one of AN12196', () => {
    if (!message) throw new Error('the message is not read');
    const read = readSun(message, keys.metaRead);
    expect(read).toEqual({ uid: '04de5f1eacc040', counter: 61 });
    expect(read && isSunProven(message, read, keys.fileRead)).toBe(true);
  });

  it('is not proven with another key, nor with one bit changed anywhere', () => {
    if (!message) throw new Error('the message is not read');
    const bits = (message.piccData.length + message.cmac.length) * 4;
    fc.assert(
      fc.property(fc.nat(bits - 1), (bit) => {
        const all = hex(message.piccData + message.cmac);
        all[bit >> 3] = (all[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const changed = { piccData: all.toString('hex', 0, 16), cmac: all.toString('hex', 16) };
        const read = readSun(changed, keys.metaRead);
        expect(read !== null && isSunProven(changed, read, keys.fileRead)).toBe(false);
      }),
    );
    const read = readSun(message, keys.metaRead);
    expect(read && isSunProven(message, read, Buffer.alloc(16, 1))).toBe(false);
    expect(readSun(message, Buffer.alloc(16, 1))).toBeNull();
  });

  it.each(['', 'picc_data=', `${text}00`, text.replace('cmac', 'mac'), 'x'.repeat(400)])(
    'inv. 11: %s is none',
    (other) => {
      expect(sunMessageOf(other)).toBeNull();
    },
  );
});
