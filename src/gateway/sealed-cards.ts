// Cards in the sealed form that stands beside their badges, for the readers that keep lists of badges: made at enrolment, or at
// the next tap that is granted, and taken away as soon as no reader keeps a list.

import { type Credential, type View, views } from '../domain/access/credential.ts';
import { cardOf, keysOf } from './badge-keys.ts';
import type { Committer } from './commit.ts';
import type { Tap } from './gateway.ts';
import type { InTurn } from './in-turn.ts';
import type { PeopleIndex } from './people-index.ts';
import type { BadgeKey, Secrets } from './ports.ts';

export type SealedCards = {
  readonly committer: Pick<Committer, 'commit'>;
  readonly people: PeopleIndex;
  readonly secrets: Pick<Secrets, 'badgeKey' | 'readSun' | 'seal' | 'unseal'>;
  readonly inTurn: InTurn;
  /** Whether some reader keeps a list of badges, for which cards must be kept. */
  readonly keepsCards: () => boolean;
};

/** What is sealed of a card. */
export const cardText = ({ view, digits }: Credential): string => `${view} ${digits}`;

/** Null where nothing is sealed, or it cannot be opened any more. */
export function sealedCard(
  { unseal }: Pick<Secrets, 'unseal'>,
  { badge, sealed }: Pick<BadgeKey, 'badge' | 'sealed'>,
): Credential | null {
  const [word = '', digits = ''] = (sealed === null ? null : unseal({ badge, sealed }))?.split(' ') ?? [];
  const view = views.find((one): one is View => one === word);
  return view && /^[0-9a-f]{3,20}$/.test(digits) ? { view, digits } : null;
}

/** Seals the card of a tap that was granted, if less of it is known. Resolves when it is done; a failure waits for the next tap. */
export async function sealTapped(box: SealedCards, tap: Tap): Promise<void> {
  if (!box.keepsCards()) return;
  const tapped = cardOf(box.secrets, tap);
  if (typeof tapped === 'string') return;
  const { card } = tapped;
  const held = box.people.find(keysOf(box.secrets, card));
  if (held === undefined || held === 'ambiguous') return;
  await box.inTurn(async () => {
    const person = box.people.byMember(held.member);
    const badge = person?.badges.find((one) => one.badge === held.badge);
    if (!person || !badge || !isWider(card, sealedCard(box.secrets, badge))) return;
    const sealed = box.secrets.seal({ badge: badge.badge, text: cardText(card) });
    const badges = person.badges.map((one) => (one === badge ? { ...one, sealed } : one));
    await box.committer.commit([], { people: [{ kind: 'put', person: { ...person, badges } }] });
  });
}

/** Takes all of them away where no reader keeps a list any more. */
export async function forgetCards({ committer, people, inTurn, keepsCards }: SealedCards): Promise<void> {
  await inTurn(async () => {
    if (keepsCards()) return;
    const holders = [...people.all()].filter(({ badges }) => badges.some(({ sealed }) => sealed !== null));
    if (holders.length === 0) return;
    const bare = holders.map((person) => ({
      ...person,
      badges: person.badges.map((badge) => ({ ...badge, sealed: null })),
    }));
    await committer.commit([], { people: bare.map((person) => ({ kind: 'put', person })) });
  });
}

/** `views` goes from the widest to the narrowest. */
const isWider = (card: Credential, before: Credential | null): boolean =>
  before === null || views.indexOf(card.view) < views.indexOf(before.view);
