// Gives a member a PIN. A steward's word also opens a lock; the member's own does not, because whoever tried five times may
// sit at their screen.

import { isPinLocked } from '../domain/access/level.ts';
import type { Committer } from './commit.ts';
import type { PinOutcome } from './gateway.ts';
import type { PeopleIndex } from './people-index.ts';

export type SetPin = { readonly committer: Committer; readonly people: PeopleIndex };
export type PinWish = { readonly member: string; readonly hash: string | null; readonly unlock: boolean };

/** @param wish `hash` is null to take the PIN away */
export async function setPin({ committer, people }: SetPin, wish: PinWish): Promise<PinOutcome> {
  const { member, hash, unlock } = wish;
  const person = people.byMember(member);
  const state = committer.tentative();
  if (!person || !state.members.has(member)) return { ok: false, code: 'member-unknown' };
  if (!unlock && isPinLocked(state, member, committer.stamp())) return { ok: false, code: 'pin-locked' };
  const data = { member, unlocked: unlock };
  await committer.commit([{ type: 'pin-set', data }], {
    people: [{ kind: 'put', person: { ...person, pin: hash } }],
  });
  return { ok: true };
}
