// What the workshop describes about paying: packs that are sold, the order in which sources pay, and who pays for a lesson.

import { planById } from '../access/plan.ts';
import type { Workshop } from '../machine/workshop.ts';
import type { SourceKind } from './consume.ts';

export type Paying = {
  readonly consume: readonly SourceKind[];
  readonly packs?: Readonly<Record<string, Pack>>;
  /** What is set aside at a start where neither a ceiling nor a turn says how much; minor units. */
  readonly holdMinor: string;
  /** How far a prepaid wallet may go below zero by a session that went on; minor units. */
  readonly belowZeroMinor: string;
  /** Who pays for a session that a trainer opened. */
  readonly lessons: 'learner' | 'trainer' | 'free';
};

export type Pack = {
  readonly name: string;
  /** Hours or money: one of the two. */
  readonly ms?: number;
  readonly minor?: string;
  /** Left out: in all pools. */
  readonly pools?: readonly string[];
  readonly priceMinor: string;
  /** It is gone at the end of this local day, counted from the day of the sale. */
  readonly validDays: number;
};

/** Of a plan, anew each month. */
export type Included = {
  readonly ms: number;
  /** Left out: in all pools. */
  readonly pools?: readonly string[];
  /** Months after its own for which what is left goes on; 0: it goes with its month. */
  readonly carryMonths: number;
};

/** `member` and `team` are those of whoever holds the session. */
export type DeclaredPayer = { readonly payer: string; readonly parts: number };

/** A share of who pays: an account, or `free`. */
export type PayerShare = { readonly payer: string; readonly parts: number };

export type Charged = {
  readonly member: string;
  readonly team: string | null;
  readonly trainer: string | null;
  readonly costCode: string | null;
  /** Of the member when the use began; left out without one. */
  readonly plan?: string;
};

/** Who pays for a use, before anybody changed it; with their parts. */
export function payersOf(workshop: Workshop | null, use: Charged): readonly PayerShare[] {
  const lessons = use.trainer === null ? 'learner' : (workshop?.paying?.lessons ?? 'learner');
  if (lessons === 'free') return [{ payer: 'free', parts: 1 }];
  const member = lessons === 'trainer' && use.trainer !== null ? use.trainer : use.member;
  if (use.costCode === null) {
    const isOwn = member === use.member && isPaidByTeam(workshop, use);
    return [{ payer: isOwn ? `team:${use.team}` : `member:${member}`, parts: 1 }];
  }
  const codes = workshop?.costCodes ?? {};
  const declared = Object.hasOwn(codes, use.costCode) ? codes[use.costCode]?.payers : undefined;
  if (!declared) return [{ payer: `cost-code:${use.costCode}`, parts: 1 }];
  return merged(
    declared.map(({ payer, parts }) => ({ payer: accountOf(payer, { member, team: use.team }), parts })),
  );
}

/** Whether the use of its members is billed to a team. */
export function paysFor(workshop: Workshop | null, team: string | null): boolean {
  const teams = workshop?.teams ?? {};
  return team !== null && Object.hasOwn(teams, team) && teams[team]?.pays === true;
}

/** A team pays for its guests, or for all of its members. */
const isPaidByTeam = (workshop: Workshop | null, { team, plan }: Charged): boolean =>
  team !== null &&
  (paysFor(workshop, team) || (plan !== undefined && planById(workshop, plan)?.payer === 'team'));

/** Whoever is in no team pays as a member. */
function accountOf(payer: string, { member, team }: { member: string; team: string | null }): string {
  if (payer === 'member') return `member:${member}`;
  if (payer === 'team') return team === null ? `member:${member}` : `team:${team}`;
  return `cost-code:${payer}`;
}

function merged(shares: readonly PayerShare[]): readonly PayerShare[] {
  const found = new Map<string, number>();
  for (const { payer, parts } of shares) found.set(payer, (found.get(payer) ?? 0) + parts);
  return [...found].map(([payer, parts]) => ({ payer, parts }));
}
