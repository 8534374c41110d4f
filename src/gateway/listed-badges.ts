// Which badges a member has after a list: those that the list names, and those that were enrolled by a tap and that it does not
// name. A list takes away only what came by a list, and brings back nothing that was reported lost.

import type { Credential } from '../domain/access/credential.ts';
import { badgeOfCard, keysOf, type SeenKeys } from './badge-keys.ts';
import { listedCard } from './badge-mistakes.ts';
import type { MemberInput } from './gateway.ts';
import { isCard } from './judge-card.ts';
import type { PeopleIndex } from './people-index.ts';
import type { BadgeKey, Person, Secrets } from './ports.ts';
import { cardText } from './sealed-cards.ts';

export type ListBadges = {
  readonly people: Pick<PeopleIndex, 'byHandle' | 'lostBy'>;
  readonly secrets: Pick<Secrets, 'badgeKey' | 'seal'>;
  readonly newId: () => string;
  /** Whether some reader keeps a list of badges, for which cards must be kept. */
  readonly keepsCards: () => boolean;
};

export type ListedBadges = {
  readonly badges: readonly BadgeKey[];
  /** What the list names and is left away, in a sentence each. */
  readonly lost: readonly string[];
};

/** As many as a member may have. */
export const badgeLimit = 8;

/** @param row whose badges can be read */
export function listedBadges(box: ListBadges, row: MemberInput): ListedBadges {
  const known = box.people.byHandle(row.member);
  const listed: BadgeKey[] = [];
  const lost: string[] = [];
  for (const text of row.badges) {
    const card = listedCard(text);
    if (typeof card === 'string') continue;
    const seen = keysOf(box.secrets, card);
    const holder = box.people.lostBy(seen);
    if (holder) lost.push(sentence(card, holder));
    else listed.push(listedBadge(box, { known, card, seen }));
  }
  const named = new Set(listed.map(({ badge }) => badge));
  const tapped = (known?.badges ?? []).filter(({ from, badge }) => from === 'tap' && !named.has(badge));
  return { badges: [...listed, ...tapped.map((one) => keepOrForget(box, one))], lost };
}

type Listed = { readonly known: Person | undefined; readonly card: Credential; readonly seen: SeenKeys };

/** The badge that the member has already, whole with its views, or a new one; from now on it belongs to the list. */
function listedBadge(box: ListBadges, { known, card, seen }: Listed): BadgeKey {
  const same = known?.badges.find(({ key }) => key === seen[0].key);
  const before = same ?? known?.badges.find((held) => held.from === 'tap' && isCard(held, seen));
  const badge = before?.badge ?? box.newId();
  const sealedBefore = same?.sealed ?? null;
  const sealed = box.keepsCards()
    ? (sealedBefore ?? box.secrets.seal({ badge, text: cardText(card) }))
    : null;
  return badgeOfCard(seen, { badge, card, from: 'list', sealed });
}

const keepOrForget = ({ keepsCards }: ListBadges, held: BadgeKey): BadgeKey =>
  held.sealed === null || keepsCards() ? held : { ...held, sealed: null };

const sentence = ({ digits }: Credential, { handle }: Person): string =>
  `badge …${digits.slice(-4)} was reported lost by ${handle} and stays away; take it out of the list, or enrol it with a tap if it was found`;
