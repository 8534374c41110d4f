// Whether a charge may be contested, how that may end, and what is taken off: never more than was charged, and in parts that add
// up (invariant 5). Amounts are split over the lines of the charge by what each of them costs.

import type { ChargeLine } from '../journal/charge-entries.ts';
import type { DisputeState } from '../journal/dispute-entries.ts';
import { split } from '../ledger/split.ts';
import type { Space } from '../machine/workshop.ts';
import type { Minor } from '../money.ts';

export type DisputeOutcome = 'accepted' | 'partly' | 'rejected';
export type DisputeStatus = 'open' | DisputeOutcome | 'withdrawn';
type Deed = 'accept' | 'partly' | 'reject' | 'withdraw';

/** What each deed makes of a dispute; whatever is not named is refused. An end is for good: it is contested anew, or not. */
export const disputeTable: Readonly<
  Record<DisputeStatus, { readonly [deed in Deed]?: Exclude<DisputeStatus, 'open'> }>
> = {
  open: { accept: 'accepted', partly: 'partly', reject: 'rejected', withdraw: 'withdrawn' },
  accepted: {},
  partly: {},
  rejected: {},
  withdrawn: {},
};

/** Of the space, of one member, and of one charge over its time. */
const disputeLimits = { open: 1000, ofMember: 20, ofCharge: 3 } as const;

export type DisputeTerms = { readonly withinDays: number; readonly answerDays: number };
const usualTerms: DisputeTerms = { withinDays: 60, answerDays: 30 };

export const disputeTerms = (space: Space | undefined): DisputeTerms => space?.disputes ?? usualTerms;

const dayMs = 86_400_000;

/** What was charged for one use so far, corrections among it. */
export type Charged = {
  readonly session: string;
  readonly member: string;
  readonly currency: string;
  readonly chargedAtMs: number;
  readonly lines: readonly ChargeLine[];
  readonly minor: Minor;
};

export type DisputeRefusal =
  | ('charge-unknown' | 'charge-nothing' | 'dispute-open-already' | 'dispute-too-late')
  | ('disputes-full' | 'disputes-of-charge-full');

/** @param before how often this charge was contested already, withdrawn ones not counted */
export function refuseDispute(
  { disputes }: DisputeState,
  asked: {
    readonly charged: Charged;
    readonly terms: DisputeTerms;
    readonly nowMs: number;
    readonly before: number;
  },
): DisputeRefusal | null {
  const { charged, terms, nowMs, before } = asked;
  const open = [...disputes.values()];
  if (open.some(({ charge }) => charge === charged.session)) return 'dispute-open-already';
  if (charged.minor <= 0n) return 'charge-nothing';
  if (nowMs > charged.chargedAtMs + terms.withinDays * dayMs) return 'dispute-too-late';
  if (before >= disputeLimits.ofCharge) return 'disputes-of-charge-full';
  const own = open.filter(({ member }) => member === charged.member).length;
  return open.length >= disputeLimits.open || own >= disputeLimits.ofMember ? 'disputes-full' : null;
}

export const answerByMs = (nowMs: number, { answerDays }: DisputeTerms): number => nowMs + answerDays * dayMs;

/** What is to be taken off: an amount, or the price of so much of the time that was billed. */
export type CreditWish =
  | { readonly what: 'all' }
  | { readonly what: 'none' }
  | { readonly what: 'amount'; readonly minor: Minor }
  | { readonly what: 'time'; readonly creditedMs: number; readonly billedMs: number };

export type Credit = { readonly minor: Minor; readonly lines: readonly ChargeLine[] };

/** Null where it is none of the charge, or not a part of it: all of it and nothing of it are outcomes of their own. */
export function creditOf(charged: Charged, wish: CreditWish): Credit | null {
  if (wish.what === 'none') return { minor: 0n, lines: [] };
  const isAll = wish.what === 'all';
  const minor = wish.what === 'all' ? charged.minor : partOf(charged.minor, wish);
  if (minor <= 0n || (isAll ? minor > charged.minor : minor >= charged.minor)) return null;
  return { minor, lines: overLines(minor, charged.lines) };
}

/** By time half a unit counts as one. */
function partOf(minor: Minor, wish: Extract<CreditWish, { what: 'amount' | 'time' }>): Minor {
  if (wish.what === 'amount') return wish.minor;
  const [credited, billed] = [BigInt(wish.creditedMs), BigInt(wish.billedMs)];
  return billed <= 0n ? 0n : (2n * minor * credited + billed) / (2n * billed);
}

function overLines(minor: Minor, lines: readonly ChargeLine[]): readonly ChargeLine[] {
  const weights = lines.map((line, at) => {
    const weight = BigInt(line.minor);
    return { id: String(at).padStart(6, '0'), weight: weight > 0n ? weight : 0n };
  });
  const parts = split(minor, weights);
  return lines.flatMap((line, at) => {
    const part = parts[at]?.minor ?? 0n;
    return part === 0n ? [] : [{ ...line, minor: part.toString() }];
  });
}
