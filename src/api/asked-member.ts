// Whom a question is about: oneself where nobody is named, and somebody else only for those who may see members.

import type { Viewer } from './viewers.ts';

type Asked =
  | { readonly ok: true; readonly member: string }
  | { readonly ok: false; readonly code: 'member-none' | 'scope-missing' };

/** @param named the member of the query; left out: the viewer, who is nobody with a token of the gateway */
export function askedMember({ member: own, scopes }: Viewer, named: string | undefined): Asked {
  const member = named ?? own;
  if (member === null) return { ok: false, code: 'member-none' };
  const may = scopes.has('members:read') || (member === own && scopes.has('self:read'));
  return may ? { ok: true, member } : { ok: false, code: 'scope-missing' };
}
