// The use cases of passkeys: who has which, adding and removing one, and noting that one was used. What a browser signed is
// judged before it gets here; here stand ids and counters.

import { counterGrows } from '../domain/access/passkey-counter.ts';
import type { Committer } from './commit.ts';
import type { InTurn } from './in-turn.ts';
import type { PasskeyIndex } from './passkey-index.ts';
import type { Passkey } from './passkey-rows.ts';
import type { PeopleIndex } from './people-index.ts';
import type { Clock, Log } from './ports.ts';

type NewPasskey = Pick<Passkey, 'member' | 'name' | 'credential' | 'publicKey' | 'counter'>;

export type PasskeyAdded =
  | { readonly ok: true; readonly passkey: Passkey }
  | { readonly ok: false; readonly code: 'member-unknown' | 'passkey-known' | 'passkey-limit' };

export type PasskeyRemoved = { readonly ok: true } | { readonly ok: false; readonly code: 'passkey-none' };

export type PasskeyUsed =
  | { readonly ok: true; readonly member: string }
  /** `passkey-copied`: its counter did not grow, so somebody else may hold a copy of it. */
  | { readonly ok: false; readonly code: 'passkey-none' | 'passkey-copied' };

export type Passkeys = {
  /** Oldest first. */
  ofMember(member: string): readonly Passkey[];
  byCredential(credential: string): Passkey | undefined;
  add(made: NewPasskey): Promise<PasskeyAdded>;
  remove(wish: Pick<Passkey, 'member' | 'passkey'>): Promise<PasskeyRemoved>;
  /** After its signature was found right: the counter is on the disk before anybody is signed in. */
  noteUse(use: Pick<Passkey, 'passkey' | 'counter'>): Promise<PasskeyUsed>;
};

type Box = {
  readonly committer: Committer;
  readonly people: PeopleIndex;
  readonly passkeys: PasskeyIndex;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  readonly inTurn: InTurn;
};

/** Phones, computers and keys of one person. */
const passkeyLimit = 10;

/** In turn with each other and with erasures: no passkey outlives its member, and no counter is judged twice. */
export const createPasskeys = (box: Box): Passkeys => ({
  ofMember: box.passkeys.ofMember,
  byCredential: box.passkeys.byCredential,
  add: (made) => box.inTurn(() => addPasskey(box, made)),
  remove: (wish) => box.inTurn(() => removePasskey(box, wish)),
  noteUse: (use) => box.inTurn(() => noteUse(box, use)),
});

async function addPasskey(box: Box, made: NewPasskey): Promise<PasskeyAdded> {
  const { committer, people, passkeys, clock } = box;
  const { member } = made;
  if (!people.byMember(member) || !committer.tentative().members.has(member))
    return { ok: false, code: 'member-unknown' };
  if (passkeys.byCredential(made.credential)) return { ok: false, code: 'passkey-known' };
  if (passkeys.ofMember(member).length >= passkeyLimit) return { ok: false, code: 'passkey-limit' };
  const passkey: Passkey = { ...made, passkey: box.newId(), addedAtMs: clock.wallMs(), usedAtMs: null };
  await committer.commit([{ type: 'passkey-added', data: { member, passkey: passkey.passkey } }], {
    people: [{ kind: 'passkey', passkey }],
  });
  return { ok: true, passkey };
}

async function removePasskey(
  { committer, passkeys }: Box,
  { member, passkey }: Pick<Passkey, 'member' | 'passkey'>,
): Promise<PasskeyRemoved> {
  if (passkeys.byId(passkey)?.member !== member) return { ok: false, code: 'passkey-none' };
  await committer.commit([{ type: 'passkey-removed', data: { member, passkey } }], {
    people: [{ kind: 'passkey-gone', passkey }],
  });
  return { ok: true };
}

async function noteUse(
  { committer, passkeys, clock, log }: Box,
  { passkey, counter }: Pick<Passkey, 'passkey' | 'counter'>,
): Promise<PasskeyUsed> {
  const known = passkeys.byId(passkey);
  if (!known) return { ok: false, code: 'passkey-none' };
  if (!counterGrows({ before: known.counter, now: counter })) {
    const text = 'a passkey was refused because its counter did not grow; somebody may hold a copy of it';
    log.warn({ passkey, member: known.member }, text);
    return { ok: false, code: 'passkey-copied' };
  }
  await committer.commit([], {
    people: [{ kind: 'passkey', passkey: { ...known, counter, usedAtMs: clock.wallMs() } }],
  });
  return { ok: true, member: known.member };
}
