// Sets an amount aside and gives it free again; settling it is a part of posting. Decided on the state at once, without asking
// the disk, so that a session can wait for it.

import { covers } from '../domain/ledger/account.ts';
import { decidePlacing, decideReleasing, type Hold } from '../domain/ledger/hold.ts';
import type { Committer } from './commit.ts';
import type { HoldOutcome, PlaceHoldWish } from './ledger-asked.ts';

const longestMs = 31 * 86_400_000;

export async function placeHold(
  committer: Committer,
  { forMs, ...wish }: PlaceHoldWish,
): Promise<HoldOutcome> {
  const nowMs = committer.stamp().atMs;
  const placing = { ...wish, expiresMs: nowMs + Math.min(Math.trunc(forMs), longestMs) };
  const decision = decidePlacing(committer.tentative().ledger, placing, nowMs);
  if (!decision.ok) return { ...decision, about: wish.account.slice(0, 80) };
  await committer.commit([{ type: 'hold-placed', data: placing }]);
  return { ok: true };
}

export async function releaseHold(committer: Committer, hold: string): Promise<HoldOutcome> {
  const decision = decideReleasing(committer.tentative().ledger.holds, hold, committer.stamp().atMs);
  if (!decision.ok) return { ...decision, about: hold.slice(0, 64) };
  await committer.commit([{ type: 'hold-released', data: { hold } }]);
  return { ok: true };
}

export type OpenHold = Hold & { readonly hold: string };

export function openHolds(committer: Committer, account: string): readonly OpenHold[] {
  const nowMs = committer.stamp().atMs;
  return [...committer.durable().ledger.holds]
    .filter(([, hold]) => hold.expiresMs > nowMs && covers(account, hold.account))
    .map(([hold, held]) => ({ hold, ...held }));
}
