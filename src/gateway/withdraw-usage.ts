// Takes an entered use back, once, by a further entry: the statement keeps both lines, which add up to nothing
// (invariant 5). What a meter saw is never taken back.

import { type EnteredUse, withdrawnUse } from '../domain/billing/entered-use.ts';
import { usesOf } from '../domain/billing/statement.ts';
import type { UsageWithdrawn } from '../domain/journal/usage-entries.ts';
import type { Committer } from './commit.ts';
import type { UsageOutcome, UsageRefusal, WithdrawalInput } from './gateway.ts';
import type { PeopleIndex } from './people-index.ts';
import type { Journal } from './ports.ts';
import { usageReport } from './usage-report.ts';

export type WithdrawUsage = {
  readonly committer: Committer;
  readonly journal: Pick<Journal, 'query'>;
  readonly people: PeopleIndex;
};

export async function withdrawUsage(
  box: WithdrawUsage,
  input: WithdrawalInput,
  { dryRun }: { dryRun: boolean },
): Promise<UsageOutcome> {
  const { session, by, why } = input;
  const parts = await readParts(box.journal, session);
  const [entered] = parts;
  if (!entered) return refusal('usage-not-entered', session);
  if (parts.length > 1) return refusal('usage-withdrawn-already', session);
  const data: UsageWithdrawn = { session, machine: entered.segment.machine, by, why };
  const report = (atMs: number) => {
    const back = withdrawnUse(entered, { type: 'usage-withdrawn', data, atMs });
    return { box, metered: [entered, back], note: null, warnings: [] };
  };
  if (dryRun) return usageReport(report(box.committer.stamp().atMs), null);
  const [entry] = await box.committer.commit([{ type: 'usage-withdrawn', data }]);
  return usageReport(report(entry?.atMs ?? box.committer.stamp().atMs), session);
}

/** The use as it was entered, and what took it back; empty when there is none, or it was metered. */
async function readParts(journal: Pick<Journal, 'query'>, session: string): Promise<readonly EnteredUse[]> {
  const always = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
  const entries = await journal.query({
    types: ['workshop-described', 'usage-entered', 'usage-withdrawn'],
    ...always,
  });
  const metered = usesOf(entries).get(session) ?? [];
  return metered.flatMap((part) => (part.byHand ? [{ ...part, byHand: part.byHand }] : []));
}

const refusal = (code: UsageRefusal['code'], session: string): UsageRefusal => ({
  ok: false,
  code,
  about: session.slice(0, 64),
  field: null,
  readings: [],
});
