// What a card says of itself, apart from how a reader spells it: the bytes of its number, and how much of it there is.
// Cheap readers tell only the lower part; such a part may stand for a card only while exactly one card fits.

/**
 * How much of a card's number was seen. `whole`: all bytes. `low32`, `low24`: its last four or three bytes.
 * `unpadded`: hexadecimal bytes written without their leading zeros, so that two cards may look alike.
 */
export const views = ['whole', 'low32', 'low24', 'unpadded'] as const;
export type View = (typeof views)[number];

export type Credential = {
  readonly view: View;
  /** Lower-case hexadecimal digits, the byte that is first on the card first; whole bytes but for `unpadded`. */
  readonly digits: string;
};

/** Why a number is no card's. */
export type Unreadable = 'badge-unreadable';

/** Numbers of cards have 3 to 10 bytes (ISO 14443-3: 4, 7 or 10; EM4100: 5); all zeros and all ones are what broken readers send. */
const limits = { leastBytes: 3, mostBytes: 10 } as const;

/** @param bytes as many as the reader tells */
export function credential(view: View, bytes: Uint8Array): Credential | Unreadable {
  const least = view === 'low32' ? 4 : limits.leastBytes;
  if (bytes.length < least || bytes.length > limits.mostBytes) return 'badge-unreadable';
  if (bytes.every((byte) => byte === 0) || bytes.every((byte) => byte === 0xff)) return 'badge-unreadable';
  return { view, digits: digitsOf(view, bytes) };
}

/** What of a card a reader with another view would see; a part tells nothing of what is wider. */
export function seenAs({ view, digits }: Credential, as: View): Credential | null {
  if (view === as) return { view, digits };
  if (view === 'unpadded' || as === 'whole') return null;
  const bytes = bytesOf(digits);
  if (as === 'unpadded') return view === 'whole' ? { view: as, digits: digitsOf(as, bytes) } : null;
  const count = as === 'low32' ? 4 : 3;
  if (bytes.length < count || (view === 'low24' && as === 'low32')) return null;
  const seen = credential(as, bytes);
  return typeof seen === 'string' ? null : seen;
}

/** Under which texts a card is found again: one per view in which some reader may see it. Never shown, only hashed. */
export function lookupTexts(card: Credential): readonly { readonly view: View; readonly text: string }[] {
  return views.flatMap((view) => {
    const seen = seenAs(card, view);
    // The whole number alone stands for itself, as it stood before there were views.
    return seen ? [{ view, text: view === 'whole' ? seen.digits : `${view} ${seen.digits}` }] : [];
  });
}

/**
 * Why a card must not become a badge although it can be read; null when nothing is against it. A number of four bytes that
 * begins with 08 is made up anew at each reading (ISO 14443-3, random UID), as telephones do.
 */
export function enrolmentRefusal({ view, digits }: Credential): 'badge-random' | 'badge-partial' | null {
  if (view === 'unpadded') return 'badge-partial';
  return view === 'whole' && digits.length === 8 && digits.startsWith('08') ? 'badge-random' : null;
}

function digitsOf(view: View, bytes: Uint8Array): string {
  const shown = view === 'low32' ? bytes.slice(-4) : view === 'low24' ? bytes.slice(-3) : bytes;
  return Array.from(shown, (byte) => {
    const digits = byte.toString(16);
    return view === 'unpadded' ? digits : digits.padStart(2, '0');
  }).join('');
}

function bytesOf(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
