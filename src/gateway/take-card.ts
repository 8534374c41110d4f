// A tap at a reader that waits for a card: it becomes a member's badge, or tells how the reader writes cards, and starts
// nothing. A card that is refused leaves the reader waiting for a better one.

import {
  badgeCounted,
  noteTap,
  refuseTap,
  type TapDecision,
  type TapRequest,
} from '../domain/access/decide-tap.ts';
import type { RefusalCode } from '../domain/access/refusal.ts';
import { learnSpelling } from '../domain/access/spelling.ts';
import { badgeOfCard, cardOf, isSeen, keysOf } from './badge-keys.ts';
import type { Committer } from './commit.ts';
import type { Tap } from './gateway.ts';
import { judgeCard } from './judge-card.ts';
import type { PeopleIndex } from './people-index.ts';
import type { PeopleChange, Secrets } from './ports.ts';
import type { WantedCards } from './wanted-cards.ts';

export type TakeCard = {
  readonly committer: Committer;
  readonly people: PeopleIndex;
  readonly secrets: Pick<Secrets, 'badgeKey' | 'readSun'>;
  readonly newId: () => string;
  readonly wanted: WantedCards;
};

export type TakenCard = {
  readonly decision: TapDecision;
  readonly people: readonly PeopleChange[];
  /** To be called once it is durable. */
  readonly done: () => void;
};

/** As many as a list may give one member. */
const badgeLimit = 8;

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
  const refused = judgeCard(box, { card, member, replaced: 'none' });
  if (refused) return no(refused.code);
  const person = box.people.byMember(member);
  const recorded = box.committer.tentative().members.get(member);
  if (!person || !recorded) return no('badge-unknown');
  if (person.badges.length >= badgeLimit) return no('badge-limit');
  const badge = badgeOfCard(keysOf(box.secrets, card), { badge: box.newId(), card });
  const data = { ...recorded, badges: [...recorded.badges, badge.badge] };
  const note = noteTap(request, { code: 'badge-enrolled', member, badge: badge.badge });
  const counted = counter === null ? [] : [badgeCounted(badge.badge, counter)];
  return {
    decision: { ...note, bodies: [{ type: 'member-recorded', data }, ...counted, ...note.bodies] },
    people: [{ kind: 'put', person: { ...person, badges: [...person.badges, badge] } }],
    done: () => box.wanted.done(tap.reader),
  };
}

/** How the reader may have written this badge; none when it is another card. */
function spellingsOf({ committer, people, secrets }: TakeCard, known: { text: string; badge: string }) {
  const holder = people.byMember(committer.tentative().badges.get(known.badge) ?? '');
  const badge = holder?.badges.find((one) => one.badge === known.badge);
  if (!badge) return [];
  return learnSpelling(known.text, (seen) => isSeen(badge, keysOf(secrets, seen)));
}
