// What a reader should hold in its list of badges, in its own spelling: what is owed to it, as far as the cards are known, and
// nothing that it could take for another badge.

import { owedAllowList, type WantedEntry } from '../domain/access/allow-list.ts';
import { seenAs } from '../domain/access/credential.ts';
import { type SpellingName, spellings } from '../domain/access/spelling.ts';
import { writeSpelt } from '../domain/access/write-spelt.ts';
import { keysOf } from './badge-keys.ts';
import type { Committer } from './commit.ts';
import type { PeopleIndex } from './people-index.ts';
import type { Secrets } from './ports.ts';
import { sealedCard } from './sealed-cards.ts';

export type PlanBox = {
  readonly committer: Pick<Committer, 'durable' | 'stamp'>;
  readonly people: Pick<PeopleIndex, 'byMember' | 'find'>;
  readonly secrets: Pick<Secrets, 'badgeKey' | 'unseal'>;
};

export type AllowListPlan = {
  readonly wanted: ReadonlyMap<string, WantedEntry>;
  /** Badges that are owed and whose card is not known well enough, and those beyond `mostBadges`. */
  readonly missing: number;
  readonly left: number;
  readonly seq: number;
  readonly monoMs: number;
};

/** Such a box has a file per badge and little room. */
const mostBadges = 1_000;

/** What that reader should hold, in its own spelling. */
export function planAllowList(box: PlanBox, reader: string, spelling: SpellingName): AllowListPlan {
  const { committer } = box;
  const state = committer.durable();
  const stamp = committer.stamp();
  const wanted = new Map<string, WantedEntry>();
  let [missing, left] = [0, 0];
  for (const [badge, { member, untilS }] of owedAllowList(state, reader, stamp)) {
    const uid = textOf(box, { badge, member, spelling });
    if (uid === null) missing += 1;
    else if (wanted.size >= mostBadges) left += 1;
    else wanted.set(uid, { user: pseudonym(box, reader, member), untilS });
  }
  return { wanted, missing, left, seq: state.seq, monoMs: stamp.monoMs };
}

type Named = { readonly badge: string; readonly member: string; readonly spelling: SpellingName };

/** The card as that reader writes it; null where it is not known, or that reader could take another one for it. */
function textOf({ people, secrets }: PlanBox, { badge, member, spelling }: Named): string | null {
  const held = people.byMember(member)?.badges.find((one) => one.badge === badge);
  const card = held ? sealedCard(secrets, held) : null;
  const seen = card && seenAs(card, spellings[spelling].keeps);
  if (!card || !seen) return null;
  const found = people.find(keysOf(secrets, seen));
  return typeof found === 'object' && found.badge === badge ? writeSpelt(card, spellings[spelling]) : null;
}

/** Another one at each reader, and no way back from it. */
const pseudonym = ({ secrets }: PlanBox, reader: string, member: string): string =>
  `o-${secrets.badgeKey(`pseudonym ${reader} ${member}`).slice(0, 10)}`;
