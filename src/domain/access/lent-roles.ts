// Roles that a sign-in service lends: they come and go with its groups at each sign-in. Roles that somebody here gave by
// hand are never touched by it.

import type { MemberRecorded, Role } from '../journal/member-entries.ts';

type Held = Pick<MemberRecorded, 'roles' | 'lentRoles'>;

/** What a member holds after a sign-in in which the service lends these. */
export function rolesLent(before: Held, lent: readonly Role[]): Required<Held> {
  const byHand = before.roles.filter((role) => !before.lentRoles?.includes(role));
  const lentRoles = [...new Set(lent)].filter((role) => !byHand.includes(role));
  return { roles: [...byHand, ...lentRoles], lentRoles };
}

/**
 * What a member holds after a list that gives these by hand. A list speaks of roles by hand only: a lent one that it names
 * stays lent, and one that it does not name stays too, because only its group takes it away.
 */
export function rolesListed(before: Held | undefined, listed: readonly Role[]): Held {
  const lentRoles = before?.lentRoles ?? [];
  if (lentRoles.length === 0) return { roles: [...listed] };
  return { roles: [...listed.filter((role) => !lentRoles.includes(role)), ...lentRoles], lentRoles };
}
