// The one table from role to scopes: checked at every request and sent to the page, so that both agree.

import type { Scope } from '../contract/people.ts';
import { scopes } from '../contract/people.ts';
import type { Role } from '../domain/journal/entry.ts';

/** What every member may do; a role only adds to it. */
const everyMember: readonly Scope[] = [
  ...(['board:read', 'self:read', 'self:write', 'machines:lock', 'proposals:write'] as const),
];

const added: Readonly<Record<Role, readonly Scope[]>> = {
  member: [],
  trainer: ['members:read', 'certificates:write'],
  steward: [
    ...(['sessions:end', 'members:read', 'members:write', 'tokens:write', 'usage:write'] as const),
    ...(['devices:read', 'devices:write', 'alarms:answer', 'care:write', 'machines:write'] as const),
    ...(['payments:write', 'journal:read', 'certificates:write'] as const),
  ],
  treasurer: [
    'members:read',
    'statements:read',
    'tokens:write',
    'usage:write',
    'ledger:read',
    'charges:write',
    'books:write',
    'payments:write',
    'disputes:settle',
    'journal:read',
  ],
  // A kiosk is a screen beside a machine; no member is one.
  admin: scopes.filter((scope) => scope !== 'kiosk'),
  'team-lead': ['team-invoices:read'],
};

/** The visitor of the demo shop, who never signs in. */
export const visitorScopes: ReadonlySet<Scope> = new Set(['board:read', 'statements:read']);

/** A kiosk sees the board as a wall screen does; all else it may only while a person has unlocked it. */
export const kioskScopes: ReadonlySet<Scope> = new Set(['board:read', 'kiosk']);

export function scopesOf(roles: readonly Role[]): ReadonlySet<Scope> {
  return new Set([...everyMember, ...roles.flatMap((role) => added[role])]);
}

/** In the order of the contract, so that two answers to the same question are the same text. */
export function listScopes(held: ReadonlySet<string>): Scope[] {
  return scopes.filter((scope) => held.has(scope));
}
