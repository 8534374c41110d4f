// Closes votes whose time is over: a level, looked at with every tick, so that a crash before the closing is made good by the
// next look. The box of a secret vote is counted and emptied in the commit that says how it ended.

import type { OpenProposal } from '../domain/journal/proposal-entries.ts';
import { closeProposal, decideProposals } from '../domain/policy/proposals.ts';
import type { Committer } from './commit.ts';
import type { InTurn } from './in-turn.ts';
import type { Journal, Log } from './ports.ts';

export type ProposalKeeper = {
  readonly committer: Committer;
  readonly journal: Pick<Journal, 'ballots'>;
  readonly inTurn: InTurn;
  readonly log: Log;
};

/** @returns looks for votes that are over; safe to call at any time */
export function createProposalKeeper(box: ProposalKeeper): () => void {
  const { committer, inTurn, log } = box;
  let busy = false;
  let failed = false;
  return () => {
    // At most eight are open: to look costs less than to know when not to.
    if (busy || decideProposals(committer.tentative(), committer.stamp()).length === 0) return;
    busy = true;
    // In turn with ballots, erasures and suspensions: what is counted is what is there when it closes.
    inTurn(() => closeDue(box)).then(
      () => {
        [busy, failed] = [false, false];
      },
      (fault: unknown) => {
        // Said once; the next look tries again.
        if (!failed) log.warn({ fault }, 'a vote that is over could not be closed yet');
        [busy, failed] = [false, true];
      },
    );
  };
}

async function closeDue({ committer, journal }: ProposalKeeper): Promise<void> {
  for (const { proposal } of decideProposals(committer.tentative(), committer.stamp())) {
    const secret = committer.tentative().proposals.get(proposal)?.votes.secret === true;
    const box = secret ? await journal.ballots(proposal) : [];
    const open = stillDue(committer, proposal);
    if (!open) continue;
    const bodies = closeProposal(committer.tentative(), { open, box }, committer.stamp());
    await committer.commit(bodies, { people: secret ? [{ kind: 'box-emptied', proposal }] : [] });
  }
}

/** The box was asked meanwhile, and a failed commit may have taken the state back. */
const stillDue = (committer: Committer, id: string): OpenProposal | undefined =>
  decideProposals(committer.tentative(), committer.stamp()).find(({ proposal }) => proposal === id);
