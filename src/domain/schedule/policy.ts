// What a space decides about its queues, as plain data: one dial that matters (the budget of overtaking) and documented
// defaults for the rest. Whole milliseconds and thousandths only, so that the rule needs no fractions.

import { hourMs, minuteMs } from '../time.ts';

export type SchedulePolicy = {
  /** After so long, use counts half. */
  readonly halfLifeMs: number;
  /** What an hour counts in which nobody waited, thousandths. */
  readonly idlePerMille: number;
  /** What a minute of overrun counts on top while somebody waits, thousandths. */
  readonly overrunPerMille: number;
  /** The budget of overtaking per unit of what was asked for, thousandths of the proportional one. */
  readonly budgetPerMille: number;
  readonly budgetLeastMs: number;
  /** Beyond this a longer wait earns no more: who comes on because of it gets the length that it earned. */
  readonly budgetMostMs: number;
  /** The shortest turn that a spent budget earns. */
  readonly earnedLeastMs: number;
  /** The longest turn while it is peak, and otherwise. */
  readonly peakCapMs: number;
  readonly capMs: number;
  /** By so much a turn goes on when nobody waits. */
  readonly renewMs: number;
  /** From the call until the machine must be claimed. */
  readonly claimGraceMs: number;
  /** So far beyond its end a turn may go without voiding a promise. */
  readonly overrunMs: number;
  /** Between two turns. */
  readonly turnoverMs: number;
  /** So late at most it is noticed that a time has come: what is promised counts on it. */
  readonly noticeMs: number;
  /** The longest turn on a machine of the short lane. */
  readonly shortLaneMs: number;
  /** A ticket that is away for longer is dropped. */
  readonly awayMostMs: number;
  /** Of one pool. */
  readonly ticketsMost: number;
  /** Per weight 1: no more credit for absence, and no more debt, than this beside the others who wait; null: all counts. */
  readonly creditMostMs: number | null;
  readonly debtMostMs: number | null;
};

export const defaultPolicy: SchedulePolicy = {
  halfLifeMs: 7 * 24 * hourMs,
  idlePerMille: 250,
  overrunPerMille: 2000,
  budgetPerMille: 1000,
  budgetLeastMs: 60 * minuteMs,
  budgetMostMs: 240 * minuteMs,
  earnedLeastMs: 15 * minuteMs,
  peakCapMs: 120 * minuteMs,
  capMs: 24 * hourMs,
  renewMs: 30 * minuteMs,
  claimGraceMs: 10 * minuteMs,
  overrunMs: 15 * minuteMs,
  turnoverMs: 5 * minuteMs,
  noticeMs: 2_000,
  shortLaneMs: 30 * minuteMs,
  awayMostMs: 2 * hourMs,
  ticketsMost: 500,
  creditMostMs: null,
  debtMostMs: null,
};

type Limits = { readonly least: number; readonly most: number; readonly remedy: string };

const yearMs = 366 * 24 * hourMs;
const day = { most: 24 * hourMs, remedy: 'Give at most a day.' };
const anyLength: Limits = { least: 0, ...day };
const length: Limits = { least: minuteMs, most: 7 * 24 * hourMs, remedy: 'Give a minute to a week.' };
const share: Limits = { least: 0, most: 10_000, remedy: 'Give thousandths from 0 to 10000.' };

const limits: { readonly [K in keyof SchedulePolicy]: Limits } = {
  halfLifeMs: { least: hourMs, most: yearMs, remedy: 'Give an hour to a year.' },
  idlePerMille: { least: 0, most: 1000, remedy: 'Give thousandths from 0 to 1000.' },
  overrunPerMille: share,
  budgetPerMille: share,
  budgetLeastMs: { ...length, least: 0 },
  budgetMostMs: { ...length, least: 0 },
  earnedLeastMs: length,
  peakCapMs: length,
  capMs: length,
  renewMs: length,
  claimGraceMs: { least: minuteMs, ...day },
  overrunMs: { least: minuteMs, ...day },
  turnoverMs: anyLength,
  noticeMs: anyLength,
  shortLaneMs: length,
  awayMostMs: { ...length, least: 0 },
  ticketsMost: { least: 1, most: 2000, remedy: 'Give 1 to 2000.' },
  creditMostMs: { ...length, most: yearMs, remedy: 'Give a minute to a year, or null.' },
  debtMostMs: { ...length, most: yearMs, remedy: 'Give a minute to a year, or null.' },
};

export type PolicyMistake = { readonly field: string; readonly text: string };

/** Every mistake of a policy, each with its remedy; none: it can be used. */
export function policyMistakes(policy: SchedulePolicy): readonly PolicyMistake[] {
  const fields = Object.keys(limits) as (keyof SchedulePolicy)[];
  return [...fields.flatMap((field) => fieldMistakes(field, policy[field])), ...pairMistakes(policy)];
}

function fieldMistakes(field: keyof SchedulePolicy, value: number | null): readonly PolicyMistake[] {
  const { least, most, remedy } = limits[field];
  if (value === null && (field === 'creditMostMs' || field === 'debtMostMs')) return [];
  if (Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most) return [];
  return [{ field, text: `${field} is ${value}, which is not between ${least} and ${most}. ${remedy}` }];
}

type Pair = readonly [low: keyof SchedulePolicy, high: keyof SchedulePolicy];

/** The first must not be above the second. */
const pairs: readonly Pair[] = [
  ['budgetLeastMs', 'budgetMostMs'],
  ['peakCapMs', 'capMs'],
  ['shortLaneMs', 'peakCapMs'],
  ['earnedLeastMs', 'peakCapMs'],
];

function pairMistakes(policy: SchedulePolicy): readonly PolicyMistake[] {
  return pairs
    .filter(([low, high]) => Number(policy[low]) > Number(policy[high]))
    .map(([low, high]) => ({
      field: low,
      text: `${low} (${policy[low]}) is above ${high} (${policy[high]}). Lower the one or raise the other.`,
    }));
}
