// The ledger in the journal, version 1: what was posted, what is held, and which months are closed. The state keeps of it
// what decisions need; whole books are read from the journal or from the tables that the database makes of it.

import type { Balances } from '../ledger/balances.ts';
import type { Hold, Holds } from '../ledger/hold.ts';
import { type Closed, neverClosed } from '../ledger/period.ts';
import type { Posting } from '../ledger/posting.ts';

export type LedgerBody =
  | { readonly type: 'posted'; readonly data: Posting }
  | { readonly type: 'hold-placed'; readonly data: Hold & { readonly hold: string } }
  | { readonly type: 'hold-settled'; readonly data: HoldSettled }
  | { readonly type: 'hold-released'; readonly data: { readonly hold: string } }
  | { readonly type: 'period-closed'; readonly data: PeriodClosed };

/** The posting is in the same commit. */
type HoldSettled = { readonly hold: string; readonly minor: string; readonly posting: string };

type PeriodClosed = {
  /** `yyyy-mm` in the time zone of the space. */
  readonly month: string;
  /** Its end; wall clock. */
  readonly beforeMs: number;
  /** A member key, or `admin-token` or `console`. */
  readonly by: string;
};

export type LedgerState = {
  ledger: {
    /** Of accounts that must not go below zero, and nothing of those at zero. */
    readonly balances: Balances;
    /** Hold id → what is set aside; at most `holdLimit` and those that timed out since the last was placed. */
    readonly holds: Holds;
    closed: Closed;
  };
};

export const emptyLedger = (): LedgerState => ({
  ledger: { balances: new Map(), holds: new Map(), closed: neverClosed },
});
