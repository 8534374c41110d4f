// Use that people wrote down because no reader could, and its withdrawal: entries of the journal, version 1. What they
// said about it in their own words stands beside the journal and can be erased; here is only its digest.

export type UsageReason = 'gateway-away' | 'reader-broken' | 'network-away' | 'badge-forgotten' | 'other';

export type UsageEntered = {
  /** Its id, as of a session; no badge ever started it. */
  readonly session: string;
  readonly machine: string;
  readonly pool: string;
  readonly member: string;
  readonly team: string | null;
  /** Of the member when it was entered; left out without one, and in entries from before it was written. */
  readonly plan?: string;
  readonly costCode: null;
  readonly fromMs: number;
  readonly toMs: number;
  /** Who wrote it down: a member key, or `admin-token` or `console` where that was no member. */
  readonly by: string;
  readonly why: UsageReason;
  /** SHA-256 over salt and text of the note, hex; null without a note. */
  readonly noteDigest: string | null;
};

export type WithdrawalReason = 'mistake' | 'twice' | 'waived' | 'other';

/** An entered use is taken back: it counts no more, and both stay to be seen. */
export type UsageWithdrawn = {
  readonly session: string;
  readonly machine: string;
  readonly by: string;
  readonly why: WithdrawalReason;
};

/** Clocks that go by a reading, which the journal does not hold: their sums stand in the segments. */
export type OnClock = 'laserOn' | 'spindleOn';

/** Whole milliseconds, as heard. */
export type OnTime = {
  readonly onMs: number;
  /** Time in which it was not heard: recorded, and counted for nothing. */
  readonly gapMs: number;
};

/** Left out where the machine never told, and in entries from before these were written. */
export type OnTimes = { readonly [clock in OnClock]?: OnTime };

/** What a segment says for its price, without knowing one. */
export type SegmentTerms = {
  /** Plan of the member when the session began; left out without one. */
  readonly plan?: string;
  /** What the session might cost at most when this was closed, minor units; left out without a ceiling. */
  readonly ceilingMinor?: string;
};

/** What the meter in the switch says that a segment drew. */
export type SegmentEnergy = {
  /** Milliwatt-hours, whole, never below zero; a lower bound where a part was not measured. */
  readonly mwh: number;
  /** By its total, from its watts, only partly known, or not at all: then `mwh` says nothing. */
  readonly how: 'metered' | 'estimated' | 'partly' | 'unmeasured';
  /** Time in which neither total nor watts were told. */
  readonly unmeasuredMs: number;
};
