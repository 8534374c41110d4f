// Gives a member roles and takes others away, by hand; what a sign-in service lends is not touched. The last administrator stays
// one.

import { rolesListed } from '../domain/access/lent-roles.ts';
import type { Committer } from './commit.ts';
import { isLastAdmin } from './is-last-admin.ts';
import type { RolesOutcome, RolesWish } from './people-asked.ts';
import type { PeopleIndex } from './people-index.ts';

export type SetRoles = { readonly committer: Committer; readonly people: Pick<PeopleIndex, 'byMember'> };

export async function setRoles(
  { committer, people }: SetRoles,
  { member, roles, dryRun }: RolesWish,
): Promise<RolesOutcome> {
  const state = committer.tentative();
  const recorded = state.members.get(member);
  if (!recorded || !people.byMember(member)) return { ok: false, code: 'member-unknown' };
  const held = rolesListed(recorded, [...new Set(roles)]);
  if (isLastAdmin(state, member) && !held.roles.includes('admin')) return { ok: false, code: 'admin-last' };
  const isSame =
    held.roles.length === recorded.roles.length && held.roles.every((one) => recorded.roles.includes(one));
  if (!dryRun && !isSame)
    await committer.commit([{ type: 'member-recorded', data: { ...recorded, ...held } }]);
  return { ok: true, before: recorded.roles, after: held.roles };
}
