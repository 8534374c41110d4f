// Whether what came over HTTP is a proposal, a list of them, or what came of opening one or voting. A file of its own, because
// checking costs an import that only the command needs.

import { Check } from 'typebox/value';
import { BallotDone, ProposalList, ProposalMade, ProposalView } from './proposals.ts';

export const isProposalList = (said: unknown): said is ProposalList => Check(ProposalList, said);
export const isProposalView = (said: unknown): said is ProposalView => Check(ProposalView, said);
export const isProposalMade = (said: unknown): said is ProposalMade => Check(ProposalMade, said);
export const isBallotDone = (said: unknown): said is BallotDone => Check(BallotDone, said);
