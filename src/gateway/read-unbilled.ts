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
import { createSlices, type Slicing } from './slices.ts';

export type Unbilled = {
  /** Of `draftTypes`, in order, up to `throughSeq`. */
  readonly entries: readonly Entry[];
  readonly throughSeq: number;
  /** What was used before this month is settled; empty: nothing is. */
  readonly sinceMonth: string;
};

/** What is known of old: the rules, and where allowances came from. */
const everTypes = ['workshop-described', 'allowance-granted', 'pack-sold'] as const;

type Box = Slicing & { readonly journal: Pick<Journal, 'query'>; readonly committer: Committer };
type Reading = { readonly throughSeq: number; readonly untilMs: number; readonly timezone: string };

/** A time zone that was changed moves the edges of months; more is read than needed, and settled months are left out. */
const slackMs = 2 * dayMs;
/** So much is asked for at a time: a week of a busy workshop is some thousand entries. */
const windowMs = 7 * dayMs;
const everMs = Number.MAX_SAFE_INTEGER;

/** Of all types together up to one entry: one that comes meanwhile is in none of them. */
export async function readUnbilled(
  box: Box,
  { terms, workshop }: { readonly terms: BillingTerms; readonly workshop: Workshop },
): Promise<Unbilled> {
  const { seq: throughSeq, lastAtMs, invoicing } = box.committer.durable();
  const reading = { throughSeq, untilMs: lastAtMs, timezone: workshop.space.timezone };
  const { finalised } = invoicing;
  let sinceMonth = sinceOf(finalised, terms);
  while (finalised && sinceMonth !== '') {
    const late = createLate(finalised, reading.timezone);
    const entries = await readSince(box, { ...reading, sinceMonth, take: late.take });
    const month = late.month();
    if (month === null || month >= sinceMonth) return { entries, throughSeq, sinceMonth };
    sinceMonth = month;
  }
  return { entries: await readWhole(box, reading), throughSeq, sinceMonth: '' };
}

/** All of `draftTypes`, up to that entry. */
export async function readWhole(
  box: Box,
  reading: Pick<Reading, 'throughSeq' | 'untilMs'>,
): Promise<readonly Entry[]> {
  const [first] = await box.journal.query({ types: ['workshop-described'], fromMs: 0, toMs: everMs });
  // Before the first description there was no use.
  const fromMs = first?.atMs ?? reading.untilMs;
  return readWindows(box, { ...reading, fromMs, take: () => undefined });
}

/** Other terms may bill what was none of theirs before. */
function sinceOf(finalised: MonthFinalised | null, terms: BillingTerms): string {
  if (!finalised || terms.from < finalised.billedFrom) return '';
  return finalised.openFrom ?? monthAfter(finalised.month);
}

type Taking = Pick<Reading, 'throughSeq' | 'untilMs'> & { readonly take: (entry: Entry) => void };

/** Times of entries never go back, nor do windows. */
async function readWindows(
  box: Box,
  { fromMs: firstMs, throughSeq, untilMs, take }: Taking & { readonly fromMs: number },
): Promise<Entry[]> {
  const found: Entry[] = [];
  const slice = createSlices(box);
  for (let fromMs = firstMs; fromMs <= untilMs; fromMs += windowMs) {
    const toMs = fromMs + windowMs > untilMs ? everMs : fromMs + windowMs;
    for (const entry of await box.journal.query({ types: draftTypes, fromMs, toMs })) {
      if (entry.seq > throughSeq) break;
      found.push(entry);
      take(entry);
      const paused = slice();
      if (paused) await paused;
    }
  }
  return found;
}

/** An entry is never before what it tells of, so that what was used since then was written down since then. */
async function readSince(
  box: Box,
  { sinceMonth, take, ...reading }: Taking & Reading & { readonly sinceMonth: string },
): Promise<readonly Entry[]> {
  const sinceMs = monthEndMs(monthAfter(sinceMonth, -1), reading.timezone) - slackMs;
  const described = await box.journal.query({ types: everTypes, fromMs: 0, toMs: sinceMs });
  // A session that began before is rated from its first segment on.
  const sessions = new Set<string>();
  let beganMs = sinceMs;
  const since = await readWindows(box, {
    ...reading,
    fromMs: sinceMs,
    take(entry) {
      take(entry);
      if (entry.type !== 'segment-closed' || entry.data.sessionFromMs >= sinceMs) return;
      sessions.add(entry.data.session);
      beganMs = Math.min(beganMs, entry.data.sessionFromMs);
    },
  });
  const span = { types: ['segment-closed'] as const, fromMs: beganMs, toMs: sinceMs };
  const before = sessions.size === 0 ? [] : await box.journal.query(span);
  const ofThose = before.filter(
    (entry) => entry.type === 'segment-closed' && sessions.has(entry.data.session),
  );
  return [...described, ...ofThose].sort((one, other) => one.seq - other.seq).concat(since);
}

/** Hears entries in their order, and knows the oldest month of which something became known after it was gone through. */
function createLate({ throughSeq }: MonthFinalised, timezone: string) {
  const begins = new Map<string, number>();
  let firstMs = Number.POSITIVE_INFINITY;
  return {
    take(entry: Entry): void {
      const use = useIn(entry);
      if (use?.fromMs != null) begins.set(use.id, Math.min(use.fromMs, begins.get(use.id) ?? use.fromMs));
      if (entry.type === 'invoice-issued')
        begins.set(entry.data.invoice, firstBilledMs(entry.data, timezone));
      if (entry.seq <= throughSeq) return;
      // A credit note may open again what was billed in any month before.
      const about = entry.type === 'credit-note-issued' ? entry.data.credits : use?.id;
      if (about === undefined) return;
      firstMs = Math.min(firstMs, begins.get(about) ?? Number.NEGATIVE_INFINITY);
    },
    /** Empty where nobody can tell without the rest, null where there is none. */
    month(): string | null {
      if (firstMs === Number.POSITIVE_INFINITY) return null;
      return Number.isFinite(firstMs) ? localDate(firstMs, timezone).slice(0, 7) : '';
    },
  };
}

function firstBilledMs({ lines }: InvoiceIssued, timezone: string): number {
  const first = lines.reduce<string | null>((month, use) => earlier(month, use.month), null);
  return first === null ? Number.POSITIVE_INFINITY : monthEndMs(monthAfter(first, -1), timezone);
}
