// Charges in the journal, version 1: what a use costs once it is over, as an entry of its own, and what corrects it. Segments
// know no prices; a correction is a further entry, and the sum of both is what is owed (invariant 5).

import type { PayerShare } from '../allowance/paying.ts';
import type { MaterialBody } from './material-entries.ts';

export type ChargeBody =
  | { readonly type: 'charge-made'; readonly data: ChargeMade }
  | { readonly type: 'charge-corrected'; readonly data: ChargeCorrected }
  | MaterialBody;

type ChargeMade = {
  /** Of a session, of a use that was entered by hand, or of a material; charged once. */
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

/** What a person corrects a charge for. */
export type CorrectionReason = 'waived' | 'price' | 'cost-code' | 'agreed';

/** `minor` and the lines say by how much it changes: below zero for what was charged too much. */
export type ChargeCorrected = ChargeMade & {
  /** From 1, without a gap within a session. */
  readonly nth: number;
  /**
   * By the rule: the use was withdrawn; or another one became known later, so that a cap of the day or the month falls
   * otherwise; or something was taken off after the member contested it. By hand: why somebody did it.
   */
  readonly why: 'withdrawn' | 'late' | 'disputed' | 'payers' | CorrectionReason;
  /** `rule`: the gateway, by the tariff alone. Else who did it: a member key, or `admin-token` or `console`. */
  readonly by: string;
  /** Of a correction by hand: the id beside which its note stands. */
  readonly correction?: string;
  /** SHA-256 over salt and text of the note, hex; null or left out without a note. */
  readonly noteDigest?: string | null;
  /** With `payers`: who pays from now on, for the whole use; the price is what it was, so there are no lines. */
  readonly payers?: readonly PayerShare[];
  /** Only with `disputed`. */
  readonly dispute?: string;
};
