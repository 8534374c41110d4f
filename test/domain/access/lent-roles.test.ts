// Roles that a sign-in service lends and takes back, beside those that were given by hand.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rolesLent, rolesListed } from '../../../src/domain/access/lent-roles.ts';
import { counterGrows } from '../../../src/domain/access/passkey-counter.ts';
import type { Role } from '../../../src/domain/journal/entry.ts';

const role = fc.constantFrom<Role>('member', 'trainer', 'steward', 'treasurer', 'admin');
const roles = fc.uniqueArray(role);

describe('lent roles', () => {
  it('come and go with the groups, whatever happened between', () => {
    fc.assert(
      fc.property(roles, fc.array(roles, { maxLength: 5 }), (byHand, signIns) => {
        let held: { roles: readonly Role[]; lentRoles?: readonly Role[] } = { roles: byHand };
        for (const lent of signIns) {
          held = rolesLent(held, lent);
          expect(new Set(held.roles)).toEqual(new Set([...byHand, ...lent]));
        }
        expect(rolesLent(held, []).roles).toEqual(byHand);
      }),
    );
  });

  it('no list takes them away or makes them one’s own, and the same list twice changes nothing', () => {
    fc.assert(
      fc.property(roles, roles, roles, (byHand, lent, listed) => {
        const before = rolesLent({ roles: byHand }, lent);
        const after = rolesListed(before, listed);
        expect(rolesListed(after, listed)).toEqual(after);
        expect(after.roles).toEqual(expect.arrayContaining([...before.lentRoles]));
        const left = rolesLent(after, []).roles;
        expect(left).toEqual(listed.filter((one) => !before.lentRoles.includes(one)));
      }),
    );
  });

  it('without a service a list says all', () => {
    expect(rolesListed(undefined, ['steward'])).toEqual({ roles: ['steward'] });
    expect(rolesListed({ roles: ['admin'] }, [])).toEqual({ roles: [] });
  });
});

describe('the counter of a passkey', () => {
  it.each([
    [0, 0, true],
    [0, 1, true],
    [7, 8, true],
    [7, 7, false],
    [7, 6, false],
    [7, 0, false],
  ])('from %i to %i', (before, now, grows) => {
    expect(counterGrows({ before, now })).toBe(grows);
  });
});
