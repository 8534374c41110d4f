// The drafts of a month: who would be billed what, if it were finalised now. A level, not an event: a draft is what uses cost
// less what invoices billed, so that late uses, withdrawals and repeated finalising all come out once.

import type { Entry } from '../journal/entry.ts';
import type { BilledUse, Payer } from '../journal/invoice-entries.ts';
import type { Workshop } from '../machine/workshop.ts';
import { type Billed, billedOf, type Piece, piecesOf } from './billed-pieces.ts';
import type { BillingTerms } from './billing-terms.ts';
import { draftLines, type PieceToBill } from './draft-lines.ts';
import { type DraftWarning, warningsOf } from './draft-warnings.ts';
import type { InvoiceLine, VatTotal } from './invoice.ts';
import { sumInvoice } from './invoice-sums.ts';

export type Draft = {
  readonly payer: Payer;
  readonly month: string;
  readonly lines: readonly InvoiceLine[];
  /** What of which use it bills. */
  readonly uses: readonly BilledUse[];
  /** The uses one by one, for whoever wants to check. */
  readonly annex: readonly AnnexRow[];
  /** Pool → net, for the books; they add up to the net of all. */
  readonly income: readonly { readonly pool: string; readonly minor: bigint }[];
  readonly vat: readonly VatTotal[];
  readonly netMinor: bigint;
  readonly vatMinor: bigint;
  readonly grossMinor: bigint;
  readonly warnings: readonly DraftWarning[];
};

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
  readonly pieces: ReadonlyMap<string, Piece>;
};

/**
 * @param entries of `draftTypes` from the beginning, in order
 * @param month `yyyy-mm`; what is older and not billed yet is in its drafts too
 */
export const draftOf = (entries: readonly Entry[], month: string): readonly Draft[] =>
  draftsFrom(ratedOf(entries), billedOf(entries), month);

/** What does not change from one invoice to the next. */
export function ratedOf(entries: readonly Entry[]): Rated {
  const last = entries.findLast(({ type }) => type === 'workshop-described');
  const workshop = last?.type === 'workshop-described' ? last.data.workshop : null;
  return { workshop, pieces: piecesOf(entries) };
}

/** In the order of the payers. */
export const draftsFrom = (
  rated: Rated,
  billed: ReadonlyMap<string, Billed>,
  month: string,
): readonly Draft[] => [...eachDraft(rated, billed, month)].filter((draft) => draft !== null);

/** Some milliseconds of work. */
const piecesPerStep = 500;

/** The same one by one, for whoever works in slices; null where there is none yet. */
export function* eachDraft(
  { workshop, pieces }: Rated,
  billed: ReadonlyMap<string, Billed>,
  month: string,
): Generator<Draft | null, void> {
  const terms = workshop?.billing;
  if (!workshop || !terms) return;
  const byPayer = new Map<Payer, Keyed[]>();
  let looked = 0;
  for (const key of new Set([...pieces.keys(), ...billed.keys()])) {
    if (++looked % piecesPerStep === 0) yield null;
    const one = toBill(pieces.get(key), billed.get(key));
    if (!one || one.use.month > month || one.use.month < terms.from) continue;
    const payer = billed.get(key)?.payer ?? payerOf(workshop, one.rated[0]?.segment);
    const known = byPayer.get(payer) ?? [];
    byPayer.set(payer, known);
    known.push({ key, piece: one });
  }
  for (const [payer, toBillHere] of [...byPayer].sort(([one], [other]) => (one < other ? -1 : 1)))
    yield draftFor({ payer, month, workshop, terms }, toBillHere);
}

type Keyed = { readonly key: string; readonly piece: PieceToBill };

/** Null where nothing is owed and nothing is to be said. */
function toBill(piece: Piece | undefined, billed: Billed | undefined): PieceToBill | null {
  if (billed?.isWaived) return null;
  const use = piece ?? billed?.use;
  if (!use) return null;
  const minor = (piece?.minor ?? 0n) - (billed?.minor ?? 0n);
  const { session, month, costCode, tariff } = use;
  const about = { session, month, costCode, tariff };
  const hasNoRate =
    piece !== undefined && tariff === null && piece.rated.some(({ billedMs }) => billedMs > 0);
  if (minor === 0n && (billed !== undefined || !hasNoRate)) return null;
  return {
    use: { ...about, minor: minor.toString() },
    minor,
    rated: piece?.rated ?? [],
    isCorrection: billed !== undefined,
  };
}

/** The member, or their team where it pays. */
function payerOf(
  workshop: Workshop,
  used: { readonly member: string; readonly team: string | null } | undefined,
): Payer {
  const { member = '', team = null } = used ?? {};
  const teams = workshop.teams ?? {};
  const pays = team !== null && Object.hasOwn(teams, team) && teams[team]?.pays === true;
  return pays ? `team:${team}` : `member:${member}`;
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
    ...sums,
  };
  return { ...draft, warnings: warningsOf(sorted, sums) };
}

function annexOf(owed: readonly PieceToBill[]): readonly AnnexRow[] {
  return owed
    .map(({ use, minor, rated }) => ({
      session: use.session,
      machine: rated[0]?.segment.machine ?? '',
      fromMs: Math.min(...rated.map(({ segment }) => segment.fromMs)),
      toMs: Math.max(...rated.map(({ segment }) => segment.toMs)),
      billedMs: rated.reduce((sum, { billedMs }) => sum + billedMs, 0),
      minor,
    }))
    .map((row) => (Number.isFinite(row.fromMs) ? row : { ...row, fromMs: 0, toMs: 0 }));
}

/** Of a use that is gone from the journal nobody knows the pool any more. */
function incomeOf(owed: readonly PieceToBill[]): Draft['income'] {
  const pools = new Map<string, bigint>();
  for (const { rated, minor } of owed) {
    const pool = rated[0]?.segment.pool ?? 'other';
    pools.set(pool, (pools.get(pool) ?? 0n) + minor);
  }
  return [...pools].map(([pool, minor]) => ({ pool, minor }));
}
