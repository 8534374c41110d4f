// How a reader writes the number of a card down. A spelling is data: it is chosen by the kind of the reader or learnt
// from one tap of a card that is known, and nothing is guessed when somebody taps.

import { type Credential, credential, type Unreadable, type View } from './credential.ts';

export type Spelling = {
  /**
   * `hex`: two digits a byte, with or without signs between them. `unpadded`: the same without leading zeros. `decimal`: one
   * number. `decimal-bytes`: one number a byte. `facility-card`: three and five digits, as printed on 26-bit cards.
   */
  readonly base: 'hex' | 'unpadded' | 'decimal' | 'decimal-bytes' | 'facility-card';
  /** Whether the byte that is first on the card comes first. */
  readonly order: 'forward' | 'reversed';
  /** What of the number the reader keeps. */
  readonly keeps: View;
  /** Bytes of a decimal number that is whole, which cannot be counted from its digits. */
  readonly bytes: number | null;
  /** Characters before and after the number that are not of it. */
  readonly before: number;
  readonly after: number;
};

/** Longer texts come from no reader. */
const maxText = 64;

const plain: Spelling = { base: 'hex', order: 'forward', keeps: 'whole', bytes: null, before: 0, after: 0 };
const spelling = (part: Partial<Spelling>): Spelling => ({ ...plain, ...part });

/** Every way of writing that some reader of the field has, by the name under which `officina.yaml` knows it. */
export const spellings = {
  hex: plain,
  'hex-reversed': spelling({ order: 'reversed' }),
  'hex-unpadded': spelling({ base: 'unpadded', keeps: 'unpadded' }),
  'hex-low32': spelling({ keeps: 'low32' }),
  'hex-low32-reversed': spelling({ keeps: 'low32', order: 'reversed' }),
  'hex-low24': spelling({ keeps: 'low24' }),
  'decimal-low32': spelling({ base: 'decimal', keeps: 'low32' }),
  'decimal-low32-reversed': spelling({ base: 'decimal', keeps: 'low32', order: 'reversed' }),
  'decimal-low24': spelling({ base: 'decimal', keeps: 'low24' }),
  'decimal-40': spelling({ base: 'decimal', bytes: 5 }),
  'decimal-bytes': spelling({ base: 'decimal-bytes' }),
  'facility-card': spelling({ base: 'facility-card', keeps: 'low24' }),
  /** Frame of a 125 kHz reader as text: ten digits and the two of its checksum. */
  'hex-with-checksum': spelling({ after: 2 }),
} as const satisfies Readonly<Record<string, Spelling>>;

export type SpellingName = keyof typeof spellings;
export const spellingNames = Object.keys(spellings) as readonly SpellingName[];

/** The card that a text of a reader with this spelling stands for. */
export function readSpelt(text: string, how: Spelling): Credential | Unreadable {
  if (text.length > maxText) return 'badge-unreadable';
  const bare = text.trim();
  const number = bare.slice(how.before, how.after === 0 ? undefined : -how.after);
  const bytes = readers[how.base](number, how);
  if (bytes === null) return 'badge-unreadable';
  if (how.keeps === 'unpadded') return unpadded(number);
  return credential(how.keeps, how.order === 'reversed' ? bytes.toReversed() : bytes);
}

/**
 * The spellings under which this text can stand for the known card, the most telling first; `isKnown` tells whether what
 * was read then is that card or the part of it that was seen. None: another card, or a
 * reader that we do not know; the first one is the one to keep.
 */
export function learnSpelling(text: string, isKnown: (seen: Credential) => boolean): readonly SpellingName[] {
  return spellingNames
    .filter((name) => {
      const read = readSpelt(text, spellings[name]);
      return typeof read !== 'string' && isKnown(read);
    })
    .sort((one, other) => breadth(spellings[other].keeps) - breadth(spellings[one].keeps));
}

const breadth = (view: View): number => ({ whole: 3, low32: 2, low24: 1, unpadded: 0 })[view];

type Reads = (number: string, how: Spelling) => Uint8Array | null;

const readers: Readonly<Record<Spelling['base'], Reads>> = {
  hex: (number) => {
    const digits = number.replaceAll(/[\s:-]/g, '');
    if (!/^(?:[0-9a-fA-F]{2}){3,10}$/.test(digits)) return null;
    return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  },
  // Where one byte ends cannot be told; only that there are digits, and not too many.
  unpadded: (number) => (/^[0-9a-fA-F]{3,20}$/.test(number) ? new Uint8Array(0) : null),
  decimal: (number, { keeps, bytes }) => {
    if (!/^[0-9]{1,24}$/.test(number)) return null;
    const count = keeps === 'low32' ? 4 : keeps === 'low24' ? 3 : (bytes ?? 0);
    const value = BigInt(number);
    return value < 1n << BigInt(8 * count) ? bigEndian(value, count) : null;
  },
  'decimal-bytes': (number) => {
    const parts = number.split('-');
    if (!parts.every((part) => /^[0-9]{1,3}$/.test(part) && Number(part) < 256)) return null;
    return Uint8Array.from(parts, Number);
  },
  'facility-card': (number) => {
    const found = /^([0-9]{1,3}),([0-9]{1,5})$/.exec(number);
    const [facility, card] = [Number(found?.[1]), Number(found?.[2])];
    return facility < 256 && card < 65_536 ? Uint8Array.of(facility, card >> 8, card & 0xff) : null;
  },
};

function unpadded(number: string): Credential | Unreadable {
  const digits = number.toLowerCase();
  return /^0+$/.test(digits) || /^f+$/.test(digits) ? 'badge-unreadable' : { view: 'unpadded', digits };
}

function bigEndian(value: bigint, count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, i) => Number((value >> BigInt(8 * (count - 1 - i))) & 0xffn));
}
