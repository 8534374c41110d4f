// Erases a member: the row with name, salt, badges and tokens goes, and the journal says under the opaque key that it
// went. Refused while they hold a machine, and for the last administrator.

import type { Committer } from './commit.ts';
import type { EraseOutcome } from './gateway.ts';
import { isLastAdmin } from './is-last-admin.ts';
import type { PeopleIndex } from './people-index.ts';

export type EraseMember = { readonly committer: Committer; readonly people: PeopleIndex };

/** @param request with `dryRun` it says what would go, and changes nothing */
export async function eraseMember(
  { committer, people }: EraseMember,
  { member, dryRun }: { member: string; dryRun: boolean },
): Promise<EraseOutcome> {
  const state = committer.tentative();
  const person = people.byMember(member);
  if (!person || !state.members.has(member)) return { ok: false, code: 'member-unknown' };
  // Its end must still be written for somebody.
  if ([...state.sessions.values()].some((session) => session.member === member))
    return { ok: false, code: 'member-in-session' };
  if (isLastAdmin(state, member)) return { ok: false, code: 'admin-last' };
  if (!dryRun) {
    await committer.commit([{ type: 'member-erased', data: { member } }], {
      people: [{ kind: 'erase', member }],
    });
  }
  const { handle, name, email, password, badges } = person;
  const goes = { handle, name, email: email !== null, password: password !== null, badges: badges.length };
  return { ok: true, goes };
}
