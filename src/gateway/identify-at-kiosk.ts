// Tells who stands before a kiosk: by handle and PIN, with the tries and the lock of every keypad, or by a badge that a
// reader typed. Nothing is held by it. An unknown handle, a wrong PIN and a member without one take the same work and
// get the same answer.

import { badgeCounted } from '../domain/access/decide-tap.ts';
import { isPin, isPinLocked } from '../domain/access/level.ts';
import type { Committer } from './commit.ts';
import type { Identified, IdentifyAsk } from './kiosk-asked.ts';
import type { PeopleIndex } from './people-index.ts';
import type { Secrets } from './ports.ts';
import { badgeOf, type FindBadge } from './tap-badge.ts';

export type IdentifyAtKiosk = FindBadge & {
  readonly committer: Pick<Committer, 'tentative' | 'stamp' | 'commit'>;
  readonly people: Pick<PeopleIndex, 'find' | 'byMember' | 'byHandle'>;
  readonly secrets: Pick<Secrets, 'badgeKey' | 'readSun' | 'verifyPassword'>;
};

export const identifyAtKiosk = (box: IdentifyAtKiosk, ask: IdentifyAsk): Promise<Identified> =>
  'handle' in ask ? byHandle(box, ask) : byBadge(box, ask);

async function byHandle(box: IdentifyAtKiosk, ask: { handle: string; pin: string }): Promise<Identified> {
  const member = box.people.byHandle(ask.handle)?.member ?? null;
  const tried = await tryPin(box, { member, pin: ask.pin });
  if (tried !== 'right' || member === null) return { ok: false, code: tried === 'right' ? wrong : tried };
  return admit(box, { member, badge: null, proven: false, pinRight: true });
}

async function byBadge(
  box: IdentifyAtKiosk,
  ask: { badge: string; pin: string | null },
): Promise<Identified> {
  const held = badgeOf(box, { badge: ask.badge, spelling: null });
  const state = box.committer.tentative();
  if (typeof held === 'string' || state.badges.get(held.badge) !== held.member)
    return { ok: false, code: 'kiosk-badge-unknown' };
  const { badge, member, counter } = held;
  if (counter !== null) {
    // A message that was read before unlocks nothing, and this one will not again.
    if (counter <= (state.badgeCounts.get(badge) ?? -1)) return { ok: false, code: 'kiosk-badge-unknown' };
    await box.committer.commit([badgeCounted(badge, counter)]);
  }
  const proven = counter !== null;
  if (ask.pin === null) return admit(box, { member, badge, proven, pinRight: false });
  const tried = await tryPin(box, { member, pin: ask.pin });
  if (tried !== 'right') return { ok: false, code: tried };
  return admit(box, { member, badge, proven, pinRight: true });
}

const wrong = 'kiosk-pin-wrong';

/** A suspended member may use nothing; they are told so only once it is proved that it is them. */
function admit({ committer }: IdentifyAtKiosk, who: Extract<Identified, { ok: true }>['who']): Identified {
  const recorded = committer.tentative().members.get(who.member);
  if (!recorded) return { ok: false, code: wrong };
  return recorded.status === 'suspended' ? { ok: false, code: 'member-suspended' } : { ok: true, who };
}

type Tried = 'right' | typeof wrong | 'pin-locked' | 'secrets-busy';

/** Judged on the state after the work, so that tries which come all at once are all counted. */
async function tryPin(
  { committer, people, secrets }: IdentifyAtKiosk,
  { member, pin }: { member: string | null; pin: string },
): Promise<Tried> {
  const hash = people.byMember(member ?? '')?.pin ?? null;
  let isRight: boolean;
  try {
    isRight = await secrets.verifyPassword(isPin(pin) ? pin : '', hash);
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'secrets-busy') return 'secrets-busy';
    throw fault;
  }
  if (member === null || hash === null) return wrong;
  const state = committer.tentative();
  if (isPinLocked(state, member, committer.stamp())) return 'pin-locked';
  const right = isRight && isPin(pin);
  if (!right || state.pinTries.has(member))
    await committer.commit([{ type: 'pin-tried', data: { member, right } }]);
  return right ? 'right' : wrong;
}
