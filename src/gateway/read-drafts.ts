// Reads the drafts of a month from the journal, with the names from beside it. All that is read ends at one entry, so that the
// same invoice can be made again from the same entries.

import type { BillingTerms } from '../domain/billing/billing-terms.ts';
import { type DraftStep, draftSteps } from '../domain/billing/draft-steps.ts';
import { isPositive } from '../domain/billing/draft-warnings.ts';
import { monthEndMs } from '../domain/ledger/period.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import { dayMs } from '../domain/time.ts';
import type { Committer } from './commit.ts';
import type { DraftTold, InvoicingRefusal } from './invoicing-asked.ts';
import type { BuyerRow } from './papers.ts';
import type { PeopleIndex } from './people-index.ts';
import type { Journal } from './ports.ts';
import { readUnbilled } from './read-unbilled.ts';
import { inSlices, type Slicing } from './slices.ts';

export type ReadDrafts = Slicing & {
  readonly journal: Pick<Journal, 'query' | 'buyers'>;
  readonly committer: Committer;
  readonly people: Pick<PeopleIndex, 'byMember'>;
};

export type DraftsRead = {
  readonly ok: true;
  readonly workshop: Workshop;
  readonly terms: BillingTerms;
  readonly drafts: readonly DraftTold[];
  readonly buyers: ReadonlyMap<string, BuyerRow>;
  /** The last entry that they are made from. */
  readonly throughSeq: number;
  readonly fromMs: number;
  /** The oldest month of a use that is not over. */
  readonly unfinishedFrom: string | null;
};

export async function readDrafts(
  box: ReadDrafts,
  month: string,
  tell: (step: DraftStep) => void = () => undefined,
): Promise<DraftsRead | InvoicingRefusal<'month-unreadable' | 'month-before-billing'>> {
  const about = month.slice(0, 16);
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return { ok: false, code: 'month-unreadable', about };
  const described = box.committer.durable().workshop;
  const terms = described?.billing;
  if (!terms) return { ok: false, code: 'billing-none', about: null };
  if (month < terms.from) return { ok: false, code: 'month-before-billing', about: terms.from };
  const { entries, throughSeq, sinceMonth } = await readUnbilled(box, { terms, workshop: described });
  const buyers = await readBuyers(box);
  // A time zone may have been another one then.
  const untilMs = monthEndMs(month, described.space.timezone) + 2 * dayMs;
  const made = await inSlices(box, draftSteps(entries, { month, sinceMonth, untilMs }), tell);
  const { workshop, unfinishedFrom } = made;
  if (!workshop?.billing) return { ok: false, code: 'billing-none', about: null };
  const open = openMembers(box);
  const drafts = made.drafts.map((draft): DraftTold => {
    const hasAddress = buyers.has(draft.payer);
    const warnings = [
      ...draft.warnings,
      ...(hasAddress ? [] : [{ code: 'address-missing', sessions: [], count: 1 } as const]),
      ...(open.has(draft.payer) ? [{ code: 'open-session', sessions: [], count: 1 } as const] : []),
    ];
    const stays = !isPositive(draft) ? 'not-positive' : hasAddress ? null : 'address-missing';
    return { ...draft, name: nameOf(box, { payer: draft.payer, buyers }), warnings, stays };
  });
  const fromMs = monthEndMs(month, workshop.space.timezone) + terms.graceDays * dayMs;
  const read = { workshop, terms: workshop.billing, drafts, buyers, throughSeq, fromMs, unfinishedFrom };
  return { ok: true, ...read };
}

export async function readBuyers({
  journal,
}: {
  readonly journal: Pick<Journal, 'buyers'>;
}): Promise<ReadonlyMap<string, BuyerRow>> {
  return new Map((await journal.buyers()).map((row) => [row.payer, row]));
}

/** Their use is not over, and so in no draft. */
function openMembers({ committer }: ReadDrafts): ReadonlySet<string> {
  const sessions = [...committer.durable().sessions.values()];
  return new Set(sessions.map(({ member }) => `member:${member}`));
}

/** As the address says, or the list of members; the key of whoever was erased. */
export function nameOf(
  { people }: Pick<ReadDrafts, 'people'>,
  { payer, buyers }: { readonly payer: string; readonly buyers: ReadonlyMap<string, BuyerRow> },
): string {
  const row = buyers.get(payer);
  if (row) return (JSON.parse(row.content) as { name: string }).name;
  const [, key = payer] = payer.split(':');
  return people.byMember(key)?.name ?? key;
}
