// Charges in the journal, version 1: what a use costs once it is over, as an entry of its own, and what corrects it. Segments
// know no prices; a correction is a further entry, and the sum of both is what is owed (invariant 5).

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
};

export type ChargeLine = {
  /** `yyyy-mm` in which it was used, local. */
  readonly month: string;
  readonly costCode: string | null;
  /** Hash of the tariff. */
  readonly tariff: string | null;
  readonly minor: string;
};

/** `minor` and the lines say by how much it changes: below zero for what was charged too much. */
export type ChargeCorrected = ChargeMade & {
  /** From 1, without a gap within a session. */
  readonly nth: number;
  /**
   * The use was withdrawn; another one became known later, so that a cap of the day or the month falls otherwise; or something was
   * taken off after the member contested it.
   */
  readonly why: 'withdrawn' | 'late' | 'disputed';
  /** `rule`: the gateway, by the tariff, and by what was decided in `dispute`. */
  readonly by: 'rule';
  /** Only with `disputed`. */
  readonly dispute?: string;
};
