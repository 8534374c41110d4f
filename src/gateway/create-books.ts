// The use cases of the ledger, together: what the gateway offers about postings, holds, periods and balances.

import { closePeriod } from './close-period.ts';
import { type OpenHold, openHolds, placeHold, releaseHold } from './holds.ts';
import { createTurns } from './in-turn.ts';
import type {
  ClosingOfPeriod,
  ClosingWish,
  HoldOutcome,
  PlaceHoldWish,
  PostOutcome,
  PostWish,
  ReversalOutcome,
  ReversalWish,
} from './ledger-asked.ts';
import type { Ledger } from './ports.ts';
import { type Post, post, reversePosting } from './post.ts';

export type Books = {
  /** Idempotent by its key. Who may post what is for the caller to judge. */
  post(wish: PostWish): Promise<PostOutcome>;
  /** Takes a posting back by a further one, once. */
  reversePosting(wish: ReversalWish): Promise<ReversalOutcome>;
  placeHold(wish: PlaceHoldWish): Promise<HoldOutcome>;
  releaseHold(hold: string): Promise<HoldOutcome>;
  /** For ever. */
  closePeriod(wish: ClosingWish): Promise<ClosingOfPeriod>;
  /** What is set aside now, on the accounts that the filter covers. */
  holds(account: string): readonly OpenHold[];
  readonly ledger: Ledger;
};

/** Postings are written one after the other: each key is looked up after the one before is on the disk. */
export function createBooks(box: Post): Books {
  const inTurn = createTurns();
  return {
    post: (wish) => inTurn(() => post(box, wish)),
    reversePosting: (wish) => inTurn(() => reversePosting(box, wish)),
    placeHold: (wish) => placeHold(box.committer, wish),
    releaseHold: (hold) => releaseHold(box.committer, hold),
    closePeriod: (wish) => closePeriod(box.committer, wish),
    holds: (account) => openHolds(box.committer, account),
    ledger: box.ledger,
  };
}
