// Suspends a member, or lets them back in. Nothing else of them changes; what they hold, and the lessons that they teach, the
// rules end at the next tick, by the causes that these have for it.

import { endsNow } from '../domain/access/ends-now.ts';
import type { Session, State } from '../domain/journal/state.ts';
import type { Committer } from './commit.ts';
import type { StatusOutcome, StatusWish } from './gateway.ts';
import { isLastAdmin } from './is-last-admin.ts';
import type { PeopleIndex } from './people-index.ts';

export type SetStatus = { readonly committer: Committer; readonly people: PeopleIndex };

export async function setStatus(
  { committer, people }: SetStatus,
  { member, status, by }: StatusWish,
): Promise<StatusOutcome> {
  const state = committer.tentative();
  const recorded = state.members.get(member);
  if (!people.byMember(member) || !recorded) return { ok: false, code: 'member-unknown' };
  if (recorded.status === status) return { ok: true, ended: [] };
  if (status === 'suspended' && isLastAdmin(state, member)) return { ok: false, code: 'admin-last' };
  const held = heldWith(state, member);
  await committer.commit([{ type: 'member-recorded', data: { ...recorded, status, statusBy: by } }]);
  const after = committer.tentative();
  const goesOn = ({ machine, session }: Session): boolean => {
    const now = after.sessions.get(machine);
    return now?.session === session && now.phase === 'active' && !endsNow(after, now, committer.stamp());
  };
  return { ok: true, ended: held.filter((one) => !goesOn(one)).map(({ machine }) => machine) };
}

/** Sessions that they hold, and those in which they teach. */
const heldWith = (state: State, member: string): readonly Session[] =>
  [...state.sessions.values()].filter(
    (one) => one.phase === 'active' && (one.member === member || one.trainer === member),
  );
