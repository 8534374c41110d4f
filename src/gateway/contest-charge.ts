// A member contests what a use of theirs was charged, or takes that back. What they write stands beside the journal, where it can
// be erased.

import { answerByMs, disputeTerms, refuseDispute } from '../domain/billing/dispute.ts';
import { type CareTextBox, keepCareText } from './care-text.ts';
import type { Committer } from './commit.ts';
import type { DisputeInput, DisputeOpening, DisputeWithdrawal, DisputeWithdrawn } from './disputes-asked.ts';
import type { Journal } from './ports.ts';
import { readCharge } from './read-charge.ts';
import { unprintable } from './unprintable.ts';

export type ContestCharge = CareTextBox & {
  readonly committer: Committer;
  readonly journal: Pick<Journal, 'query'>;
  readonly newId: () => string;
};

/** Characters, as in the contract. */
const textLimit = 2000;
const dayMs = 86_400_000;

export async function openDispute(box: ContestCharge, input: DisputeInput): Promise<DisputeOpening> {
  const { committer, journal } = box;
  const { charge, by } = input;
  const state = committer.tentative();
  if (!state.members.has(by)) return { ok: false, code: 'member-unknown' };
  // How long ago the charge was is known by the date alone (invariant 4).
  if (!state.synchronised) return { ok: false, code: 'clock-unset' };
  const text = readDisputeText(input.text);
  if (text === null) return { ok: false, code: 'text-unreadable' };
  const terms = disputeTerms(state.workshop?.space);
  const nowMs = committer.stamp().atMs;
  // Twice as far, so that one that is too old is told from one that is not there.
  const sinceMs = nowMs - (2 * terms.withinDays + 1) * dayMs;
  const charged = await readCharge(journal, { session: charge, sinceMs });
  if (charged?.member !== by) return { ok: false, code: 'charge-unknown' };
  const before = await countSettled(journal, { charge, sinceMs });
  const code = refuseDispute(committer.tentative(), { charged, terms, nowMs, before });
  if (code !== null) return { ok: false, code };
  const dispute = box.newId();
  const { digest: noteDigest, change } = keepCareText(box, { session: dispute, member: by, text });
  const { currency } = charged;
  const due = { answerByMs: answerByMs(nowMs, terms), noteDigest };
  const data = { dispute, charge, member: by, minor: charged.minor.toString(), currency, ...due };
  await committer.commit([{ type: 'dispute-opened', data }], { people: [change] });
  return { ok: true, dispute };
}

export async function withdrawDispute(
  { committer, journal }: Pick<ContestCharge, 'committer' | 'journal'>,
  { dispute, by }: DisputeWithdrawal,
): Promise<DisputeWithdrawn> {
  const open = committer.tentative().disputes.get(dispute);
  if (!open) return { ok: false, code: await overOrUnknown(journal, { dispute, member: by }) };
  if (open.member !== by) return { ok: false, code: 'dispute-unknown' };
  const data = { dispute, charge: open.charge, member: by };
  await committer.commit([{ type: 'dispute-withdrawn', data }]);
  return { ok: true };
}

/** @param asked `member`: of others nothing is told; null for whoever may see all */
export async function overOrUnknown(
  journal: Pick<Journal, 'query'>,
  asked: { readonly dispute: string; readonly member: string | null },
): Promise<'dispute-over' | 'dispute-unknown'> {
  const types = ['dispute-opened'] as const;
  const entries = await journal.query({ types, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER });
  const was = entries.some(
    ({ type, data }) =>
      type === 'dispute-opened' &&
      data.dispute === asked.dispute &&
      (asked.member === null || data.member === asked.member),
  );
  return was ? 'dispute-over' : 'dispute-unknown';
}

/** Lines are kept, blanks at their ends are not; null for none, for too many characters, and for some that cannot be printed. */
export function readDisputeText(typed: string): string | null {
  const lines = typed.replaceAll('\r\n', '\n').replaceAll('\t', ' ').trim().split('\n');
  const text = lines.map((line) => line.trim()).join('\n');
  if (text === '' || [...text].length > textLimit) return null;
  return lines.some((line) => unprintable.test(line)) ? null : text.toWellFormed();
}

async function countSettled(
  journal: Pick<Journal, 'query'>,
  { charge, sinceMs }: { readonly charge: string; readonly sinceMs: number },
): Promise<number> {
  const types = ['dispute-settled'] as const;
  const entries = await journal.query({ types, fromMs: Math.max(0, sinceMs), toMs: Number.MAX_SAFE_INTEGER });
  return entries.filter(({ type, data }) => type === 'dispute-settled' && data.charge === charge).length;
}
