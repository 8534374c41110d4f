// What is asked about packs, wallets and who pays, and what comes back. Shapes only; refusals are values with a code.

import type { SourceKind } from '../domain/allowance/consume.ts';
import type { PayerShare } from '../domain/allowance/paying.ts';
import type { PostOutcome } from './ledger-asked.ts';

/** By what somebody paid at the desk; `account`: they owe it. */
export type PaidBy = 'cash' | 'bank' | 'account';

export type PackSale = {
  /** Chosen by whoever asks: the same one sells once. */
  readonly sale: string;
  readonly pack: string;
  /** Key or handle. */
  readonly member: string;
  readonly paidBy: PaidBy;
  readonly by: string;
};

export type WalletMove = {
  readonly key: string;
  readonly member: string;
  /** Above zero, minor units in a decimal string. */
  readonly minor: string;
  readonly kind: 'top-up' | 'refund';
  readonly paidBy: 'cash' | 'bank';
};

export type PayersWish = {
  readonly session: string;
  /** Accounts: `member:KEY`, `team:ID`, `cost-code:CODE`; parts above zero. */
  readonly payers: readonly PayerShare[];
  readonly by: string;
};

type No<Code> = { readonly ok: false; readonly code: Code; readonly about: string | null };

export type SaleOutcome =
  | { readonly ok: true; readonly lot: string; readonly expiresMs: number; readonly repeated: boolean }
  | No<'pack-unknown' | 'member-unknown' | 'clock-unset' | 'sale-repeated'>;

export type WalletOutcome = PostOutcome | No<'member-unknown' | 'amount-wrong'>;

export type PayersOutcome = { readonly ok: true } | No<'charge-unknown' | 'payers-wrong' | 'clock-unset'>;

/** What a member has, and what it paid for in two months. */
export type AllowancesTold = {
  readonly member: string;
  readonly currency: string;
  readonly digits: number;
  readonly lots: readonly LotTold[];
  readonly wallet: { readonly minor: bigint; readonly heldMinor: bigint };
  readonly uses: readonly UseTold[];
};

export type LotTold = {
  readonly lot: string;
  readonly kind: 'plan' | 'pack';
  readonly name: string;
  readonly pools: readonly string[] | null;
  readonly unit: string;
  readonly amount: bigint;
  readonly left: bigint;
  readonly fromMs: number;
  readonly expiresMs: number;
};

export type UseTold = {
  readonly session: string;
  readonly machine: string;
  readonly pool: string;
  readonly fromMs: number;
  readonly minor: bigint;
  readonly parts: readonly {
    readonly payer: string;
    readonly source: string;
    readonly kind: SourceKind;
    readonly unit: string;
    readonly amount: bigint;
    readonly minor: bigint;
  }[];
};
