// Keys of tags that prove themselves: the diversification by NXP's vector, and a tag made by hand from those keys, of whose
// messages only unchanged ones are believed.

import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aesCmac } from '../../../src/adapters/secrets/aes-cmac.ts';
import { createSunReader, diversified } from '../../../src/adapters/secrets/sun-keys.ts';

const hex = (text: string) => Buffer.from(text, 'hex');
const reader = createSunReader(Buffer.alloc(32, 7));

/** What a tag with these keys mirrors at one reading (AN12196, chapter 3). */
function tagSays(uid: string, counter: number, keys = reader.keysOf(uid)): string {
  const count = Buffer.from([counter & 0xff, (counter >> 8) & 0xff, counter >> 16]);
  const cipher = createCipheriv('aes-128-cbc', keys.metaRead, Buffer.alloc(16)).setAutoPadding(false);
  const plain = Buffer.concat([Buffer.of(0xc7), hex(uid), count, Buffer.alloc(5, 9)]);
  const picc = Buffer.concat([cipher.update(plain), cipher.final()])
    .toString('hex')
    .toUpperCase();
  const session = aesCmac(keys.fileRead, Buffer.concat([hex('3cc300010080'), hex(uid), count]));
  const mac = aesCmac(session, Buffer.alloc(0)).filter((_, place) => place % 2 === 1);
  return `https://example.org/t?picc_data=${picc}&cmac=${Buffer.from(mac).toString('hex')}`;
}

describe('the keys of a tag', () => {
  it('are diversified as in AN10922, 2.2.1', () => {
    const input = hex('04782e21801d803042f54e585020416275');
    const key = diversified(hex('00112233445566778899aabbccddeeff'), input);
    expect(key.toString('hex')).toBe('a8dd63a3b89d54b37ca802473fda9175');
  });

  it('differ from tag to tag and from workshop to workshop', () => {
    const [one, other] = [reader.keysOf('04de5f1eacc040'), reader.keysOf('04de5f1eacc041')];
    const elsewhere = createSunReader(Buffer.alloc(32, 8)).keysOf('04de5f1eacc040');
    const keys = [one.metaRead, one.fileRead, other.fileRead, elsewhere.metaRead, elsewhere.fileRead];
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(5);
  });
});

describe('the message of a tag', () => {
  const uid = '04de5f1eacc040';

  it('is believed when the tag that it names made it', () => {
    for (const counter of [0, 1, 255, 256, 0xffffff])
      expect(reader.read(tagSays(uid, counter))).toEqual({ uid, counter, proven: true });
  });

  it('is not believed from keys of another tag, of another workshop, or with one character changed', () => {
    const mixed = { ...reader.keysOf('04de5f1eacc041'), metaRead: reader.keysOf(uid).metaRead };
    expect(reader.read(tagSays(uid, 5, mixed))).toMatchObject({ proven: false });
    const zero = { metaRead: Buffer.alloc(16), fileRead: Buffer.alloc(16) };
    expect(reader.read(tagSays(uid, 5, zero))).toMatchObject({ proven: false });
    const text = tagSays(uid, 5);
    fc.assert(
      fc.property(fc.integer({ min: text.indexOf('=') + 1, max: text.length - 1 }), (place) => {
        const digit = text[place] === '0' ? '1' : '0';
        const changed = `${text.slice(0, place)}${digit}${text.slice(place + 1)}`;
        expect(reader.read(changed)?.proven ?? false).toBe(false);
      }),
    );
  });

  it('is none where the text is a number or anything else', () => {
    expect(reader.read(uid)).toBeNull();
    fc.assert(
      fc.property(fc.string({ maxLength: 128 }), (text) => {
        expect(reader.read(text)?.proven ?? false).toBe(false);
      }),
    );
  });
});
