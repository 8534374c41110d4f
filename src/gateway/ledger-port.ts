// The port of the ledger: what is read of the books. Writing them is the journal's: an entry `posted` and what the books make
// of it are one transaction, and one that breaks their rules is rejected with it (code `journal-broken`).

import type { Balance, Posted, PostingsAsk } from '../domain/ledger/books.ts';

export type Ledger = {
  /**
   * Of one account, or of all of a kind (`member:`), or of all (an empty text); of what is dated before `atMs`, or of all. In
   * the order of account and unit, without those at zero.
   */
  balances(ask: { readonly account: string; readonly atMs: number | null }): Promise<readonly Balance[]>;
  /** Whole postings of which a line is covered, in the order of date and entry; `limit` is at most a thousand. */
  postings(ask: PostingsAsk): Promise<readonly Posted[]>;
  /** By its id, or by its key. */
  posting(ask: { readonly posting: string } | { readonly key: string }): Promise<Posted | null>;
};
