// The keyed hashes under which a card is found again, one for each way in which a reader may see it. Digits of a card
// exist only between the reader and this file.

import { type Credential, lookupTexts } from '../domain/access/credential.ts';
import { readSpelt, spellings } from '../domain/access/spelling.ts';
import type { Tap } from './gateway.ts';
import type { BadgeKey, BadgeView, Secrets } from './ports.ts';

/** The widest view first: that of the card as it was seen. */
export type SeenKeys = readonly [own: BadgeView, ...parts: BadgeView[]];

export function keysOf({ badgeKey }: Pick<Secrets, 'badgeKey'>, card: Credential): SeenKeys {
  const [own, ...parts] = lookupTexts(card).map(({ view, text }) => ({ view, key: badgeKey(text) }));
  if (!own) throw new RangeError('every card is seen in at least one view');
  return [own, ...parts];
}

/** The badge that a card becomes; only the last four digits of it are ever shown. */
export function badgeOfCard([own, ...parts]: SeenKeys, { badge, card, from, sealed }: NewBadge): BadgeKey {
  return { badge, key: own.key, views: parts, tail: card.digits.slice(-4), from, sealed };
}

type NewBadge = Pick<BadgeKey, 'badge' | 'from' | 'sealed'> & { readonly card: Credential };

/** The card that was tapped; `counter` is null where it only says its number. */
export function cardOf(
  { readSun }: Pick<Secrets, 'readSun'>,
  tap: Pick<Tap, 'badge' | 'spelling'>,
): TappedCard {
  const sun = readSun(tap.badge);
  if (sun === 'unproven') return sun;
  const card = readSpelt(sun?.uid ?? tap.badge, spellings[sun ? 'hex' : (tap.spelling ?? 'hex')]);
  return typeof card === 'string' ? 'unreadable' : { card, counter: sun?.counter ?? null };
}

type TappedCard = { readonly card: Credential; readonly counter: number | null } | 'unreadable' | 'unproven';

/** Whether a card that was seen is this badge, or the part of it that was seen is. */
export const isSeen = (held: BadgeKey, [own]: SeenKeys): boolean =>
  held.key === own.key || held.views.some(({ key }) => key === own.key);
