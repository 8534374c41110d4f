// Materials that the desk hands out, and what takes them back: entries of the journal, version 1. They know no price: that is
// of the tariff of the day of use.

import type { WithdrawalReason } from './usage-entries.ts';

export type MaterialBody =
  | { readonly type: 'material-entered'; readonly data: MaterialEntered }
  | { readonly type: 'material-withdrawn'; readonly data: MaterialWithdrawn };

export type MaterialEntered = {
  /** Its id: it is charged under it, as a use is under its session. */
  readonly entry: string;
  /** For which session; null for none. */
  readonly session: string | null;
  readonly machine: string;
  readonly pool: string;
  readonly member: string;
  readonly team: string | null;
  /** Left out without one. */
  readonly plan?: string;
  readonly costCode: string | null;
  /** Id in the tariff. */
  readonly material: string;
  /** Whole thousandths of its unit. */
  readonly amount: number;
  /** When it was used, wall clock. */
  readonly usedAtMs: number;
  /** Who wrote it down: a member key, or `admin-token` or `console`. */
  readonly by: string;
};

/** It counts no more, and both stay to be seen. */
export type MaterialWithdrawn = {
  readonly entry: string;
  readonly machine: string;
  readonly by: string;
  readonly why: WithdrawalReason;
};
