// A tap at a reader that waits for a card: it becomes a member's badge, or tells how the reader writes cards, and starts
// nothing. A card that is refused leaves the reader waiting for a better one.

import { badgeCounted } from '../domain/access/decide-tap.ts';
import type { RefusalCode } from '../domain/access/refusal.ts';
import { learnSpelling } from '../domain/access/spelling.ts';
import { noteTap, refuseTap, type TapDecision, type TapRequest } from '../domain/access/tap-decision.ts';
import { badgeOfCard, cardOf, isSeen, keysOf, type SeenKeys } from './badge-keys.ts';
import type { Committer } from './commit.ts';
import type { Tap } from './gateway.ts';
import { isCard, judgeCard } from './judge-card.ts';
import { badgeLimit } from './listed-badges.ts';
import type { PeopleIndex } from './people-index.ts';
import type { BadgeKey, PeopleChange, Person, Secrets } from './ports.ts';
import { cardText } from './sealed-cards.ts';
import type { WantedCards } from './wanted-cards.ts';

export type TakeCard = {
  readonly committer: Committer;
  readonly people: PeopleIndex;
  readonly secrets: Pick<Secrets, 'badgeKey' | 'readSun' | 'seal'>;
  readonly newId: () => string;
  readonly wanted: WantedCards;
  readonly keepsCards: () => boolean;
};

export type TakenCard = {
  readonly decision: TapDecision;
  readonly people: readonly PeopleChange[];
  /** To be called once it is durable. */
  readonly done: () => void;
};

/** @returns null where no card is waited for */
export function takeCard(box: TakeCard, tap: Tap, request: TapRequest): TakenCard | null {
  const wanted = box.wanted.at(tap.reader);
  if (wanted === null) return null;
  const no = (code: RefusalCode, values: TapDecision['values'] = {}): TakenCard => {
    const decision = refuseTap(box.committer.tentative(), request, { code, values });
    return { decision, people: [], done: () => undefined };
  };
  if (wanted.kind === 'enrol') return enrol(box, { tap, request, member: wanted.member, no });
  const found = spellingsOf(box, { text: tap.badge, badge: wanted.badge });
  if (found.length === 0) return no('badge-strange');
  const done = (): void => {
    box.wanted.done(tap.reader);
    wanted.learnt(found);
  };
  const noted = { code: 'spelling-learnt', member: null, badge: wanted.badge } as const;
  return { decision: noteTap(request, noted), people: [], done };
}

type Enrolment = {
  readonly tap: Tap;
  readonly request: TapRequest;
  readonly member: string;
  readonly no: (code: RefusalCode, values?: TapDecision['values']) => TakenCard;
};

function enrol(box: TakeCard, { tap, request, member, no }: Enrolment): TakenCard {
  const tapped = cardOf(box.secrets, tap);
  if (typeof tapped === 'string') return no(`badge-${tapped}`);
  const { card, counter } = tapped;
  const refused = judgeCard(box, { card, member, by: 'tap' });
  if (refused) return no(refused.code);
  const person = box.people.byMember(member);
  const recorded = box.committer.tentative().members.get(member);
  if (!person || !recorded) return no('badge-unknown');
  if (person.badges.length >= badgeLimit) return no('badge-limit');
  const id = box.newId();
  const sealed = box.keepsCards() ? box.secrets.seal({ badge: id, text: cardText(card) }) : null;
  const badge = badgeOfCard(keysOf(box.secrets, card), { badge: id, card, from: 'tap', sealed });
  const data = { ...recorded, badges: [...recorded.badges, badge.badge] };
  const note = noteTap(request, { code: 'badge-enrolled', member, badge: badge.badge });
  const counted = counter === null ? [] : [badgeCounted(badge.badge, counter)];
  return {
    decision: { ...note, bodies: [{ type: 'member-recorded', data }, ...counted, ...note.bodies] },
    people: found(box.people, { person, badge }).map((one) => ({ kind: 'put', person: one })),
    done: () => box.wanted.done(tap.reader),
  };
}

/** The member with the badge, and whoever had reported it lost: it is in hand again. */
function found(people: PeopleIndex, enrolled: { person: Person; badge: BadgeKey }): readonly Person[] {
  const { person, badge } = enrolled;
  const seen: SeenKeys = [{ view: 'whole', key: badge.key }, ...badge.views];
  const isFound = (lost: BadgeKey): boolean => isCard(lost, seen) || isSeen(lost, seen);
  const without = (one: Person): Person => ({ ...one, lost: one.lost.filter((lost) => !isFound(lost)) });
  const others = [...people.all()].filter((one) => one.member !== person.member && one.lost.some(isFound));
  return [{ ...without(person), badges: [...person.badges, badge] }, ...others.map(without)];
}

/** How the reader may have written this badge; none when it is another card. */
function spellingsOf({ committer, people, secrets }: TakeCard, known: { text: string; badge: string }) {
  const holder = people.byMember(committer.tentative().badges.get(known.badge) ?? '');
  const badge = holder?.badges.find((one) => one.badge === known.badge);
  if (!badge) return [];
  return learnSpelling(known.text, (seen) => isSeen(badge, keysOf(secrets, seen)));
}
