// A charge corrected by hand: to another amount or another cost code, never an edit but a further entry. It says what the
// charge shall be, so that the same correction again changes nothing, and its lines keep to the months of the use.

import type { ChargeCorrected, ChargeLine, CorrectionReason } from '../journal/charge-entries.ts';
import { split } from '../ledger/split.ts';
import type { Workshop } from '../machine/workshop.ts';
import { mayCharge } from './cost-codes.ts';

/** What is charged for a use by now. */
export type ChargeNow = Pick<
  ChargeCorrected,
  'session' | 'machine' | 'pool' | 'member' | 'team' | 'currency' | 'lines'
> & {
  /** Entries that charge it so far. */
  readonly times: number;
  readonly isWithdrawn: boolean;
};

export type CorrectionRequest = {
  readonly correction: string;
  /** Whole minor units that it shall cost, never below zero; null: as it is. */
  readonly toMinor: string | null;
  /** Left out: as it is. */
  readonly costCode?: string | null;
  readonly by: string;
  readonly why: CorrectionReason;
  readonly noteDigest: string | null;
};

export type CorrectionNo = 'charge-unknown' | 'charge-withdrawn' | 'charge-unchanged' | 'cost-code-unknown';

export type CorrectionDecision =
  | { readonly ok: true; readonly data: ChargeCorrected; readonly beforeMinor: string }
  | { readonly ok: false; readonly code: CorrectionNo };

export function decideCorrection(
  workshop: Workshop | null,
  charge: ChargeNow | null,
  request: CorrectionRequest,
): CorrectionDecision {
  if (!charge) return { ok: false, code: 'charge-unknown' };
  if (charge.isWithdrawn) return { ok: false, code: 'charge-withdrawn' };
  const { costCode } = request;
  if (typeof costCode === 'string' && !mayCharge(workshop, { code: costCode, team: charge.team }))
    return { ok: false, code: 'cost-code-unknown' };
  const priced = request.toMinor === null ? charge.lines : atPrice(charge.lines, BigInt(request.toMinor));
  const wanted = costCode === undefined ? priced : priced.map((line) => ({ ...line, costCode }));
  const lines = difference(wanted, charge.lines);
  if (lines.length === 0) return { ok: false, code: 'charge-unchanged' };
  const { times, isWithdrawn: _, ...held } = charge;
  const { correction, by, why, noteDigest } = request;
  const minor = sum(lines).toString();
  const data = { ...held, lines, minor, nth: times, why, by, correction, noteDigest };
  return { ok: true, data, beforeMinor: sum(charge.lines).toString() };
}

/** The amount over the lines, in proportion to what they are; on the first where all of them are nought. */
function atPrice(lines: readonly ChargeLine[], minor: bigint): readonly ChargeLine[] {
  const weights = lines.map((line) => BigInt(line.minor)).map((weight) => (weight < 0n ? 0n : weight));
  const isFree = weights.every((weight) => weight === 0n);
  const shares = weights.map((weight, i) => ({
    id: String(i).padStart(6, '0'),
    weight: isFree ? 1n : weight,
  }));
  const parts = isFree ? lines.map((_, i) => ({ minor: i === 0 ? minor : 0n })) : split(minor, shares);
  return lines.map((line, i) => ({ ...line, minor: (parts[i]?.minor ?? 0n).toString() }));
}

function difference(wanted: readonly ChargeLine[], charged: readonly ChargeLine[]): readonly ChargeLine[] {
  const found = new Map<string, ChargeLine>();
  const add = ({ month, costCode, tariff, minor }: ChargeLine, sign: bigint): void => {
    const key = JSON.stringify([month, costCode, tariff]);
    const known = BigInt(found.get(key)?.minor ?? '0');
    found.set(key, { month, costCode, tariff, minor: (known + sign * BigInt(minor)).toString() });
  };
  for (const line of charged) add(line, -1n);
  for (const line of wanted) add(line, 1n);
  return [...found.values()].filter(({ minor }) => minor !== '0');
}

const sum = (lines: readonly ChargeLine[]): bigint =>
  lines.reduce((total, { minor }) => total + BigInt(minor), 0n);
