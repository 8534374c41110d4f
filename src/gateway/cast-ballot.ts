// A member votes, or votes again while the vote is open. A secret ballot goes into the box under a receipt that is chance; the
// journal says that they voted, once, and not even when they changed their mind.

import { decideBallot, type ProposalRefusal } from '../domain/policy/proposals.ts';
import type { Committer } from './commit.ts';
import type { Journal } from './ports.ts';
import type { BallotInput, BallotOutcome } from './proposals-asked.ts';

export type CastBallot = {
  readonly committer: Committer;
  readonly journal: Pick<Journal, 'ballots'>;
  /** 16 random bytes, hex. */
  readonly newSalt: () => string;
};

/** 80 bits: nobody meets another's by trying. */
const receiptLength = 20;

/** To be called in turn with whatever else touches the box, or somebody's right to vote. */
export async function castBallot(box: CastBallot, input: BallotInput): Promise<BallotOutcome> {
  const { committer } = box;
  const { proposal, member, choice } = input;
  const decision = decideBallot(committer.tentative(), input, committer.stamp());
  if (!decision.ok) return decision;
  if (!decision.secret) {
    await committer.commit([{ type: 'ballot-cast', data: { proposal, member, choice } }]);
    return { ok: true, receipt: null };
  }
  const replaces = decision.isFirst ? null : input.receipt;
  const missing = await whyMissing(box, { proposal, replaces });
  if (missing !== null) return { ok: false, code: missing };
  // The box was asked meanwhile: the vote may be over now.
  const still = decideBallot(committer.tentative(), input, committer.stamp());
  if (!still.ok) return still;
  const receipt = box.newSalt().slice(0, receiptLength);
  await committer.commit(decision.isFirst ? [{ type: 'ballot-cast', data: { proposal, member } }] : [], {
    people: [{ kind: 'ballot', ballot: { proposal, receipt, choice }, replaces }],
  });
  return { ok: true, receipt };
}

async function whyMissing(
  { journal }: CastBallot,
  { proposal, replaces }: { proposal: string; replaces: string | null },
): Promise<ProposalRefusal | null> {
  if (replaces === null) return null;
  const held = await journal.ballots(proposal);
  return held.some(({ receipt }) => receipt === replaces) ? null : 'receipt-unknown';
}
