// What is asked of the desk about money: materials that were handed out, and charges that are corrected by hand. Shapes only;
// refusals are values with a code.

import type { CorrectionNo } from '../domain/billing/decide-correction.ts';
import type { MaterialNo } from '../domain/billing/decide-material.ts';
import type { ChargeLine, CorrectionReason } from '../domain/journal/charge-entries.ts';
import type { WithdrawalReason } from '../domain/journal/usage-entries.ts';
import type { TimeRead } from '../domain/local-time.ts';
import type { UsageOutcome } from './asked.ts';

export type MaterialInput = {
  /** Handle or key. */
  readonly member: string;
  readonly machine: string;
  /** Id in the tariff. */
  readonly material: string;
  /** As people write it, `12.5`, in the unit of the material. */
  readonly amount: string;
  /** RFC 3339 with an offset, or local to the space; null: this minute. */
  readonly at: string | null;
  /** Null: the one that the member holds there, if any. */
  readonly session: string | null;
  /** Left out: that of the session. */
  readonly costCode?: string | null;
  /** Who says so: a member key, or `admin-token` or `console`. */
  readonly by: string;
};

export type MaterialWithdrawal = {
  readonly entry: string;
  readonly why: WithdrawalReason;
  readonly by: string;
};

/** Told as an entered use is; `session` is the id of the entry. */
export type MaterialOutcome = Extract<UsageOutcome, { ok: true }> | MaterialRefusal;

export type MaterialRefusal = {
  readonly ok: false;
  readonly code:
    | MaterialNo
    | Extract<TimeRead, { ok: false }>['code']
    | 'material-not-entered'
    | 'material-withdrawn-already';
  /** What was refused or stands in the way: ids and times, in no language. */
  readonly about: string | null;
  readonly field: keyof MaterialInput | null;
  /** What a time may have meant, RFC 3339. */
  readonly readings: readonly string[];
};

export type CorrectionInput = {
  /** What was charged: the session of a use, or the id of a material. */
  readonly session: string;
  /** Whole minor units that it shall cost; null: as it does. */
  readonly toMinor: string | null;
  /** Left out: as it is; null: the member alone. */
  readonly costCode?: string | null;
  readonly why: CorrectionReason;
  /** In a person's own words; it can be erased. */
  readonly note: string | null;
  readonly by: string;
};

export type CorrectionOutcome =
  | {
      readonly ok: true;
      /** Null when nothing was written. */
      readonly correction: string | null;
      readonly session: string;
      /** Of the member. */
      readonly name: string;
      readonly beforeMinor: string;
      readonly afterMinor: string;
      /** By how much what changes, per month and cost code. */
      readonly lines: readonly ChargeLine[];
      readonly currency: string;
      readonly digits: number;
    }
  | {
      readonly ok: false;
      readonly code: CorrectionNo | 'clock-unset' | 'note-unreadable' | 'correction-empty';
      readonly about: string | null;
    };
