// What is asked of the ledger, and what comes back. Shapes only; refusals are values with a code.

import type { PostingRefusal } from '../domain/ledger/decide-posting.ts';
import type { HoldRefusal } from '../domain/ledger/hold.ts';
import type { Closing } from '../domain/ledger/period.ts';
import type { PostingLine, ReversalReason } from '../domain/ledger/posting.ts';

export type PostWish = {
  /** The same key is posted once; asking again with the same content gives the same posting. */
  readonly key: string;
  readonly kind: string;
  readonly reference: string | null;
  readonly lines: readonly PostingLine[];
  /** Left out: now. */
  readonly dateMs?: number;
  /** Says what would be, and writes nothing; `posting` is then empty unless it is there already. */
  readonly dryRun?: boolean;
  /** For what happened and cannot be undone. */
  readonly overdraws?: true;
  /** A hold that this posting uses up, and how much of it; the rest is free again. */
  readonly settles?: { readonly hold: string; readonly minor: string };
};

type No<Code> = {
  readonly ok: false;
  readonly code: Code;
  /** What was refused: an account, a unit, an amount, a month. */
  readonly about: string | null;
};

export type PostOutcome =
  | {
      readonly ok: true;
      readonly posting: string;
      /** It was posted before, and nothing was written now. */
      readonly repeated: boolean;
    }
  | No<PostingRefusal | HoldRefusal | 'posting-key-used' | 'clock-unset'>;

export type ReversalWish = {
  readonly posting: string;
  readonly why: ReversalReason;
  readonly dryRun?: boolean;
};

export type ReversalOutcome = PostOutcome | No<'posting-unknown'>;

export type PlaceHoldWish = {
  readonly hold: string;
  readonly account: string;
  readonly unit: string;
  readonly minor: string;
  /** From now; a month at most. */
  readonly forMs: number;
};

export type HoldOutcome = { readonly ok: true } | No<HoldRefusal>;

export type ClosingWish = {
  /** `yyyy-mm` in the time zone of the space. */
  readonly month: string;
  /** A member key, or `admin-token` or `console`. */
  readonly by: string;
};

export type ClosingOfPeriod =
  | { readonly ok: true; readonly month: string; readonly beforeMs: number }
  | No<Extract<Closing, { ok: false }>['code'] | 'clock-unset'>;
