// How members change the policy, in the journal, version 1: proposals, what was said to them, who voted and how it ended.
// Words are beside the journal, here are their digests; of a secret vote the journal knows who voted, and never how.

import type { PolicyDocument, VotePolicy } from '../policy/policy-document.ts';

export type ProposalBody =
  | { readonly type: 'proposal-opened'; readonly data: ProposalOpened }
  | { readonly type: 'proposal-commented'; readonly data: ProposalCommented }
  | { readonly type: 'proposal-withdrawn'; readonly data: ProposalWithdrawn }
  | { readonly type: 'ballot-cast'; readonly data: BallotCast }
  | { readonly type: 'proposal-closed'; readonly data: ProposalClosed };

export type Choice = 'yes' | 'no' | 'blank';

export type ProposalOpened = {
  readonly proposal: string;
  /** A member key, or `admin-token` or `console` where that was no member. */
  readonly by: string;
  /** Version of the policy that it would change. */
  readonly base: number;
  /** SHA-256 of the canonical JSON of the document, hex. */
  readonly hash: string;
  readonly document: PolicyDocument;
  /** Wall clock, as all times here. */
  readonly opensMs: number;
  readonly closesMs: number;
  /** It takes effect then, and never before its notice is over. */
  readonly fromMs: number;
  /** The rules of the vote, as they were in force when it was opened. */
  readonly votes: VotePolicy;
  /** SHA-256 over salt and text of title and reason, hex. */
  readonly noteDigest: string;
};

type ProposalCommented = {
  readonly proposal: string;
  /** Id of the comment, and of the note beside it. */
  readonly comment: string;
  readonly by: string;
  readonly noteDigest: string;
};

type ProposalWithdrawn = { readonly proposal: string; readonly by: string };

/** In an open vote the last one of a member counts; of a secret vote there is one, without what was chosen. */
type BallotCast = { readonly proposal: string; readonly member: string; readonly choice?: Choice };

export type VoteOutcome = 'accepted' | 'rejected' | 'no-quorum';

type ProposalClosed = Tally & {
  readonly proposal: string;
  readonly outcome: VoteOutcome;
  /** Of a secret vote every ballot, in the order of the receipts, which are chance; empty in an open one. */
  readonly receipts: readonly ReceiptLine[];
};

export type ReceiptLine = { readonly receipt: string; readonly choice: Choice };

export type Tally = {
  readonly yes: number;
  readonly no: number;
  readonly blank: number;
  /** Who could have voted. */
  readonly electors: number;
};

export type ProposalState = {
  /** Proposal id → one that is open, oldest first; at most `openProposalLimit`. */
  proposals: Map<string, OpenProposal>;
  /** Those that are over, newest last, at most `pastProposalLimit`; older ones stay in the journal. */
  pastProposals: PastProposal[];
};

export type OpenProposal = Omit<ProposalOpened, 'noteDigest'> & {
  /** Member key → what they chose; null in a secret vote, where only this is known: that they voted. */
  ballots: Map<string, Choice | null>;
  /** Oldest first, at most `commentLimit`. */
  comments: ProposalComment[];
};

type ProposalComment = { readonly comment: string; readonly by: string; readonly atMs: number };

export type PastProposal = Pick<ProposalOpened, 'proposal' | 'by' | 'opensMs' | 'closesMs' | 'fromMs'> & {
  readonly secret: boolean;
  /** Wall clock of the entry that ended it. */
  readonly endedMs: number;
  readonly outcome: VoteOutcome | 'withdrawn';
  /** Null where it was withdrawn. */
  readonly tally: Tally | null;
};

export const openProposalLimit = 8;
/** Of one member. */
export const ownProposalLimit = 2;
/** Of one proposal, and of one member among them. */
export const commentLimit = 200;
export const ownCommentLimit = 20;
const pastProposalLimit = 100;

export const emptyProposals = (): ProposalState => ({ proposals: new Map(), pastProposals: [] });

/** Newest last, within the limit. */
export const withPast = (past: readonly PastProposal[], one: PastProposal): PastProposal[] =>
  [...past, one].slice(-pastProposalLimit);
