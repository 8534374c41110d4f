// Allowances in the journal, version 1: what was granted and sold, what paid for which use, and what expired. What it moved
// stands in postings of the same commit; the state keeps what is needed to replay two months in the order of use.

import type { SourceKind } from '../allowance/consume.ts';
import type { PayerShare } from '../allowance/paying.ts';

export type AllowanceBody =
  | { readonly type: 'allowance-granted'; readonly data: Lot }
  | { readonly type: 'pack-sold'; readonly data: PackSold }
  | { readonly type: 'lot-expired'; readonly data: LotExpired }
  | { readonly type: 'use-paid'; readonly data: UsePaid };

/** Hours or money that a member has for a time; its account is `allowance:` and its id. */
export type Lot = {
  readonly lot: string;
  /** What it comes from, and the id of that. */
  readonly kind: 'plan' | 'pack';
  readonly of: string;
  readonly member: string;
  /** Left out: in all pools. */
  readonly pools?: readonly string[];
  /** `hours:…` in milliseconds, or a currency. */
  readonly unit: string;
  readonly amount: string;
  readonly fromMs: number;
  /** At this instant it is gone. */
  readonly expiresMs: number;
};

export type PackSold = Lot & {
  readonly priceMinor: string;
  readonly currency: string;
  /** How it was paid; `account`: it is owed. Left out in entries from before it was written: no invoice tells of the sale. */
  readonly paidBy?: 'cash' | 'bank' | 'account';
  /** Who sold it: a member key, or `admin-token` or `console`. */
  readonly by: string;
};

/** By how much what expired is more than was known, below zero when a late use took of it. */
type LotExpired = { readonly lot: string; readonly amount: string };

/** By how much a payer's share of a use is paid otherwise than before; one posting for each part. */
type UsePaid = {
  readonly session: string;
  readonly payer: string;
  readonly parts: readonly {
    readonly source: string;
    readonly kind: SourceKind;
    readonly unit: string;
    readonly amount: string;
    readonly minor: string;
    readonly posting: string;
  }[];
};

/** Replayed in the order of use are charges of so many days; older ones stay paid as they are. */
export const windowMs = 62 * 86_400_000;

export type AllowanceState = {
  allowances: {
    /** Lot id → what is known of it; until two months after its expiry. */
    readonly lots: Map<string, KnownLot>;
    /** Session → its charge; of two months. */
    readonly charges: Map<string, KnownCharge>;
    /** Member key → what came to the wallet and went from it otherwise than by use; old ones are added up. */
    readonly wallets: Map<string, Move[]>;
    /** Cost code → its budget and what older charges took of it; never decays. */
    readonly budgets: Map<string, { budgetMinor: bigint; readonly moves: Move[] }>;
    /** Member key → the cost code that they chose last; nobody who chose none. */
    readonly codes: Map<string, string>;
  };
};

export type KnownLot = Lot & {
  used: bigint;
  expired: bigint;
  /** How often it was said to have expired. */
  times: number;
};

export type Move = { readonly atMs: number; minor: bigint };

export type KnownCharge = {
  readonly session: string;
  readonly member: string;
  readonly pool: string;
  readonly machine: string;
  readonly currency: string;
  /** When the use began: charges are paid in this order. */
  readonly fromMs: number;
  /** As it was declared when it was charged. */
  readonly order: readonly SourceKind[];
  /** How far the wallet may go below zero for it; null: not at all. */
  readonly belowZero: bigint | null;
  /** Cost code, or nothing → what it costs, and who pays. */
  readonly lines: Map<string, { minor: bigint; ms: bigint; readonly payers: readonly PayerShare[] }>;
  /** Who pays since somebody changed it. */
  payers: readonly PayerShare[] | null;
  /** Payer → source → what it gave. */
  readonly paid: Map<string, Map<string, Given>>;
  postings: number;
  /** How often it was corrected. */
  changes: number;
};

export type Given = {
  readonly kind: SourceKind;
  readonly unit: string;
  amount: bigint;
  minor: bigint;
};

export const emptyAllowances = (): AllowanceState => ({
  allowances: {
    lots: new Map(),
    charges: new Map(),
    wallets: new Map(),
    budgets: new Map(),
    codes: new Map(),
  },
});
