// The keys of a keypad beside a reader, as the PIN of a card: typed before it, or after it when the card was refused for want
// of one. What was typed is kept for twenty seconds at most, and is gone with the card.

import { isPin } from './level.ts';

export type Keypad = {
  /** Never more than one above what a PIN may have: such a number is none. */
  readonly digits: string;
  /** `#` was pressed: what is typed next begins anew. */
  readonly isEnded: boolean;
  /** A card waits for its PIN. */
  readonly isAsked: boolean;
  /** Monotonic time of the first digit, or of the question. */
  readonly sinceMonoMs: number;
};

/** `pin` is to be judged now, with the card that waits or was held to the reader. */
export type KeypadStep = { readonly keypad: Keypad; readonly pin: string | null };

export const untouched: Keypad = {
  digits: '',
  isEnded: false,
  isAsked: false,
  sinceMonoMs: Number.NEGATIVE_INFINITY,
};

/** How long what was typed waits for a card, and a card for what is typed. */
export const keypadMs = 20_000;
const mostDigits = 9;

/** What is left of it at that time. */
export const keypadAt = (keypad: Keypad, monoMs: number): Keypad =>
  monoMs - keypad.sinceMonoMs < keypadMs ? keypad : untouched;

/** A key was pressed: a digit, `*` to clear, `#` to end; anything else is no key. */
export function pressKey(before: Keypad, { key, monoMs }: { key: string; monoMs: number }): KeypadStep {
  const keypad = keypadAt(before, monoMs);
  if (key === '*') return { keypad: cleared(keypad), pin: null };
  if (key === '#') return ended(keypad);
  if (!/^[0-9]$/.test(key)) return { keypad, pin: null };
  const typed = keypad.isEnded ? '' : keypad.digits;
  const digits = `${typed}${key}`.slice(0, mostDigits);
  const isFirst = typed === '' && !keypad.isAsked;
  const sinceMonoMs = isFirst ? monoMs : keypad.sinceMonoMs;
  return { keypad: { ...keypad, digits, isEnded: false, sinceMonoMs }, pin: null };
}

/** A card was held to the reader: it takes what was typed with it. */
export function holdCard(before: Keypad, monoMs: number): KeypadStep {
  const { digits, isAsked } = keypadAt(before, monoMs);
  // What was typed for another card is not for this one.
  return { keypad: untouched, pin: !isAsked && isPin(digits) ? digits : null };
}

/** The newest card was refused for want of a PIN; one that was typed meanwhile counts. */
export function askPin(before: Keypad, monoMs: number): KeypadStep {
  const keypad = { ...keypadAt(before, monoMs), isAsked: true, sinceMonoMs: monoMs };
  return keypad.isEnded ? ended(keypad) : { keypad, pin: null };
}

/**
 * The id of a card's tap once it is told anew with its PIN: the next number, which readers with a keypad leave free for it,
 * so that it is neither a repetition nor of another boot.
 */
export function tapWithPin(tap: string): string {
  const [boot = '', counter = ''] = tap.split(':');
  return `${boot}:${Number(counter) + 1}`;
}

/** The question stays, the digits go. */
const cleared = (keypad: Keypad): Keypad =>
  keypad.isAsked ? { ...keypad, digits: '', isEnded: false } : untouched;

function ended(keypad: Keypad): KeypadStep {
  if (!keypad.isAsked)
    return { keypad: keypad.digits === '' ? untouched : { ...keypad, isEnded: true }, pin: null };
  return isPin(keypad.digits)
    ? { keypad: untouched, pin: keypad.digits }
    : { keypad: cleared(keypad), pin: null };
}
