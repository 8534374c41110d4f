// The passkeys in memory, by member and by credential. Follows what is durable, erasures too.

import { changePasskeys, type Passkey } from './passkey-rows.ts';
import type { PeopleChange } from './ports.ts';

export type PasskeyIndex = {
  byId(passkey: string): Passkey | undefined;
  byCredential(credential: string): Passkey | undefined;
  /** Oldest first. */
  ofMember(member: string): readonly Passkey[];
  follow(changes: readonly PeopleChange[]): void;
};

export function createPasskeyIndex(passkeys: readonly Passkey[]): PasskeyIndex {
  let rows: ReadonlyMap<string, Passkey> = new Map(passkeys.map((one) => [one.passkey, one]));
  let credentials = byCredential(rows);
  return {
    byId: (passkey) => rows.get(passkey),
    byCredential: (credential) => credentials.get(credential),
    ofMember: (member) =>
      [...rows.values()]
        .filter((one) => one.member === member)
        .sort((one, other) => one.addedAtMs - other.addedAtMs),
    follow(changes) {
      const after = changePasskeys(rows, changes) ?? rows;
      if (after === rows) return;
      rows = after;
      credentials = byCredential(rows);
    },
  };
}

const byCredential = (rows: ReadonlyMap<string, Passkey>): ReadonlyMap<string, Passkey> =>
  new Map([...rows.values()].map((one) => [one.credential, one]));
