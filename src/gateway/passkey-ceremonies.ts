// What the gateway asks of whoever speaks WebAuthn: what to hand a browser, and whether what comes back proves anything.
// Whatever is wrong with an answer is one no; why stands in the log at most.

import type { Passkey } from './passkey-rows.ts';

/** Where browsers find this gateway. A passkey is bound to it: under another host name it is nothing. */
export type Site = {
  /** Scheme, host and port, as browsers send it. */
  readonly origin: string;
  /** The host name alone. */
  readonly host: string;
  /** Shown by the browser beside the name of the member. */
  readonly name: string;
};

/** What the browser is handed, and the challenge in it, which one answer may use once. */
type CeremonyBegun = { readonly challenge: string; readonly options: object };

type CeremonyAnswer = { readonly site: Site; readonly challenge: string; readonly answer: unknown };

export type PasskeyCeremonies = {
  beginNew(wish: {
    readonly site: Site;
    readonly person: { readonly member: string; readonly handle: string; readonly name: string };
    /** Credentials that this member has already. */
    readonly known: readonly string[];
  }): Promise<CeremonyBegun>;
  /** Null for an answer that proves nothing. */
  checkNew(
    answer: CeremonyAnswer,
  ): Promise<{ readonly credential: string; readonly publicKey: string; readonly counter: number } | null>;
  /** Whoever holds a passkey for this site; nobody is named. */
  beginSignIn(site: Site): Promise<CeremonyBegun>;
  /** @returns the counter of the authenticator; whether it grew is judged elsewhere */
  checkSignIn(
    answer: CeremonyAnswer & Pick<Passkey, 'publicKey' | 'credential' | 'member'>,
  ): Promise<{ readonly counter: number } | null>;
};
