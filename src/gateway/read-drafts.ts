// Reads the drafts of a month from the journal, with the names from beside it. All that is read ends at one entry, so that the
// same invoice can be made again from the same entries.

import { billedOf, draftTypes } from '../domain/billing/billed-pieces.ts';
import type { BillingTerms } from '../domain/billing/billing-terms.ts';
import { draftsFrom, ratedOf } from '../domain/billing/draft.ts';
import { isPositive } from '../domain/billing/draft-warnings.ts';
import type { Entry } from '../domain/journal/entry.ts';
import { monthEndMs } from '../domain/ledger/period.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import { dayMs } from '../domain/time.ts';
import type { Committer } from './commit.ts';
import type { DraftTold, InvoicingRefusal } from './invoicing-asked.ts';
import type { BuyerRow } from './papers.ts';
import type { PeopleIndex } from './people-index.ts';
import type { Journal } from './ports.ts';

export type ReadDrafts = {
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
};

export async function readDrafts(
  box: ReadDrafts,
  month: string,
): Promise<DraftsRead | InvoicingRefusal<'month-unreadable' | 'month-before-billing'>> {
  const about = month.slice(0, 16);
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return { ok: false, code: 'month-unreadable', about };
  const terms = box.committer.durable().workshop?.billing;
  if (!terms) return { ok: false, code: 'billing-none', about: null };
  if (month < terms.from) return { ok: false, code: 'month-before-billing', about: terms.from };
  const { entries, throughSeq } = await readEntries(box);
  const buyers = await readBuyers(box);
  const rated = ratedOf(entries);
  const { workshop } = rated;
  if (!workshop?.billing) return { ok: false, code: 'billing-none', about: null };
  const open = openMembers(box);
  const drafts = draftsFrom(rated, billedOf(entries), month).map((draft): DraftTold => {
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
  return { ok: true, workshop, terms: workshop.billing, drafts, buyers, throughSeq, fromMs };
}

/** Of all types together up to one entry: one that comes meanwhile is in none of them. */
export async function readEntries({ journal, committer }: Pick<ReadDrafts, 'journal' | 'committer'>) {
  const throughSeq = committer.durable().seq;
  const all = { types: draftTypes, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
  const entries: readonly Entry[] = (await journal.query(all)).filter(({ seq }) => seq <= throughSeq);
  return { entries, throughSeq };
}

export async function readBuyers({
  journal,
}: Pick<ReadDrafts, 'journal'>): Promise<ReadonlyMap<string, BuyerRow>> {
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
