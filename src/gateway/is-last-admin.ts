// Whether nobody could give rights any more without this member: such a one is neither erased nor suspended.

import type { State } from '../domain/journal/state.ts';

export function isLastAdmin({ members }: Pick<State, 'members'>, member: string): boolean {
  const admins = [...members.values()].filter(
    ({ roles, status }) => status === 'active' && roles.includes('admin'),
  );
  return admins.length === 1 && admins[0]?.member === member;
}
