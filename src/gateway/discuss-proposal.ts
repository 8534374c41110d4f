// What is said to a proposal, and its withdrawal by whoever opened it. Words stand beside the journal, and go with their member.

import { decideComment, decideWithdrawal } from '../domain/policy/proposals.ts';
import { keepCareText, mayWrite, readCareText } from './care-text.ts';
import type { OpenProposal } from './open-proposal.ts';
import type {
  CommentInput,
  CommentOutcome,
  ProposalWithdrawal,
  ProposalWithdrawn,
} from './proposals-asked.ts';

export async function commentProposal(box: OpenProposal, input: CommentInput): Promise<CommentOutcome> {
  const { proposal, by } = input;
  const state = box.committer.tentative();
  if (!mayWrite(state, by)) return { ok: false, code: 'member-unknown' };
  const text = readCareText(input.text);
  if (text === null || text === '') return { ok: false, code: 'text-unreadable' };
  const decision = decideComment(state, { proposal, by });
  if (!decision.ok) return decision;
  const comment = box.newId();
  const { digest, change } = keepCareText(box, { session: comment, member: by, text });
  const data = { proposal, comment, by, noteDigest: digest };
  await box.committer.commit([{ type: 'proposal-commented', data }], { people: [change] });
  return { ok: true };
}

export async function withdrawProposal(
  { committer }: Pick<OpenProposal, 'committer'>,
  { proposal, by }: ProposalWithdrawal,
): Promise<ProposalWithdrawn> {
  const decision = decideWithdrawal(committer.tentative(), { proposal, by }, committer.stamp());
  if (!decision.ok) return decision;
  await committer.commit([{ type: 'proposal-withdrawn', data: { proposal, by } }], {
    people: decision.secret ? [{ kind: 'box-emptied', proposal }] : [],
  });
  return { ok: true };
}
