// What a guesser of one dialect is given and gives, and the bounds that keep each guess an entry as `officina.yaml` may hold
// it: whatever does not fit them is left out.

import { type Fields, toFields } from './read-said.ts';

/** A device that nobody has described yet. */
export type Visitor = {
  readonly client: string;
  readonly user: string | null;
  /** Where it comes from; null when that is not known. */
  readonly address: string | null;
  /** Newest last; `text` may be cut. */
  readonly messages: readonly { readonly topic: string; readonly text: string }[];
  /** What a bridge listed of the devices behind it, read while the whole message was there. */
  readonly bridge?: BridgeList | null;
};

export type BridgeList = {
  readonly base: string;
  readonly guesses: readonly Guess[];
  /** All that are listed, also what is no plug. */
  readonly known: ReadonlySet<string>;
};

export type Guess = {
  readonly role: 'reader' | 'switch';
  readonly entry: { readonly kind: string } & Readonly<Record<string, string | number | boolean>>;
  /** In one sentence, with nothing in it that the device wrote but what stands in the entry. */
  readonly because: string;
  /** False where the dialect is known and this part of the device was not heard yet. */
  readonly isHeard: boolean;
};

export type Guesser = (visitor: Visitor) => readonly Guess[];

/** As the configuration wants it; our own topics are never those of a stock device. */
export const isTopic = (text: string): boolean =>
  text.length <= 128 &&
  /^[^\p{Cc} +#$]+$/u.test(text) &&
  !text.split('/').includes('') &&
  text.split('/')[0] !== 'officina';

export const isObjectId = (text: string): boolean => /^[A-Za-z0-9_-]{1,64}$/.test(text);

/** A name or an address, with or without a port. */
export const isHost = (text: string): boolean => /^[A-Za-z0-9._:-]{1,253}$/.test(text);

/** The JSON object in a text, null where there is none or only the beginning of one. */
export function fieldsIn(text: string): Fields | null {
  try {
    return toFields(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The objects in a list, also of one that was cut: those that are whole. */
export function wholeObjectsIn(text: string): readonly unknown[] {
  const found: unknown[] = [];
  let [depth, start, isQuoted] = [0, 0, false];
  for (let at = 0; at < text.length && found.length < mostObjects; at += 1) {
    const one = text[at];
    if (isQuoted && one === '\\') at += 1;
    else if (one === '"') isQuoted = !isQuoted;
    else if (!isQuoted && one === '{' && depth++ === 0) start = at;
    else if (!isQuoted && one === '}' && depth > 0 && --depth === 0) {
      const whole = fieldsIn(text.slice(start, at + 1));
      if (whole) found.push(Object.fromEntries(whole));
    }
  }
  return found;
}

/** More devices than one radio carries. */
const mostObjects = 300;
