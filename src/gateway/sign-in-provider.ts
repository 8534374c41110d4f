// What the gateway asks of a sign-in service of the house, which knows people from elsewhere: where to send a browser, and
// who came back. Tokens of the service never leave the adapter.

import type { Role } from '../domain/journal/entry.ts';

/** What one sign-in is bound to; it stays here while the browser is away. */
export type ProviderKept = { readonly state: string; readonly nonce: string; readonly verifier: string };

type ProviderBegun =
  | { readonly ok: true; readonly url: string; readonly kept: ProviderKept }
  | { readonly ok: false; readonly code: 'provider-away' };

/** Who came back, as the service vouches for them. */
export type Vouched = {
  /** Null where the service did not tell the claim that is the handle. */
  readonly handle: string | null;
  /** Only where the file lets it count and the service has verified it. */
  readonly email: string | null;
  /** What its groups stand for here. */
  readonly roles: readonly Role[];
};

export type ProviderSaid =
  | { readonly ok: true; readonly vouched: Vouched }
  /** `refused`: the service said no; `answer`: what came back proves nothing. */
  | { readonly ok: false; readonly code: 'provider-away' | 'provider-refused' | 'provider-answer' };

export type SignInProvider = {
  /** On the button. */
  readonly label: string;
  /** @param returnTo an absolute address of ours */
  begin(returnTo: string): Promise<ProviderBegun>;
  /** @param url as the browser came back, with its query */
  finish(back: { readonly url: string; readonly kept: ProviderKept }): Promise<ProviderSaid>;
  /** Where a browser also signs out of the service; null where it has no such page or is away. */
  signOutUrl(returnTo: string): Promise<string | null>;
};
