// One card, many spellings: the golden table of two cards as every reader of the field writes them, and round trips over
// random cards. A part of a number never stands for more than it says.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Credential,
  credential,
  enrolmentRefusal,
  lookupTexts,
  seenAs,
} from '../../../src/domain/access/credential.ts';
import {
  learnSpelling as learnFrom,
  readSpelt,
  type SpellingName,
  spellingNames,
  spellings,
} from '../../../src/domain/access/spelling.ts';

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const whole = (hex: string): Credential => credential('whole', bytes(hex)) as Credential;

const learnSpelling = (text: string, known: Credential) =>
  learnFrom(text, (seen) => seenAs(known, seen.view)?.digits === seen.digits);

const em4100 = whole('14008ec793');
const mifare = whole('94d8fc5f');
const padded = whole('040a1b0f');

type Row = readonly [source: string, card: Credential, name: SpellingName, text: string];

const golden: readonly Row[] = [
  ['raw serial frame', em4100, 'hex-with-checksum', '14008EC793CE'],
  ['esp-rfid 125 kHz', em4100, 'hex', '14008ec793'],
  ['esp-rfid v2, RC522', mifare, 'hex', '94d8fc5f'],
  ['esp-rfid v1', padded, 'hex-unpadded', '4a1bf'],
  ['Tasmota RDM6300', em4100, 'hex-low32', '008EC793'],
  ['Tasmota RC522 and PN532', mifare, 'hex', '94D8FC5F'],
  ['ESPHome rdm6300', em4100, 'decimal-low32', '9357203'],
  ['ESPHome rc522', mifare, 'hex', '94-D8-FC-5F'],
  ['keyboard wedge 10D, 125 kHz', em4100, 'decimal-low32', '0009357203'],
  ['keyboard wedge 10D', mifare, 'decimal-low32', '2497248351'],
  ['keyboard wedge 10D, reversed', mifare, 'decimal-low32-reversed', '1610406036'],
  ['keyboard wedge, Wiegand text', em4100, 'facility-card', '142,51091'],
  ['Wiegand 26', em4100, 'decimal-low24', '9357203'],
  ['Wiegand 34, reversed', mifare, 'hex-reversed', '5FFCD894'],
  ['bytes as decimals', mifare, 'decimal-bytes', '148-216-252-95'],
  ['40-bit decimal', em4100, 'decimal-40', '85908703123'],
];

describe('one card, one badge', () => {
  it.each(golden)('%s', (_, card, name, text) => {
    const read = readSpelt(text, spellings[name]);
    expect(read).toEqual(seenAs(card, spellings[name].keeps));
    expect(learnSpelling(text, card)).toContain(name);
  });

  it('does not take one card for the other, in any spelling', () => {
    for (const [, card, name, text] of golden) {
      const other = card === em4100 ? mifare : em4100;
      expect(learnSpelling(text, other), `${name} ${text}`).toEqual([]);
    }
  });

  it('keeps the most telling spelling that a known card allows', () => {
    expect(learnSpelling('94D8FC5F', mifare)[0]).toBe('hex');
    expect(learnSpelling('9357203', em4100)[0]).toBe('decimal-low32');
  });

  it('reads back what any reader writes of any card', () => {
    const card = fc.uint8Array({ minLength: 4, maxLength: 10 });
    fc.assert(
      fc.property(card, fc.constantFrom(...spellingNames), (number, name) => {
        const text = write(number, name);
        const made = credential('whole', number);
        if (text === null || typeof made === 'string') return;
        const seen = seenAs(made, spellings[name].keeps);
        const read = readSpelt(text, spellings[name]);
        expect(typeof read === 'string' ? null : read).toEqual(seen);
      }),
    );
  });

  it('inv. 11: answers any text with a card or with a no, never with a fault', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 90, unit: 'binary' }),
        fc.constantFrom(...spellingNames),
        (text, name) => {
          const read = readSpelt(text, spellings[name]);
          if (read === 'badge-unreadable') return;
          expect(read.digits).toMatch(/^[0-9a-f]{3,20}$/);
        },
      ),
    );
  });
});

describe('how much of a card was seen', () => {
  it('a part tells nothing of what is wider', () => {
    const low24 = seenAs(em4100, 'low24');
    expect(low24).toEqual({ view: 'low24', digits: '8ec793' });
    expect(low24 && seenAs(low24, 'low32')).toBeNull();
    expect(low24 && seenAs(low24, 'whole')).toBeNull();
  });

  it('finds a whole card under each of its parts, and a part only under what is narrower', () => {
    expect(lookupTexts(em4100)).toEqual([
      { view: 'whole', text: '14008ec793' },
      { view: 'low32', text: 'low32 008ec793' },
      { view: 'low24', text: 'low24 8ec793' },
      { view: 'unpadded', text: 'unpadded 1408ec793' },
    ]);
    const low32 = seenAs(em4100, 'low32');
    expect(low32 && lookupTexts(low32).map(({ view }) => view)).toEqual(['low32', 'low24']);
  });

  it('two cards that an unpadded reader cannot tell apart look alike, and only there', () => {
    const alike = [whole('01120304'), whole('11020304')];
    expect(seenAs(alike[0] as Credential, 'unpadded')).toEqual(seenAs(alike[1] as Credential, 'unpadded'));
    expect(alike[0]).not.toEqual(alike[1]);
  });

  it.each(['00000000', 'ffffffff', '0000', 'ff', '00112233445566778899aa'])('%s is no card', (hex) => {
    expect(credential('whole', bytes(hex))).toBe('badge-unreadable');
  });

  it('refuses to enrol what is made up anew at each reading, and what was only half seen', () => {
    expect(enrolmentRefusal(whole('08a1b2c3'))).toBe('badge-random');
    expect(enrolmentRefusal(whole('08a1b2c3d4e5f6'))).toBeNull();
    expect(enrolmentRefusal({ view: 'unpadded', digits: '4a1bf' })).toBe('badge-partial');
    expect(enrolmentRefusal(mifare)).toBeNull();
  });
});

/** How a reader of that kind writes the number, made without the code under test; null where it has no such card. */
function write(number: Uint8Array, name: SpellingName): string | null {
  const hex = (part: Uint8Array) => Buffer.from(part).toString('hex');
  const decimal = (part: Uint8Array) => BigInt(`0x${hex(part)}`).toString();
  const last = (count: number) => number.slice(-count);
  const makers: Readonly<Record<SpellingName, () => string | null>> = {
    hex: () => hex(number),
    'hex-reversed': () => hex(number.toReversed()),
    'hex-unpadded': () => Array.from(number, (byte) => byte.toString(16)).join(''),
    'hex-low32': () => hex(last(4)),
    'hex-low32-reversed': () => hex(last(4).toReversed()),
    'hex-low24': () => hex(last(3)),
    'decimal-low32': () => decimal(last(4)),
    'decimal-low32-reversed': () => decimal(last(4).toReversed()),
    'decimal-low24': () => decimal(last(3)),
    'decimal-40': () => (number.length === 5 ? decimal(number) : null),
    'decimal-bytes': () => [...number].join('-'),
    'facility-card': () => `${number.at(-3)},${(number.at(-2) ?? 0) * 256 + (number.at(-1) ?? 0)}`,
    'hex-with-checksum': () => `${hex(number)}00`,
  };
  return makers[name]();
}
