// Signs in whom a sign-in service vouches for: the member of that handle, or, where the file lets it count, of that e-mail.
// Nobody becomes a member by it. What its groups lend is recorded before anybody is signed in, so that a role that was
// taken back there is gone here from that moment.

import { rolesLent } from '../domain/access/lent-roles.ts';
import { isId } from '../domain/ids.ts';
import { type ChangeMember, changeMember } from './import-members.ts';
import type { Person } from './ports.ts';
import type { Vouched } from './sign-in-provider.ts';

export type VouchedOutcome =
  | { readonly ok: true; readonly member: string }
  | { readonly ok: false; readonly code: 'vouched-unknown' };

export async function signInVouched(box: ChangeMember, vouched: Vouched): Promise<VouchedOutcome> {
  const person = personOf(box, vouched);
  const recorded = person && box.committer.tentative().members.get(person.member);
  if (!person || !recorded) return { ok: false, code: 'vouched-unknown' };
  const { member } = person;
  const held = rolesLent(recorded, vouched.roles);
  if (!isSame(held.roles, recorded.roles) || !isSame(held.lentRoles, recorded.lentRoles ?? []))
    await changeMember(box, member, { recorded: held });
  return { ok: true, member };
}

function personOf({ people }: ChangeMember, { handle, email }: Vouched): Person | undefined {
  const known = handle !== null && isId(handle) ? people.byHandle(handle) : undefined;
  if (known || email === null) return known;
  const wanted = email.toLowerCase();
  const alike = [...people.all()].filter((person) => person.email?.toLowerCase() === wanted);
  // An address that two members share is nobody's.
  return alike.length === 1 ? alike[0] : undefined;
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word) => other.includes(word));
