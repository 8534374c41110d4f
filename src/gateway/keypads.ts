// The keypads beside readers: what is typed there becomes the PIN of a card. In memory only, one per described reader, for
// twenty seconds; it goes to the judge of the PIN and nowhere else.

import {
  askPin,
  holdCard,
  type Keypad,
  keypadAt,
  pressKey,
  tapWithPin,
  untouched,
} from '../domain/access/keypad.ts';
import type { Committer } from './commit.ts';
import type { Tap } from './gateway.ts';

export type Keypads = {
  /** @returns a tap that is to be judged anew, now with its PIN */
  press(pressed: { reader: string; key: string }): Tap | null;
  /** A card: with the PIN that was typed before it, unless the reader sent one itself. */
  card(tap: Tap): Tap;
  /** That card was refused for want of a PIN. @returns it, where one was typed meanwhile */
  ask(tap: Tap): Tap | null;
  /** The reader has gone. */
  gone(reader: string): void;
  /** Forgets what is too old. */
  settle(): void;
};

type Pad = {
  readonly keypad: Keypad;
  /** The newest card at that reader, while it may be asked for a PIN. */
  readonly card: Tap | null;
};

export type KeypadBox = {
  readonly committer: Pick<Committer, 'tentative' | 'stamp'>;
};

export function createKeypads({ committer }: KeypadBox): Keypads {
  const pads = new Map<string, Pad>();
  const monoMs = (): number => committer.stamp().monoMs;
  const padOf = (reader: string): Pad => pads.get(reader) ?? { keypad: untouched, card: null };
  const isDescribed = (reader: string): boolean =>
    Object.hasOwn(committer.tentative().workshop?.readers ?? {}, reader);
  const keep = (reader: string, pad: Pad): void => {
    if (isDescribed(reader)) pads.set(reader, pad);
  };
  /** A tap of its own: the one before was decided, and stays so. */
  const anew = (tap: Tap, pin: string): Tap => ({ ...tap, tap: tapWithPin(tap.tap), pin });

  return {
    press({ reader, key }) {
      const { keypad: before, card } = padOf(reader);
      const { keypad, pin } = pressKey(before, { key, monoMs: monoMs() });
      keep(reader, { keypad, card: pin === null ? card : null });
      return card && pin !== null ? anew(card, pin) : null;
    },
    card(tap) {
      const { keypad, pin } = holdCard(padOf(tap.reader).keypad, monoMs());
      const hasPin = typeof tap.pin === 'string';
      keep(tap.reader, { keypad, card: hasPin || pin !== null ? null : tap });
      return hasPin || pin === null ? tap : { ...tap, pin };
    },
    ask(tap) {
      const { keypad: before, card } = padOf(tap.reader);
      // Another card came in between: what is typed now is for that one.
      if (card?.tap !== tap.tap) return null;
      const { keypad, pin } = askPin(before, monoMs());
      keep(tap.reader, { keypad, card: pin === null ? card : null });
      return pin === null ? null : anew(card, pin);
    },
    gone: (reader) => void pads.delete(reader),
    settle() {
      for (const [reader, { keypad }] of pads) {
        if (keypad !== untouched && keypadAt(keypad, monoMs()) === untouched) pads.delete(reader);
      }
    },
  };
}
