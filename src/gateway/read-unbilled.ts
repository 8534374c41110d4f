// Reads from the journal what drafts are made of, no further back than the last month that was gone through left something
// open: a draft of the sixtieth month costs what one of the first did. What cannot be judged from there is read whole.

import { draftTypes } from '../domain/billing/billed-pieces.ts';
import type { BillingTerms } from '../domain/billing/billing-terms.ts';
import { earlier, useIn } from '../domain/billing/draft-steps.ts';
import type { Entry } from '../domain/journal/entry.ts';
import type { InvoiceIssued, MonthFinalised } from '../domain/journal/invoice-entries.ts';
import { monthAfter, monthEndMs } from '../domain/ledger/period.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import { dayMs, localDate } from '../domain/time.ts';
import type { Committer } from './commit.ts';
import type { Journal } from './ports.ts';

export type Unbilled = {
  /** Of `draftTypes`, in order, up to `throughSeq`. */
  readonly entries: readonly Entry[];
  readonly throughSeq: number;
  /** What was used before this month is settled; empty: nothing is. */
  readonly sinceMonth: string;
};

type Box = { readonly journal: Pick<Journal, 'query'>; readonly committer: Committer };
type Reading = { readonly throughSeq: number; readonly timezone: string };

/** A time zone that was changed moves the edges of months; more is read than needed, and settled months are left out. */
const slackMs = 2 * dayMs;
const everMs = Number.MAX_SAFE_INTEGER;

/** Of all types together up to one entry: one that comes meanwhile is in none of them. */
export async function readUnbilled(
  { journal, committer }: Box,
  { terms, workshop }: { readonly terms: BillingTerms; readonly workshop: Workshop },
): Promise<Unbilled> {
  const state = committer.durable();
  const reading = { throughSeq: state.seq, timezone: workshop.space.timezone };
  const { finalised } = state.invoicing;
  let sinceMonth = sinceOf(finalised, terms);
  while (finalised && sinceMonth !== '') {
    const entries = await readSince(journal, { ...reading, sinceMonth });
    const late = lateMonth(entries, { ...reading, finalised });
    if (late === null || late >= sinceMonth) return { entries, throughSeq: reading.throughSeq, sinceMonth };
    sinceMonth = late;
  }
  const entries = await upTo(reading, journal.query({ types: draftTypes, fromMs: 0, toMs: everMs }));
  return { entries, throughSeq: reading.throughSeq, sinceMonth: '' };
}

/** Other terms may bill what was none of theirs before. */
function sinceOf(finalised: MonthFinalised | null, terms: BillingTerms): string {
  if (!finalised || terms.from < finalised.billedFrom) return '';
  return finalised.openFrom ?? monthAfter(finalised.month);
}

async function upTo(
  { throughSeq }: Pick<Reading, 'throughSeq'>,
  asked: Promise<readonly Entry[]>,
): Promise<readonly Entry[]> {
  const entries = await asked;
  return (entries.at(-1)?.seq ?? 0) <= throughSeq ? entries : entries.filter(({ seq }) => seq <= throughSeq);
}

/** An entry is never before what it tells of, so that what was used since then was written down since then. */
async function readSince(
  journal: Box['journal'],
  { sinceMonth, timezone, throughSeq }: Reading & { readonly sinceMonth: string },
): Promise<readonly Entry[]> {
  const sinceMs = monthEndMs(monthAfter(sinceMonth, -1), timezone) - slackMs;
  const query = (types: readonly Entry['type'][], fromMs: number, toMs: number) =>
    upTo({ throughSeq }, journal.query({ types, fromMs, toMs }));
  const described = await query(['workshop-described'], 0, sinceMs);
  const since = await query(draftTypes, sinceMs, everMs);
  // A session that began before is rated from its first segment on.
  const sessions = new Set<string>();
  let beganMs = sinceMs;
  for (const entry of since) {
    if (entry.type !== 'segment-closed' || entry.data.sessionFromMs >= sinceMs) continue;
    sessions.add(entry.data.session);
    beganMs = Math.min(beganMs, entry.data.sessionFromMs);
  }
  const before = sessions.size === 0 ? [] : await query(['segment-closed'], beganMs, sinceMs);
  const ofThose = before.filter(
    (entry) => entry.type === 'segment-closed' && sessions.has(entry.data.session),
  );
  return [...described, ...ofThose].sort((one, other) => one.seq - other.seq).concat(since);
}

type Judging = Reading & { readonly finalised: MonthFinalised };

/** The oldest month of which something became known after it was gone through; empty where nobody can tell without the rest. */
function lateMonth(entries: readonly Entry[], { finalised, timezone }: Judging): string | null {
  const begins = new Map<string, number>();
  let firstMs = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const isNew = entry.seq > finalised.throughSeq;
    const use = useIn(entry);
    if (use?.fromMs != null) begins.set(use.id, Math.min(use.fromMs, begins.get(use.id) ?? use.fromMs));
    if (entry.type === 'invoice-issued') begins.set(entry.data.invoice, firstBilledMs(entry.data, timezone));
    if (!isNew) continue;
    // A credit note may open again what was billed in any month before.
    const about = entry.type === 'credit-note-issued' ? entry.data.credits : use?.id;
    if (about === undefined) continue;
    const fromMs = begins.get(about);
    if (fromMs === undefined) return '';
    firstMs = Math.min(firstMs, fromMs);
  }
  return Number.isFinite(firstMs) ? localDate(firstMs, timezone).slice(0, 7) : null;
}

function firstBilledMs({ lines }: InvoiceIssued, timezone: string): number {
  const first = lines.reduce<string | null>((month, use) => earlier(month, use.month), null);
  return first === null ? Number.POSITIVE_INFINITY : monthEndMs(monthAfter(first, -1), timezone);
}
