// What stands against a card becoming a member's badge. A card that could be taken for another badge is refused when it is
// enrolled, so that it need not be refused at every tap.

import { type Credential, enrolmentRefusal } from '../domain/access/credential.ts';
import { keysOf } from './badge-keys.ts';
import type { PeopleIndex } from './people-index.ts';
import type { Secrets } from './ports.ts';

export type JudgeCard = {
  readonly people: Pick<PeopleIndex, 'alike' | 'byMember'>;
  readonly secrets: Pick<Secrets, 'badgeKey'>;
};

export type CardRefusal = {
  readonly code: 'badge-random' | 'badge-partial' | 'badge-taken' | 'badge-ambiguous';
  /** Handle of the member whose badge stands in the way; null where none does. */
  readonly other: string | null;
};

/** @param wish `member` is whose badge it is to be; badges of theirs in `replaced` do not stand in the way */
export function judgeCard(
  { people, secrets }: JudgeCard,
  { card, member, replaced }: { card: Credential; member: string | null; replaced: 'all' | 'none' },
): CardRefusal | null {
  const unfit = enrolmentRefusal(card);
  if (unfit) return { code: unfit, other: null };
  const seen = keysOf(secrets, card);
  for (const held of people.alike(seen)) {
    if (held.member === member && replaced === 'all') continue;
    const holder = people.byMember(held.member);
    const isSame = holder?.badges.some(({ badge, key }) => badge === held.badge && key === seen[0].key);
    return { code: isSame ? 'badge-taken' : 'badge-ambiguous', other: holder?.handle ?? null };
  }
  return null;
}
