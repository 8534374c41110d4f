// The drafts of a month: who would be billed what, if it were finalised now. A level, not an event: a draft is what uses cost
// less what invoices billed, so that late uses, withdrawals and repeated finalising all come out once.

import { paysFor } from '../allowance/paying.ts';
import type { Entry } from '../journal/entry.ts';
import type { BilledUse, Payer } from '../journal/invoice-entries.ts';
import type { Workshop } from '../machine/workshop.ts';
import { type BillItem, billItems, lotsOf, packItems } from './bill-items.ts';
import { type Billed, billedOf, type Piece, piecesOf } from './billed-pieces.ts';
import type { BillingTerms } from './billing-terms.ts';
import { draftLines, type PieceToBill } from './draft-lines.ts';
import { type DraftWarning, warningsOf } from './draft-warnings.ts';
import type { InvoiceLine, VatTotal } from './invoice.ts';
import { sumInvoice } from './invoice-sums.ts';
import { paidUses } from './paid-uses.ts';

export type Draft = {
  readonly payer: Payer;
  readonly month: string;
  readonly lines: readonly InvoiceLine[];
  /** What of which use it bills. */
  readonly uses: readonly BilledUse[];
  /** The uses one by one, for whoever wants to check. */
  readonly annex: readonly AnnexRow[];
  /** Pool → net, for the books; they add up to the net of all. `postedMinor` stands on the account of the payer already. */
  readonly income: readonly DraftIncome[];
  /** Packs that were paid at the desk. */
  readonly prepaidMinor: bigint;
  readonly vat: readonly VatTotal[];
  readonly netMinor: bigint;
  readonly vatMinor: bigint;
  readonly grossMinor: bigint;
  readonly warnings: readonly DraftWarning[];
};

type DraftIncome = { readonly pool: string; readonly minor: bigint; readonly postedMinor: bigint };

export type AnnexRow = {
  readonly session: string;
  readonly machine: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly billedMs: number;
  readonly minor: bigint;
};

export type Rated = {
  readonly workshop: Workshop | null;
  /** Key → item. */
  readonly items: ReadonlyMap<string, BillItem>;
};

/**
 * @param entries of `draftTypes` from the beginning, in order
 * @param month `yyyy-mm`; what is older and not billed yet is in its drafts too
 */
export const draftOf = (entries: readonly Entry[], month: string): readonly Draft[] =>
  draftsFrom(ratedOf(entries), billedOf(entries), month);

/**
 * What does not change from one invoice to the next.
 * @param lots those of all members, where the entries are of some uses only
 */
export function ratedOf(
  entries: readonly Entry[],
  lots: ReadonlyMap<string, string> = lotsOf(entries),
): Rated & { readonly pieces: ReadonlyMap<string, Piece> } {
  const last = entries.findLast(({ type }) => type === 'workshop-described');
  const workshop = last?.type === 'workshop-described' ? last.data.workshop : null;
  const pieces = piecesOf(entries);
  const known = {
    ...{ pieces, lots },
    paid: paidUses(entries),
    packs: packItems(entries, workshop?.space.timezone ?? 'UTC'),
    isPaying: workshop?.paying !== undefined,
  };
  return { workshop, pieces, items: billItems(known) };
}

/** In the order of the payers. */
export const draftsFrom = (
  rated: Rated,
  billed: ReadonlyMap<string, Billed>,
  month: string,
): readonly Draft[] => [...eachDraft(rated, billed, month)].filter((draft) => draft !== null);

/** Some milliseconds of work. */
const itemsPerStep = 500;

/** The same one by one, for whoever works in slices; null where there is none yet. */
export function* eachDraft(
  { workshop, items }: Rated,
  billed: ReadonlyMap<string, Billed>,
  month: string,
): Generator<Draft | null, void> {
  const terms = workshop?.billing;
  if (!workshop || !terms) return;
  const byPayer = new Map<Payer, Keyed[]>();
  let looked = 0;
  for (const key of new Set([...items.keys(), ...billed.keys()])) {
    if (++looked % itemsPerStep === 0) yield null;
    const one = toBill(items.get(key), billed.get(key));
    if (!one || one.use.month > month || one.use.month < terms.from) continue;
    const payer = items.get(key)?.payer ?? billed.get(key)?.payer ?? payerOf(workshop, one.segment);
    const known = byPayer.get(payer) ?? [];
    byPayer.set(payer, known);
    known.push({ key, piece: one });
  }
  for (const [payer, toBillHere] of [...byPayer].sort(([one], [other]) => (one < other ? -1 : 1)))
    yield draftFor({ payer, month, workshop, terms }, toBillHere);
}

