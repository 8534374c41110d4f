// Opens a proposal to change the policy: its document into the journal, title and reason beside it, where they can be erased.

import { unknownIn } from '../domain/policy/check-document.ts';
import { documentMistakes } from '../domain/policy/document-mistakes.ts';
import { policyText } from '../domain/policy/policy-text.ts';
import { decideOpening } from '../domain/policy/proposals.ts';
import { type CareTextBox, keepCareText, mayWrite, readCareText } from './care-text.ts';
import type { Committer } from './commit.ts';
import type { ProposalInput, ProposalOutcome } from './proposals-asked.ts';
import { unprintable } from './unprintable.ts';

export type OpenProposal = CareTextBox & { readonly committer: Committer; readonly newId: () => string };

/** Characters, as in the contract. */
const titleLimit = 120;
const reasonLimit = 2_000;

export async function openProposal(box: OpenProposal, input: ProposalInput): Promise<ProposalOutcome> {
  const { by, document, fromMs } = input;
  const state = box.committer.tentative();
  if (!mayWrite(state, by)) return { ok: false, code: 'member-unknown' };
  const text = readWords(input);
  if (text === null) return { ok: false, code: 'text-unreadable' };
  const [mistake] = documentMistakes(document, state.workshop);
  const about = unknownIn(document, state) ?? mistake?.text ?? null;
  if (about !== null) return { ok: false, code: 'document-wrong', about };
  const hash = box.secrets.digest(policyText(document));
  const decision = decideOpening(state, { by, hash, fromMs }, box.committer.stamp());
  if (!decision.ok) return decision;
  const { ok: _, ...times } = decision;
  const proposal = box.newId();
  const { digest: noteDigest, change } = keepCareText(box, { session: proposal, member: by, text });
  const data = { proposal, by, hash, document, ...times, noteDigest };
  await box.committer.commit([{ type: 'proposal-opened', data }], { people: [change] });
  return { ok: true, proposal };
}

/** One note: the title is its first line. Null where they are too long, or cannot be printed. */
function readWords(input: Pick<ProposalInput, 'title' | 'reason'>): string | null {
  const title = readCareText(input.title);
  const lines = input.reason.replaceAll('\r\n', '\n').trim().split('\n');
  const reason = lines.map((line) => line.trim()).join('\n');
  if (title === null || title === '' || [...title].length > titleLimit) return null;
  if ([...reason].length > reasonLimit || lines.some((line) => unprintable.test(line))) return null;
  return `${title}\n${reason.toWellFormed()}`;
}
