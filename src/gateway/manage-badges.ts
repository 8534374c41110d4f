// What the desk does with badges: waits for a card at a reader to enrol it, takes a lost badge away at once, and lets a
// reader learn from a known badge how it writes cards.

import { endSession } from '../domain/access/end-session.ts';
import type { Committer } from './commit.ts';
import type { BadgeAwaited, BadgeLost, SpellingLearnt } from './gateway.ts';
import type { PeopleIndex } from './people-index.ts';
import type { WantedCards } from './wanted-cards.ts';

export type ManageBadges = {
  readonly committer: Committer;
  readonly people: PeopleIndex;
  readonly wanted: WantedCards;
};

/** The next card at that reader becomes a badge of that member. */
export function awaitBadge(
  { committer, people, wanted }: ManageBadges,
  { member, reader }: { member: string; reader: string },
): BadgeAwaited {
  const state = committer.tentative();
  if (!people.byMember(member) || !state.members.has(member)) return { ok: false, code: 'member-unknown' };
  if (!isDescribed(committer, reader)) return { ok: false, code: 'reader-unknown' };
  const untilMs = wanted.want(reader, { kind: 'enrol', member });
  return untilMs === null ? { ok: false, code: 'reader-busy' } : { ok: true, untilMs };
}

/** Lost badges that are remembered of one member; the oldest are forgotten. */
const lostLimit = 32;

/**
 * Takes a badge away; a session that it opened ends. With `replaceAt` the next card at that reader takes its place, which is
 * refused before anything is taken away when that reader cannot wait for it.
 */
export async function loseBadge(
  box: ManageBadges,
  { member, badge, replaceAt }: { member: string; badge: string; replaceAt: string | null },
): Promise<BadgeLost> {
  const { committer, people } = box;
  const state = committer.tentative();
  const person = people.byMember(member);
  const recorded = state.members.get(member);
  if (!person || !recorded) return { ok: false, code: 'member-unknown' };
  if (!recorded.badges.includes(badge)) return { ok: false, code: 'badge-none' };
  const awaited = replaceAt === null ? null : awaitBadge(box, { member, reader: replaceAt });
  if (awaited && !awaited.ok) return awaited;
  const held = [...state.sessions.values()].filter(
    (session) => session.badge === badge && session.phase === 'active',
  );
  const stamp = committer.stamp();
  const cause = { cause: 'badge-lost', reader: null, tap: null } as const;
  const data = { ...recorded, badges: recorded.badges.filter((one) => one !== badge) };
  const left = person.badges.filter((one) => one.badge !== badge);
  const gone = person.badges.filter((one) => one.badge === badge).map((one) => ({ ...one, sealed: null }));
  const lost = [...person.lost, ...gone].slice(-lostLimit);
  await committer.commit(
    [
      ...held.flatMap((session) => endSession(state, { session, ...cause }, stamp)),
      { type: 'member-recorded', data },
    ],
    { people: [{ kind: 'put', person: { ...person, badges: left, lost } }] },
  );
  return { ok: true, ended: held.map(({ machine }) => machine), untilMs: awaited?.untilMs ?? null };
}

/** Resolves when the badge was held to the reader, or with no spelling after a minute. */
export async function learnReader(
  { committer, wanted }: ManageBadges,
  { reader, badge }: { reader: string; badge: string },
): Promise<SpellingLearnt> {
  if (!isDescribed(committer, reader)) return { ok: false, code: 'reader-unknown' };
  if (!committer.tentative().badges.has(badge)) return { ok: false, code: 'badge-none' };
  return new Promise((resolve) => {
    const learnt = (spellings: SpellingsFound): void =>
      resolve(spellings[0] ? { ok: true, spelling: spellings[0] } : { ok: false, code: 'spelling-none' });
    if (wanted.want(reader, { kind: 'learn', badge, learnt }) === null)
      resolve({ ok: false, code: 'reader-busy' });
  });
}

type SpellingsFound = Parameters<Extract<Parameters<WantedCards['want']>[1], { kind: 'learn' }>['learnt']>[0];

const isDescribed = (committer: Committer, reader: string): boolean =>
  Object.hasOwn(committer.tentative().workshop?.readers ?? {}, reader);
