// What is wrong with the badges of a list of members: cards that cannot be read or must not be enrolled, and those that
// are, or look like, a badge of somebody else, in the list or outside of it.

import type { Credential } from '../domain/access/credential.ts';
import { readSpelt, spellings } from '../domain/access/spelling.ts';
import { keysOf } from './badge-keys.ts';
import { type CardRefusal, type JudgeCard, judgeCard } from './judge-card.ts';
import type { PeopleIndex } from './people-index.ts';

export type BadgeMistake = { readonly code: string; readonly text: string };

/** The card that a list means: hexadecimal bytes, however they are separated. */
export const listedCard = (text: string) => readSpelt(text, spellings.hex);

/** @returns looks at one badge after the other, in the order of the list, and remembers them */
export function createBadgeCheck(
  box: JudgeCard & { readonly people: Pick<PeopleIndex, 'byHandle'> },
): (handle: string, text: string) => BadgeMistake | null {
  const whole = new Set<string>();
  const low32 = new Set<string>();
  return (handle, text) => {
    const card = listedCard(text);
    if (typeof card === 'string') {
      const help = 'a badge is 3 to 10 bytes in hexadecimal, for instance 04a1b2c3d4e580; read it again';
      return { code: card, text: help };
    }
    const member = box.people.byHandle(handle)?.member ?? null;
    const refused = judgeCard(box, { card, member, by: 'list' });
    if (refused) return { code: refused.code, text: sentences[refused.code](shown(card), refused.other) };
    const seen = keysOf(box.secrets, card);
    const part = seen.find(({ view }) => view === 'low32')?.key;
    const isTwice = whole.has(seen[0].key);
    const isAlike = part !== undefined && low32.has(part);
    whole.add(seen[0].key);
    if (part !== undefined) low32.add(part);
    if (isTwice) return { code: 'badge-twice', text: twice(shown(card)) };
    return isAlike
      ? { code: 'badge-ambiguous', text: sentences['badge-ambiguous'](shown(card), null) }
      : null;
  };
}

const shown = ({ digits }: Credential): string => `badge …${digits.slice(-4)}`;

const twice = (badge: string): string => `${badge} stands in this list twice; a badge has one holder`;

const sentences: Readonly<Record<CardRefusal['code'], (badge: string, other: string | null) => string>> = {
  'badge-random': (badge) => `${badge} gets a new number at each tap, as telephones do; use another card`,
  'badge-partial': (badge) => `${badge} was only read in part; read it with another reader`,
  'badge-taken': (badge, other) => `${badge} belongs to ${other}; take it from them first`,
  'badge-ambiguous': (badge, other) =>
    `${badge} ends like a badge of ${other ?? 'another row'}, and many readers tell only that; use another card`,
};
