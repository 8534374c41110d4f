// Whose name a viewer may read: their own, those who chose to be shown, and everybody for staff.

import type { Gateway } from '../gateway/gateway.ts';
import type { Viewer } from './viewers.ts';

type Named = { readonly gateway: Pick<Gateway, 'state'> };

export function mayName({ gateway }: Named, viewer: Viewer, member: string | null): boolean {
  if (viewer.scopes.has('members:read')) return true;
  if (member === null) return false;
  return viewer.member === member || gateway.state().members.get(member)?.shown === true;
}
