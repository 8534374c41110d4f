// What people ask of the gateway about proposals and votes, and what they get for it. Shapes only; times that are told are RFC
// 3339.

import type { Choice, ReceiptLine, Tally, VoteOutcome } from '../domain/journal/proposal-entries.ts';
import type { ChangedValue } from '../domain/policy/changed-values.ts';
import type { PolicyDocument, VotePolicy } from '../domain/policy/policy-document.ts';
import type { ProposalRefusal } from '../domain/policy/proposals.ts';

export type ProposalInput = {
  /** A member key, or `admin-token` or `console`. */
  readonly by: string;
  readonly title: string;
  readonly reason: string;
  readonly document: PolicyDocument;
  /** When it is to take effect; null: as soon as it may. */
  readonly fromMs: number | null;
};

type Refused = { readonly ok: false; readonly code: ProposalRefusal | 'text-unreadable' | 'member-unknown' };

export type ProposalOutcome =
  | { readonly ok: true; readonly proposal: string }
  | Refused
  /** It names what is not there; `about` as in `pools.lasers`. */
  | { readonly ok: false; readonly code: 'document-wrong'; readonly about: string };

export type CommentInput = { readonly proposal: string; readonly by: string; readonly text: string };
export type CommentOutcome = { readonly ok: true } | Refused;

export type BallotInput = {
  readonly proposal: string;
  readonly member: string;
  readonly choice: Choice;
  /** Of the ballot that this one takes the place of, in a secret vote. */
  readonly receipt: string | null;
};

export type BallotOutcome =
  /** The receipt is told this once; null in an open vote. */
  { readonly ok: true; readonly receipt: string | null } | Refused;

export type ProposalWithdrawal = { readonly proposal: string; readonly by: string };
export type ProposalWithdrawn = { readonly ok: true } | Refused;

export type ProposalLine = {
  readonly proposal: string;
  /** Null when its words were erased. */
  readonly title: string | null;
  /** A name, `console` or `admin-token`; null for who is gone. */
  readonly by: string | null;
  readonly mine: boolean;
  readonly status: 'open' | VoteOutcome | 'withdrawn';
  readonly secret: boolean;
  readonly opens: string;
  readonly closes: string;
  /** Null while it is open. */
  readonly ended: string | null;
  readonly takesEffect: string;
  readonly voted: number;
  readonly electors: number;
  /** Null until it is closed, and for one that was withdrawn. */
  readonly tally: Tally | null;
  /** Whether I have voted; false once it is over. */
  readonly iVoted: boolean;
};

export type ProposalTold = ProposalLine & {
  readonly reason: string | null;
  readonly document: PolicyDocument;
  readonly changes: readonly ChangedValue[];
  /** Another policy has begun since it was opened: what would change is told against the one of then. */
  readonly outdated: boolean;
  readonly votes: VotePolicy;
  readonly comments: readonly CommentTold[];
  /** In an open vote that is not over. */
  readonly myChoice: Choice | null;
  /** Every ballot of a secret vote that is over. */
  readonly receipts: readonly ReceiptLine[];
  /** Under which it was adopted. */
  readonly version: number | null;
};

type CommentTold = {
  readonly by: string | null;
  readonly at: string;
  /** Null when it was erased. */
  readonly text: string | null;
};

export type ProposalList = {
  /** Open ones first, those that end soonest before; then the others, newest first. */
  readonly proposals: readonly ProposalLine[];
  /** How one that is opened now would be voted on; null where nobody can open one. */
  readonly votes: VotePolicy | null;
  /** The document in force; null where there is none. */
  readonly document: PolicyDocument | null;
};
