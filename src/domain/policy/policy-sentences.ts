// A policy as sentences that a member reads: one code with its values for each thing that is decided, defaults included, so
// that nothing of the rule is left unsaid. Texts by language stand with the texts; a quantity is a number and its unit.

import type { Workshop } from '../machine/workshop.ts';
import { minuteMs } from '../time.ts';
import { bookingSentences } from './booking-sentences.ts';
import type { CarePolicy, PolicyDocument, PoolPolicy, VotePolicy } from './policy-document.ts';
import { days, hours, minutes, percent, type Quantity } from './quantity.ts';
import { ruleOf, turnLengthMs } from './rule-of.ts';

export type PolicySentence = {
  readonly code: string;
  /** What it is about; null for the space as a whole. */
  readonly pool: string | null;
  readonly values: Readonly<Record<string, string | number>>;
};

/** What a part says, before it is known of which pool. */
export type Said = readonly [code: string, values?: Readonly<Record<string, Quantity | string | number>>];

/** In the order in which it is read: each pool, then what holds for all. */
export function policySentences(
  document: PolicyDocument,
  { machines }: Pick<Workshop, 'machines'>,
): readonly PolicySentence[] {
  const pools = Object.entries(document.pools).sort(([a], [b]) => (a < b ? -1 : 1));
  const nameOf = (id: string): string => (Object.hasOwn(machines, id) ? machines[id]?.name : undefined) ?? id;
  const ofPools = pools.flatMap(([pool, decided]) =>
    poolSentences(pool, decided, nameOf).map(([code, values = {}]) => ({ code, pool, values })),
  );
  const ofAll = spaceSentences(document).map(([code, values = {}]) => ({ code, pool: null, values }));
  return [...ofPools, ...ofAll];
}

const poolSentences = (
  pool: string,
  decided: PoolPolicy,
  nameOf: (id: string) => string,
): readonly Said[] => [
  ['policy-turn', { pool, length: minutes(turnLengthMs(decided) / minuteMs) }],
  ...peakSentences(decided),
  ...orderSentences(decided),
  ...courseSentences(decided),
  ...(decided.short?.machines ?? []).map(
    (id): Said => ['policy-short', { machine: nameOf(id), length: minutes(decided.short?.minutes ?? 0) }],
  ),
  ...bookingSentences(decided.bookings),
];

function peakSentences(pool: PoolPolicy): readonly Said[] {
  const rule = ruleOf(pool);
  const atPeak = minutes(Math.min(rule.peakCapMs, turnLengthMs(pool)) / minuteMs);
  if (!pool.peak) {
    // All hours are alike; only a cap below what is asked for says anything.
    return rule.peakCapMs < turnLengthMs(pool) ? [['policy-cap', { length: atPeak }]] : [];
  }
  const spans = pool.peak.map(
    ({ days: on, from, to }): Said => ['policy-peak', { days: on.join(' '), from, to }],
  );
  const otherwise = minutes(rule.capMs / minuteMs);
  return [
    ...spans,
    ['policy-peak-turn', { length: atPeak, most: minutes(rule.peakCapMs / minuteMs), otherwise }],
  ];
}

function orderSentences(pool: PoolPolicy): readonly Said[] {
  const { halfLifeMs, budgetLeastMs, budgetMostMs, budgetPerMille, idlePerMille } = ruleOf(pool);
  const halflife = days(halfLifeMs / (24 * 60 * minuteMs));
  const [least, most] = [minutes(budgetLeastMs / minuteMs), minutes(budgetMostMs / minuteMs)];
  const isPlain = budgetMostMs === 0 || (budgetPerMille === 0 && budgetLeastMs === 0);
  const overtake: Said = isPlain
    ? ['policy-overtake-none']
    : budgetPerMille === 0
      ? ['policy-overtake-fixed', { least }]
      : ['policy-overtake', { percent: percent(budgetPerMille / 10), least, most }];
  return [
    ['policy-order', { halflife }],
    overtake,
    ['policy-promise'],
    ['policy-idle', { percent: percent(idlePerMille / 10) }],
  ];
}

function courseSentences(pool: PoolPolicy): readonly Said[] {
  const { renewMs, claimGraceMs, turnoverMs, overrunMs, overrunPerMille, awayMostMs } = ruleOf(pool);
  const length = (ms: number): { readonly length: Quantity } => ({ length: minutes(ms / minuteMs) });
  return [
    [awayMostMs === 0 ? 'policy-claim-once' : 'policy-claim', length(claimGraceMs)],
    ['policy-renew', length(renewMs)],
    turnoverMs === 0 ? ['policy-turnover-none'] : ['policy-turnover', length(turnoverMs)],
    ['policy-overrun', { ...length(overrunMs), percent: percent(overrunPerMille / 10) }],
    awayMostMs === 0 ? ['policy-away-none'] : ['policy-away', length(awayMostMs)],
  ];
}

function spaceSentences({ pools, weights = {}, care, votes }: PolicyDocument): readonly Said[] {
  if (Object.keys(pools).length === 0) return [['policy-no-pools'], ...voteSentences(votes)];
  const teams = Object.entries(weights)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([team, weight]): Said => ['policy-team', { team, percent: percent(weight) }]);
  return [['policy-teams'], ...teams, careSentence(care), ...voteSentences(votes)];
}

function careSentence(care: CarePolicy | undefined): Said {
  if (!care || care.mostPercent === 100) return ['policy-care-none'];
  const { hours: full, days: within, mostPercent } = care;
  return ['policy-care', { full: hours(full), within: days(within), percent: percent(mostPercent) }];
}

function voteSentences(votes: VotePolicy | undefined): readonly Said[] {
  if (!votes) return [['policy-votes-none']];
  const { quorumPercent, majorityPercent, secret, openDays, noticeDays } = votes;
  const majority = percent(majorityPercent);
  return [
    ['policy-votes', { open: days(openDays), quorum: percent(quorumPercent), majority }],
    [secret ? 'policy-votes-secret' : 'policy-votes-named'],
    noticeDays === 0 ? ['policy-votes-at-once'] : ['policy-votes-notice', { notice: days(noticeDays) }],
  ];
}
