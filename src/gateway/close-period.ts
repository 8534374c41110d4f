// Closes a month for ever: nothing is posted into it any more. What is found later is posted into the month that is open.

import { decideClosing } from '../domain/ledger/period.ts';
import type { Committer } from './commit.ts';
import type { ClosingOfPeriod, ClosingWish } from './ledger-asked.ts';

export async function closePeriod(
  committer: Committer,
  { month, by }: ClosingWish,
): Promise<ClosingOfPeriod> {
  const state = committer.tentative();
  if (!state.synchronised) return { ok: false, code: 'clock-unset', about: null };
  const timezone = state.workshop?.space.timezone ?? 'UTC';
  const nowMs = committer.stamp().atMs;
  const closing = decideClosing(state.ledger.closed, { month, timezone, nowMs });
  if (!closing.ok) return { ...closing, about: month.slice(0, 16) };
  const { beforeMs } = closing;
  await committer.commit([{ type: 'period-closed', data: { month, beforeMs, by } }]);
  return closing;
}
