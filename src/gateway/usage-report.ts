// What is said back about a use that was entered or withdrawn, or would be: its line as the statement will show it.

import type { EnteredUse } from '../domain/billing/entered-use.ts';
import { linesOf } from '../domain/billing/statement.ts';
import { currencyDigits } from '../domain/money.ts';
import { localDate } from '../domain/time.ts';
import type { EnteredWarning } from '../domain/usage/decide-entered-use.ts';
import type { Committer } from './commit.ts';
import type { UsageOutcome } from './gateway.ts';
import type { PeopleIndex } from './people-index.ts';
import { readLine } from './read-line.ts';

export type UsageReport = {
  readonly box: { readonly committer: Committer; readonly people: PeopleIndex };
  /** The parts of the use; the line is that of the last. */
  readonly metered: readonly EnteredUse[];
  readonly note: string | null;
  readonly warnings: readonly EnteredWarning[];
};

type Reported = Extract<UsageOutcome, { ok: true }>;

/** @param session the id under which it was written; null when nothing was */
export function usageReport({ box, ...told }: UsageReport, session: string | null): Reported {
  const last = told.metered.at(-1);
  const line = linesOf(told.metered).at(-1);
  if (!last || !line) throw new RangeError('a use has at least one part');
  const { workshop } = box.committer.tentative();
  const currency = workshop?.space.currency ?? 'EUR';
  const nameOf = (member: string): string | undefined => box.people.byMember(member)?.name;
  return {
    ok: true,
    session,
    name: nameOf(last.segment.member) ?? last.segment.member,
    line: readLine(line, { workshop, nameOf, noteOf: () => told.note ?? undefined }),
    month: localDate(line.toMs, last.timezone).slice(0, 7),
    currency,
    digits: currencyDigits(currency),
    warnings: told.warnings,
  };
}
