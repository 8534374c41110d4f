// Passkeys in memory, with the promises of the real ones but for the journal.

import { counterGrows } from '../../src/domain/access/passkey-counter.ts';
import type { Passkeys } from '../../src/gateway/create-passkeys.ts';
import type { Passkey } from '../../src/gateway/ports.ts';

export function createFakePasskeys(): Passkeys {
  const rows = new Map<string, Passkey>();
  let ids = 0;
  return {
    ofMember: (member) => [...rows.values()].filter((one) => one.member === member),
    byCredential: (credential) => [...rows.values()].find((one) => one.credential === credential),
    async add(made) {
      if (this.byCredential(made.credential)) return { ok: false, code: 'passkey-known' };
      const passkey: Passkey = { ...made, passkey: `passkey-${++ids}`, addedAtMs: 0, usedAtMs: null };
      rows.set(passkey.passkey, passkey);
      return { ok: true, passkey };
    },
    async remove({ member, passkey }) {
      if (rows.get(passkey)?.member !== member) return { ok: false, code: 'passkey-none' };
      rows.delete(passkey);
      return { ok: true };
    },
    async noteUse({ passkey, counter }) {
      const known = rows.get(passkey);
      if (!known) return { ok: false, code: 'passkey-none' };
      if (!counterGrows({ before: known.counter, now: counter }))
        return { ok: false, code: 'passkey-copied' };
      rows.set(passkey, { ...known, counter, usedAtMs: 1 });
      return { ok: true, member: known.member };
    },
  };
}
