// Somebody other than the member decides what they contested: all of it, a part, or nothing is taken off, with a text that stays
// beside the journal. The charge follows by itself, because it is then owed less than was charged.

import { type Charged, type CreditWish, creditOf, disputeTable } from '../domain/billing/dispute.ts';
import { keepCareText } from './care-text.ts';
import { type ContestCharge, overOrUnknown, readDisputeText } from './contest-charge.ts';
import type { Settlement, SettlementInput } from './disputes-asked.ts';
import { readBilledMs, readCharge } from './read-charge.ts';

const deeds = { accepted: 'accept', partly: 'partly', rejected: 'reject' } as const;

export async function settleDispute(box: ContestCharge, input: SettlementInput): Promise<Settlement> {
  const { committer, journal } = box;
  const { dispute, by } = input;
  const state = committer.tentative();
  const open = state.disputes.get(dispute);
  if (!open) return { ok: false, code: await overOrUnknown(journal, { dispute, member: null }) };
  if (open.member === by) return { ok: false, code: 'dispute-own' };
  const outcome = disputeTable.open[deeds[input.outcome]];
  if (outcome === undefined || outcome === 'withdrawn') return { ok: false, code: 'dispute-over' };
  const text = readDisputeText(input.text);
  if (text === null) return { ok: false, code: 'text-unreadable' };
  // It was charged before it was contested, and may be contested for two years at most.
  const sinceMs = open.openedAtMs - longestMs;
  const charged = await readCharge(journal, { session: open.charge, sinceMs });
  if (charged === null) return { ok: false, code: 'charge-unknown' };
  const wish = await readWish(box, input, charged);
  const credit = wish && creditOf(charged, wish);
  if (credit === null) return { ok: false, code: 'credit-wrong' };
  // It may have been withdrawn while the journal was read.
  if (!committer.tentative().disputes.has(dispute)) return { ok: false, code: 'dispute-over' };
  const answer = box.newId();
  const { member, charge, currency } = open;
  const { digest: noteDigest, change } = keepCareText(box, { session: answer, member, text });
  const minor = credit.minor.toString();
  const taken = { outcome, minor, lines: credit.lines, currency };
  const data = { dispute, charge, member, ...taken, by, answer, noteDigest };
  await committer.commit([{ type: 'dispute-settled', data }], { people: [change] });
  return { ok: true, minor, currency };
}

const longestMs = 2 * 366 * 86_400_000;
const minuteMs = 60_000;

async function readWish(
  { journal }: ContestCharge,
  { outcome, minor, minutes }: SettlementInput,
  charged: Charged,
): Promise<CreditWish | null> {
  const isPart = outcome === 'partly';
  // Exactly one of the two, and only of a part.
  if (isPart ? (minor === null) === (minutes === null) : minor !== null || minutes !== null) return null;
  if (!isPart) return { what: outcome === 'accepted' ? 'all' : 'none' };
  if (minor !== null) return /^\d{1,13}$/.test(minor) ? { what: 'amount', minor: BigInt(minor) } : null;
  const creditedMs = (minutes ?? 0) * minuteMs;
  if (!Number.isSafeInteger(creditedMs)) return null;
  return { what: 'time', creditedMs, billedMs: await readBilledMs(journal, charged) };
}
