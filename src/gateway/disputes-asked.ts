// What is asked about disputes, and what comes back. Shapes only; refusals are values with a code.

import type { DisputeRefusal, DisputeStatus } from '../domain/billing/dispute.ts';

export type DisputeInput = {
  /** Session that was charged; it must be a charge of `by`. */
  readonly charge: string;
  readonly text: string;
  /** Member key. */
  readonly by: string;
};

type No<Code> = { readonly ok: false; readonly code: Code };

export type DisputeOpening =
  | { readonly ok: true; readonly dispute: string }
  | No<DisputeRefusal | 'member-unknown' | 'text-unreadable' | 'clock-unset'>;

export type DisputeWithdrawal = { readonly dispute: string; readonly by: string };

export type DisputeWithdrawn = { readonly ok: true } | No<'dispute-unknown' | 'dispute-over'>;

export type SettlementInput = {
  readonly dispute: string;
  readonly outcome: 'accepted' | 'partly' | 'rejected';
  /** With `partly` one of the two: minor units, or minutes of the time that was billed. */
  readonly minor: string | null;
  readonly minutes: number | null;
  readonly text: string;
  /** A member key, or `admin-token` or `console`. */
  readonly by: string;
};

export type Settlement =
  | {
      readonly ok: true;
      /** What is taken off. */
      readonly minor: string;
      readonly currency: string;
    }
  | No<
      | ('dispute-unknown' | 'dispute-over' | 'dispute-own' | 'credit-wrong')
      | ('text-unreadable' | 'charge-unknown')
    >;

export type DisputeTold = {
  readonly dispute: string;
  readonly charge: string;
  readonly member: string;
  /** Null once they were erased. */
  readonly name: string | null;
  readonly status: DisputeStatus;
  /** What was charged when it was opened. */
  readonly minor: string;
  readonly currency: string;
  readonly digits: number;
  readonly opened: string;
  readonly answerBy: string;
  /** Open, and nobody answered in time. */
  readonly overdue: boolean;
  /** Null once its writer was erased. */
  readonly text: string | null;
  readonly settled: {
    readonly at: string;
    /** A name, or `console` or `admin-token`; null for those who may not know. */
    readonly by: string | null;
    /** What was taken off. */
    readonly minor: string;
    readonly answer: string | null;
  } | null;
};
