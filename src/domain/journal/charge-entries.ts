// Charges in the journal, version 1: what a use costs once it is over, as an entry of its own, and what corrects it. Segments
// know no prices; a correction is a further entry, and the sum of both is what is owed (invariant 5).

import type { PayerShare } from '../allowance/paying.ts';

export type ChargeBody =
  | { readonly type: 'charge-made'; readonly data: ChargeMade }
  | { readonly type: 'charge-corrected'; readonly data: ChargeCorrected };

type ChargeMade = {
  /** Of a session, or of a use that was entered by hand; charged once. */
  readonly session: string;
  readonly machine: string;
  readonly pool: string;
  readonly member: string;
  readonly team: string | null;
  /** ISO 4217. */
  readonly currency: string;
  /** They add up to `minor`. */
  readonly lines: readonly ChargeLine[];
  /** Minor units in a decimal string. */
  readonly minor: string;
  /** When the use began; left out in entries from before it was written. */
  readonly fromMs?: number;
  /** Plan of the member when it began; left out without one. */
  readonly plan?: string;
  /** Who taught; left out where nobody did. */
  readonly trainer?: string;
};

export type ChargeLine = {
  /** `yyyy-mm` in which it was used, local. */
  readonly month: string;
  readonly costCode: string | null;
  /** Hash of the tariff. */
  readonly tariff: string | null;
  readonly minor: string;
  /** The time that it stands for, on the clock of the tariff; left out: none. */
  readonly ms?: number;
};

/** `minor` and the lines say by how much it changes: below zero for what was charged too much. */
export type ChargeCorrected = ChargeMade & {
  /** From 1, without a gap within a session. */
  readonly nth: number;
  /** The use was withdrawn; or another one became known later, so that a cap of the day or the month falls otherwise. */
  readonly why: 'withdrawn' | 'late' | 'payers';
  /** `rule`: the gateway, by the tariff alone; otherwise a member key, or `admin-token` or `console`. */
  readonly by: string;
  /** With `payers`: who pays from now on, for the whole use; the price is what it was, so there are no lines. */
  readonly payers?: readonly PayerShare[];
};
