// Whether a posting may be written, on what the state knows: it is one, its date is neither closed nor to come, and what
// must not go below zero does not. That its key is new is for whoever can look it up.

import type { LedgerState } from '../journal/ledger-entries.ts';
import { mayGoBelow, own } from './account.ts';
import { availableOf } from './hold.ts';
import { checkPosting, type Posting, type PostingFault } from './posting.ts';

export type PostingRefusal = PostingFault | 'posting-in-future' | 'period-closed' | 'account-short';

export type PostingDecision =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: PostingRefusal; readonly about: string | null };

/** @param settles id of the hold that this posting uses up, which no more stands against it */
export function decidePosting(
  state: LedgerState,
  posting: Posting,
  { nowMs, settles }: { readonly nowMs: number; readonly settles?: string | undefined },
): PostingDecision {
  const checked = checkPosting(posting);
  if (!checked.ok) return checked;
  const { dateMs, lines, overdraws } = posting;
  if (dateMs > nowMs) return { ok: false, code: 'posting-in-future', about: null };
  const { closed } = state.ledger;
  if (dateMs < closed.beforeMs) return { ok: false, code: 'period-closed', about: closed.month };
  if (overdraws) return { ok: true };
  for (const { account, unit, minor } of lines) {
    const added = own(account, BigInt(minor));
    // What adds to an account is welcome, also where it stays below zero.
    if (mayGoBelow(account) || added > 0n) continue;
    const available = availableOf(state.ledger, { account, unit }, { nowMs, without: settles });
    if (available + added < 0n) return { ok: false, code: 'account-short', about: account };
  }
  return { ok: true };
}
