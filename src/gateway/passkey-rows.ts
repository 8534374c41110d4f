// Passkeys as the people table keeps them: rows that go with their member. The journal knows only that one was added or
// removed, by an opaque id; whoever has a row can prove nothing with it, because it holds no private key.

export type Passkey = {
  /** Opaque id, ours, as in the journal. */
  readonly passkey: string;
  readonly member: string;
  /** As its member calls it. */
  readonly name: string;
  /** By which browsers know it, base64url; never twice. */
  readonly credential: string;
  /** Its public key as the ceremonies wrote it down; read by nobody else. */
  readonly publicKey: string;
  /** How often its authenticator says that it signed; 0 for ever where it does not count. */
  readonly counter: number;
  readonly addedAtMs: number;
  /** Null until the first sign-in with it. */
  readonly usedAtMs: number | null;
};

export type PasskeyChange =
  /** Takes the place of the row of the same id; refuses the whole commit where another has its credential. */
  | { readonly kind: 'passkey'; readonly passkey: Passkey }
  | { readonly kind: 'passkey-gone'; readonly passkey: string };

type Change = PasskeyChange | { readonly kind: string; readonly member?: string };

/** By id. Null where a credential would be there twice; then nothing changes. */
export function changePasskeys(
  before: ReadonlyMap<string, Passkey>,
  changes: readonly Change[],
): ReadonlyMap<string, Passkey> | null {
  const about = changes.filter(({ kind }) => kind === 'erase' || kind.startsWith('passkey'));
  if (about.length === 0) return before;
  const after = new Map(before);
  for (const change of about) {
    if (change.kind === 'erase' && 'member' in change)
      for (const { passkey, member } of before.values()) if (member === change.member) after.delete(passkey);
    if (change.kind === 'passkey' && 'passkey' in change && typeof change.passkey === 'object')
      after.set(change.passkey.passkey, change.passkey);
    if (change.kind === 'passkey-gone' && 'passkey' in change && typeof change.passkey === 'string')
      after.delete(change.passkey);
  }
  const credentials = [...after.values()].map(({ credential }) => credential);
  return new Set(credentials).size < credentials.length ? null : after;
}
