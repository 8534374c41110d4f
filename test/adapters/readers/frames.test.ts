// Frames of serial readers and keys of USB readers: every place where a chunk may be cut, noise before and between, and
// no card from random bytes. The card is EM4100 14 00 8E C7 93, whose bytes give the checksum CE.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frame125khz, type ReaderModel, readerModels } from '../../../src/adapters/readers/frame-125khz.ts';
import { twoEqual } from '../../../src/adapters/readers/two-equal.ts';
import { wedgeKeys } from '../../../src/adapters/readers/wedge-keys.ts';
import { holdMs, nobody, seeCard } from '../../../src/domain/access/presence.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const frames: Readonly<Record<ReaderModel, Buffer>> = {
  rdm6300: latin1('\x0214008EC793CE\x03'),
  'id-12': latin1('\x0214008EC793CE\r\n\x03'),
  'rf125-ps': latin1('\x0214008EC793\xce\x03'),
  '7941e': Buffer.from([2, 10, 2, 0x14, 0x00, 0x8e, 0xc7, 0x93, 10 ^ 2 ^ 0xce, 3]),
};

describe.each(readerModels)('%s', (model) => {
  const frame = frames[model];

  it('finds the card wherever the frame is cut', () => {
    for (let cut = 0; cut <= frame.length; cut++) {
      const framer = frame125khz(model);
      expect([...framer.push(frame.subarray(0, cut)), ...framer.push(frame.subarray(cut))]).toEqual([
        '14008ec793',
      ]);
    }
  });

  it('finds it byte by byte, and again after noise', () => {
    const framer = frame125khz(model);
    const noise = [0xff, 0x02, 0x02, 0x31, 0x00];
    const found = [...noise, ...frame, ...noise, ...frame].flatMap((byte) =>
      framer.push(Uint8Array.of(byte)),
    );
    expect(found.at(-1)).toBe('14008ec793');
    expect(framer.broken()).toBeGreaterThan(0);
  });

  it('loses at most the frame that a wrong bit is in', () => {
    fc.assert(
      fc.property(fc.nat(frame.length - 1), fc.nat(7), (byte, bit) => {
        const damaged = Buffer.from(frame);
        damaged[byte] = (damaged[byte] ?? 0) ^ (1 << bit);
        const framer = frame125khz(model);
        const found = framer.push(Buffer.concat([damaged, frame, frame]));
        expect(found.filter((card) => card === '14008ec793').length).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

describe('random bytes', () => {
  it('inv. 10, 11: a million of them keep nothing and open nothing with two equal frames', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...readerModels),
        fc.uint8Array({ minLength: 4000, maxLength: 4000 }),
        (model, bytes) => {
          const sure = twoEqual();
          const cards = frame125khz(model)
            .push(bytes)
            .map((card) => sure(card, 0));
          expect(cards.filter((card) => card !== null)).toEqual([]);
        },
      ),
      { numRuns: 250 },
    );
  });

  it('one frame alone is not sure, two are, and not when the second comes late', () => {
    const sure = twoEqual();
    expect([sure('aa', 0), sure('aa', 100), sure('bb', 150), sure('bb', 500)]).toEqual([
      null,
      'aa',
      null,
      null,
    ]);
  });
});

describe('a USB reader that types', () => {
  const event = (code: number, value: number, type = 1) => {
    const bytes = Buffer.alloc(24);
    bytes.writeUInt16LE(type, 16);
    bytes.writeUInt16LE(code, 18);
    bytes.writeInt32LE(value, 20);
    return bytes;
  };
  const stroke = (code: number) => [
    event(4, 4, 4),
    event(code, 1),
    event(0, 0, 0),
    event(code, 0),
    event(0, 0, 0),
  ];
  const typed = (codes: readonly number[]) => Buffer.concat(codes.flatMap(stroke));

  it('types ten digits and Enter', () => {
    const codes = [11, 11, 11, 10, 4, 6, 8, 3, 11, 4, 28];
    expect(wedgeKeys().push(typed(codes))).toEqual(['0009357203']);
  });

  it('types letters, capitals, commas, and digits of the number pad', () => {
    const capital = Buffer.concat([event(42, 1), ...stroke(33), event(42, 0)]);
    expect(wedgeKeys().push(Buffer.concat([capital, typed([46, 51, 79, 96])]))).toEqual(['Fc,1']);
  });

  it('is read wherever the chunks are cut', () => {
    const all = typed([2, 3, 4, 28]);
    for (let cut = 0; cut <= all.length; cut++) {
      const keys = wedgeKeys();
      expect([...keys.push(all.subarray(0, cut)), ...keys.push(all.subarray(cut))]).toEqual(['123']);
    }
  });

  it('inv. 10: a line without end is bounded', () => {
    const keys = wedgeKeys();
    const [line] = keys.push(typed([...Array.from({ length: 500 }, () => 2), 28]));
    expect(line?.length).toBeLessThanOrEqual(65);
  });
});

describe('a card that is held', () => {
  it('is one tap while it lies there, and another one when it comes again', () => {
    let presence = nobody;
    const taps: boolean[] = [];
    for (const monoMs of [0, 1000, 2000, 5400, 5400 + holdMs]) {
      const seen = seeCard(presence, { text: 'aa', monoMs });
      presence = seen.presence;
      taps.push(seen.isTap);
    }
    expect(taps).toEqual([true, false, false, false, true]);
  });

  it('gives way to another card at once', () => {
    const first = seeCard(nobody, { text: 'aa', monoMs: 0 });
    expect(seeCard(first.presence, { text: 'bb', monoMs: 10 }).isTap).toBe(true);
  });
});
