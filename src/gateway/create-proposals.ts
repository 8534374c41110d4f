// The use cases of proposals and votes, together: what the gateway offers to members who change how their machines are shared.

import { type CastBallot, castBallot } from './cast-ballot.ts';
import { commentProposal, withdrawProposal } from './discuss-proposal.ts';
import type { InTurn } from './in-turn.ts';
import { type OpenProposal, openProposal } from './open-proposal.ts';
import type {
  BallotInput,
  BallotOutcome,
  CommentInput,
  CommentOutcome,
  ProposalInput,
  ProposalList,
  ProposalOutcome,
  ProposalTold,
  ProposalWithdrawal,
  ProposalWithdrawn,
} from './proposals-asked.ts';
import { type ReadProposals, readProposal, readProposals } from './read-proposals.ts';

export type Proposals = {
  openProposal(input: ProposalInput): Promise<ProposalOutcome>;
  commentProposal(input: CommentInput): Promise<CommentOutcome>;
  withdrawProposal(input: ProposalWithdrawal): Promise<ProposalWithdrawn>;
  /** Again and again while it is open: the last one counts. */
  castBallot(input: BallotInput): Promise<BallotOutcome>;
  /** For a member key; null for a token of the gateway itself. */
  proposals(viewer: string | null): Promise<ProposalList>;
  /** Null where no proposal has this id. */
  proposal(asked: {
    readonly proposal: string;
    readonly viewer: string | null;
  }): Promise<ProposalTold | null>;
};

type Box = OpenProposal & CastBallot & ReadProposals & { readonly inTurn: InTurn };

/** In turn with each other and with changes of people: nobody votes while they are erased, or while it is counted. */
export const createProposals = (box: Box): Proposals => ({
  openProposal: (input) => box.inTurn(() => openProposal(box, input)),
  commentProposal: (input) => box.inTurn(() => commentProposal(box, input)),
  withdrawProposal: (input) => box.inTurn(() => withdrawProposal(box, input)),
  castBallot: (input) => box.inTurn(() => castBallot(box, input)),
  proposals: (viewer) => readProposals(box, viewer),
  proposal: (asked) => readProposal(box, asked),
});
