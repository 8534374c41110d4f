// Disputes in the journal, version 1: a member contests what a use was charged, and somebody else decides. What both wrote stands
// beside the journal and goes with the member; here are its digests. A credit is booked by `charge-corrected`, which follows.

import type { DisputeOutcome } from '../billing/dispute.ts';
import type { ChargeLine } from './charge-entries.ts';

export type DisputeBody =
  | { readonly type: 'dispute-opened'; readonly data: DisputeOpened }
  | { readonly type: 'dispute-withdrawn'; readonly data: DisputeWithdrawn }
  | { readonly type: 'dispute-settled'; readonly data: DisputeSettled };

type DisputeOpened = {
  readonly dispute: string;
  /** Session that was charged. */
  readonly charge: string;
  readonly member: string;
  /** What it was charged then, minor units. */
  readonly minor: string;
  readonly currency: string;
  /** When an answer is due. */
  readonly answerByMs: number;
  /** SHA-256 over salt and text of the note beside `dispute`, hex. */
  readonly noteDigest: string;
};

type DisputeWithdrawn = { readonly dispute: string; readonly charge: string; readonly member: string };

type DisputeSettled = {
  readonly dispute: string;
  readonly charge: string;
  /** Whose charge it is. */
  readonly member: string;
  readonly outcome: DisputeOutcome;
  /** What is taken off the charge, never below zero; the lines add up to it, each as it stands in the charge. */
  readonly minor: string;
  readonly lines: readonly ChargeLine[];
  readonly currency: string;
  /** A member key, or `admin-token` or `console`. */
  readonly by: string;
  /** Id of the note with the answer, and its digest. */
  readonly answer: string;
  readonly noteDigest: string;
};

type OpenDispute = Omit<DisputeOpened, 'noteDigest'> & { readonly openedAtMs: number };

/** Dispute id → what nobody has decided yet; at most a thousand. */
export type DisputeState = { disputes: Map<string, OpenDispute> };

export const emptyDisputes = (): DisputeState => ({ disputes: new Map() });
