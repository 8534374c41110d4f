// What the entries about proposals change in the state. Who is erased or suspended stays in the list of an open vote and is
// left out when it is counted, so that somebody who comes back has their ballot again.

import type { Entry } from './entry.ts';
import { type PastProposal, type ProposalBody, withPast } from './proposal-entries.ts';
import type { State } from './state.ts';

type ProposalType = ProposalBody['type'];
type Of<T extends ProposalType> = Extract<Entry, { type: T }>;

export const proposalEffects: { readonly [T in ProposalType]: (state: State, entry: Of<T>) => void } = {
  'proposal-opened': (state, { data: { noteDigest: _, ...data } }) => {
    state.proposals.set(data.proposal, { ...data, ballots: new Map(), comments: [] });
  },
  'proposal-commented': (state, { atMs, data: { proposal, comment, by } }) => {
    state.proposals.get(proposal)?.comments.push({ comment, by, atMs });
  },
  'proposal-withdrawn': (state, { atMs, data: { proposal } }) => {
    end(state, proposal, { endedMs: atMs, outcome: 'withdrawn', tally: null });
  },
  'ballot-cast': (state, { data: { proposal, member, choice } }) => {
    state.proposals.get(proposal)?.ballots.set(member, choice ?? null);
  },
  'proposal-closed': (state, { atMs, data: { proposal, outcome, yes, no, blank, electors } }) => {
    end(state, proposal, { endedMs: atMs, outcome, tally: { yes, no, blank, electors } });
  },
};

function end(state: State, id: string, how: Pick<PastProposal, 'endedMs' | 'outcome' | 'tally'>): void {
  const open = state.proposals.get(id);
  if (!open) return;
  const { proposal, by, opensMs, closesMs, fromMs, votes } = open;
  state.proposals.delete(id);
  const past = { proposal, by, opensMs, closesMs, fromMs, secret: votes.secret, ...how };
  state.pastProposals = withPast(state.pastProposals, past);
}
