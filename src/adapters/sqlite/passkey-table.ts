// Passkeys of members: public keys and counters, erased with the member.

import type { Database } from 'better-sqlite3';
import type { Passkey, PeopleChange } from '../../gateway/ports.ts';

export type PasskeyTable = {
  passkeys(): readonly Passkey[];
  change(changes: readonly PeopleChange[]): void;
};

export function passkeyTable(db: Database): PasskeyTable {
  const all = db.prepare<[], Passkey>(
    `SELECT passkey, member, name, credential, public_key AS publicKey, counter,
       added_at_ms AS addedAtMs, used_at_ms AS usedAtMs
     FROM passkeys ORDER BY passkey`,
  );
  // Not OR REPLACE: that would push out another passkey of the same credential.
  const put = db.prepare(
    `INSERT INTO passkeys (passkey, member, name, credential, public_key, counter, added_at_ms, used_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (passkey) DO UPDATE SET
       name = excluded.name, counter = excluded.counter, used_at_ms = excluded.used_at_ms`,
  );
  const drop = db.prepare('DELETE FROM passkeys WHERE passkey = ?');
  const eraseOf = db.prepare('DELETE FROM passkeys WHERE member = ?');

  return {
    passkeys: () => all.all(),
    change(changes) {
      for (const change of changes) {
        if (change.kind === 'erase') eraseOf.run(change.member);
        if (change.kind === 'passkey-gone') drop.run(change.passkey);
        if (change.kind !== 'passkey') continue;
        const { passkey, member, name, credential, publicKey, counter, ...at } = change.passkey;
        put.run(passkey, member, name, credential, publicKey, counter, at.addedAtMs, at.usedAtMs);
      }
    },
  };
}