/** What is billed too much to one payer of a use that was contested; null where nothing is. */
export function disputeDraft(
  { workshop, items }: Rated,
  billed: ReadonlyMap<string, Billed>,
  { session, payer }: { readonly session: string; readonly payer: Payer },
): Draft | null {
  const terms = workshop?.billing;
  const before = [...billed].filter(([, one]) => one.use.session === session && one.payer === payer);
  const month = before
    .map(([, { use }]) => use.month)
    .sort()
    .at(-1);
  if (!workshop || !terms || month === undefined) return null;
  const later = [...items].filter(([, one]) => one.use.session === session && one.payer === payer);
  const keyed = [...new Set([...before, ...later].map(([key]) => key))].flatMap((key): readonly Keyed[] => {
    const piece = toBill(items.get(key), billed.get(key));
    return piece && piece.use.month <= month ? [{ key, piece }] : [];
  });
  const draft = draftFor({ payer, month, workshop, terms }, keyed);
  return draft.netMinor < 0n && draft.grossMinor < 0n ? draft : null;
}

type Keyed = { readonly key: string; readonly piece: PieceToBill };

/** Null where nothing is owed and nothing is to be said. */
function toBill(item: BillItem | undefined, billed: Billed | undefined): PieceToBill | null {
  if (billed?.isWaived) return null;
  const use = item?.use ?? billed?.use;
  if (!use) return null;
  const minor = (item?.minor ?? 0n) - (billed?.minor ?? 0n);
  const { rated = [], extra = [], segment = null, gave, pack } = item ?? {};
  const hasNoRate = use.tariff === null && rated.some(({ billedMs }) => billedMs > 0);
  if (minor === 0n && (billed !== undefined || !hasNoRate)) return null;
  return {
    use: { ...use, minor: minor.toString() },
    ...{ minor, segment, rated, extra },
    isCorrection: billed !== undefined,
    ...(gave && { gave }),
    ...(pack && { pack }),
  };
}

/** The member, or their team where it pays. */
function payerOf(
  workshop: Workshop,
  used: { readonly member: string; readonly team: string | null } | null,
): Payer {
  const { member = '', team = null } = used ?? {};
  return paysFor(workshop, team) ? `team:${team}` : `member:${member}`;
}

type Frame = {
  readonly payer: Payer;
  readonly month: string;
  readonly workshop: Workshop;
  readonly terms: BillingTerms;
};

function draftFor({ payer, month, workshop, terms }: Frame, unsorted: readonly Keyed[]): Draft {
  const sorted = unsorted.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ piece }) => piece);
  const owed = sorted.filter(({ minor }) => minor !== 0n);
  const lines = draftLines(owed, { workshop, terms });
  const sums = sumInvoice(lines, terms.vatRates);
  const draft = {
    payer,
    month,
    lines,
    uses: owed.map(({ use }) => use),
    annex: annexOf(owed),
    income: incomeOf(owed),
    prepaidMinor: prepaidOf(owed),
    ...sums,
  };
  return { ...draft, warnings: warningsOf(sorted, draft) };
}

/** Uses alone: what paid for them is none, nor is a pack. */
function annexOf(owed: readonly PieceToBill[]): readonly AnnexRow[] {
  return owed
    .filter(({ gave, pack, use }) => !gave && !pack && use.source === undefined)
    .map(({ use, minor, rated, segment }) => ({
      session: use.session,
      machine: segment?.machine ?? '',
      fromMs: Math.min(...rated.map((one) => one.segment.fromMs)),
      toMs: Math.max(...rated.map((one) => one.segment.toMs)),
      billedMs: rated.reduce((sum, { billedMs }) => sum + billedMs, 0),
      minor,
    }))
    .map((row) => (Number.isFinite(row.fromMs) ? row : { ...row, fromMs: 0, toMs: 0 }));
}

/** Of a use that is gone from the journal nobody knows the pool any more. */
function incomeOf(owed: readonly PieceToBill[]): readonly DraftIncome[] {
  const pools = new Map<string, DraftIncome>();
  for (const { segment, pack, use, minor } of owed) {
    const pool = pack ? 'packs' : (segment?.pool ?? 'other');
    const known = pools.get(pool) ?? { pool, minor: 0n, postedMinor: 0n };
    const postedMinor = known.postedMinor + (use.posted ? minor : 0n);
    pools.set(pool, { pool, minor: known.minor + minor, postedMinor });
  }
  return [...pools.values()];
}

const prepaidOf = (owed: readonly PieceToBill[]): bigint =>
  owed.reduce((sum, { pack, minor }) => sum + (pack && pack.paidBy !== 'account' ? minor : 0n), 0n);
