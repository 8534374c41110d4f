// What stands against a card becoming a member's badge. A card that could be taken for another badge is refused when it is
// enrolled, so that it need not be refused at every tap.

import { type Credential, enrolmentRefusal } from '../domain/access/credential.ts';
import { keysOf, type SeenKeys } from './badge-keys.ts';
import type { PeopleIndex } from './people-index.ts';
import type { BadgeKey, Secrets } from './ports.ts';

export type JudgeCard = {
  readonly people: Pick<PeopleIndex, 'alike' | 'byMember'>;
  readonly secrets: Pick<Secrets, 'badgeKey'>;
};

export type CardRefusal = {
  readonly code: 'badge-random' | 'badge-partial' | 'badge-taken' | 'badge-ambiguous';
  /** Handle of the member whose badge stands in the way; null where none does. */
  readonly other: string | null;
};

/**
 * @param wish `member` is whose badge it is to be. A list replaces badges of theirs that came by a list, and takes over those
 * that are this card; others of theirs, which stay, stand in the way like anybody's
 */
export function judgeCard(
  { people, secrets }: JudgeCard,
  { card, member, by }: { card: Credential; member: string | null; by: 'list' | 'tap' },
): CardRefusal | null {
  const unfit = enrolmentRefusal(card);
  if (unfit) return { code: unfit, other: null };
  const seen = keysOf(secrets, card);
  for (const held of people.alike(seen)) {
    const holder = people.byMember(held.member);
    const badge = holder?.badges.find((one) => one.badge === held.badge);
    const isOwn = held.member === member && by === 'list' && badge !== undefined;
    if (isOwn && (badge.from === 'list' || isCard(badge, seen))) continue;
    const isSame = badge?.key === seen[0].key;
    return { code: isSame ? 'badge-taken' : 'badge-ambiguous', other: holder?.handle ?? null };
  }
  return null;
}

/** Whether a card that was seen as widely as can be is this badge, which may be known by a part of it only. */
export const isCard = ({ key }: Pick<BadgeKey, 'key'>, seen: SeenKeys): boolean =>
  seen.some((one) => one.key === key);
