// Sets two runs of the same trace beside each other: under the policy that was in force, and under another. Like is compared
// with like; how well the first run comes to what really happened is told beside it.

import { formatInstant } from '../local-time.ts';
import type { PolicyDocument } from '../policy/policy-document.ts';
import { ruleOf, turnLengthMs } from '../policy/rule-of.ts';
import { hourMs, minuteMs } from '../time.ts';
import { fewestPeople, type Group, groupsOf, type Person } from './groups-of.ts';
import type { Outcome, Visited } from './outcome.ts';
import { pastOf } from './past-of.ts';
import { rankOf } from './rank-of.ts';
import type { Figures, GroupReport, Note, PoolFigures, Report } from './report.ts';
import type { Demand, Rules, Trace } from './trace.ts';

export type Compared = {
  readonly trace: Trace;
  readonly before: Outcome;
  readonly after: Outcome;
  readonly document: PolicyDocument;
};

/** The rules of a document for the whole of a trace. */
export const rulesOf = ({ pools, weights = {} }: PolicyDocument): Rules => [
  {
    fromMs: Number.MIN_SAFE_INTEGER,
    pools: new Map(Object.entries(pools)),
    weights: new Map(Object.entries(weights)),
  },
];

export function compare(compared: Compared): Report {
  const { trace } = compared;
  const rows = rowsOf(compared);
  const people = peopleOf(rows);
  const { groups, isMerged } = groupsOf(people);
  return {
    from: formatInstant(trace.fromMs, trace.timezone),
    to: formatInstant(trace.toMs - 1, trace.timezone),
    past: pastOf(trace, groups.length > 0 ? rows : []),
    groups: groups.map((group) => groupReport(group, rows)),
    pools: poolsOf(compared).map((pool) => ({
      pool,
      before: poolFigures({ pool, rows, outcome: compared.before, rules: trace.rules }),
      after: poolFigures({ pool, rows, outcome: compared.after, rules: rulesOf(compared.document) }),
    })),
    notes: notesOf(compared, { people: people.length, isMerged }),
  };
}

/** A demand that is told of, with what came of it in both runs. */
type Row = { readonly demand: Demand; readonly before: Visited; readonly after: Visited };

function rowsOf({ trace, before, after, document }: Compared): readonly Row[] {
  return trace.demands.flatMap((demand, index): readonly Row[] => {
    const [one, other] = [before.visits[index], after.visits[index]];
    const isTold = demand.atMs >= trace.fromMs && demand.atMs < trace.toMs && before.used.has(demand.pool);
    return isTold && one && other && Object.hasOwn(document.pools, demand.pool)
      ? [{ demand, before: one, after: other }]
      : [];
  });
}

/** In the order of their first coming; how much they used is as it was. */
function peopleOf(rows: readonly Row[]): readonly Person[] {
  const people = new Map<string, Person>();
  for (const { demand } of rows) {
    const { member, calledAtMs, useMs, team } = demand;
    const known = people.get(member);
    const usedMs = (known?.usedMs ?? 0) + (calledAtMs === null ? 0 : useMs);
    // The team in which they were last.
    people.set(member, { member, team, usedMs });
  }
  return [...people.values()];
}

function groupReport({ name, members }: Group, rows: readonly Row[]): GroupReport {
  const own = rows.filter(({ demand }) => members.has(demand.member));
  const before = figuresOf(own.map((row) => row.before));
  const after = figuresOf(own.map((row) => row.after));
  const change = changeOf(before, after);
  const worse = change.waitP90 || change.waitP50;
  const waits = worse === 0 ? 'same' : worse < 0 ? 'less' : 'more';
  return { ...name, people: members.size, before, after, change, waits };
}

const inMinutes = (ms: number): number => Math.round(ms / minuteMs);

function figuresOf(visits: readonly Visited[]): Figures {
  const waits = visits.map(({ waitMs }) => waitMs);
  const rank = (values: readonly number[], part: number): number | null => {
    const ms = rankOf(values, part);
    return ms === null ? null : inMinutes(ms);
  };
  const given = (of: (visit: Visited) => number | null): readonly number[] =>
    visits.flatMap((visit) => of(visit) ?? []);
  return {
    asked: visits.length,
    served: visits.filter(({ isServed }) => isServed).length,
    waitP50: rank(waits, 0.5) ?? 0,
    waitP90: rank(waits, 0.9) ?? 0,
    waitLongest: rank(waits, 1) ?? 0,
    promisedP50: rank(
      given(({ promisedMs }) => promisedMs),
      0.5,
    ),
    overtakenMost: rank(
      given(({ budgetMs }) => budgetMs),
      1,
    ),
    turnedAway: inMinutes(visits.reduce((sum, { lackedMs }) => sum + lackedMs, 0)),
  };
}

function changeOf(before: Figures, after: Figures): Figures {
  const less = (one: number | null, other: number | null): number | null =>
    one === null || other === null ? null : other - one;
  return {
    asked: after.asked - before.asked,
    served: after.served - before.served,
    waitP50: after.waitP50 - before.waitP50,
    waitP90: after.waitP90 - before.waitP90,
    waitLongest: after.waitLongest - before.waitLongest,
    promisedP50: less(before.promisedP50, after.promisedP50),
    overtakenMost: less(before.overtakenMost, after.overtakenMost),
    turnedAway: after.turnedAway - before.turnedAway,
  };
}

const poolsOf = ({ before }: Compared): readonly string[] => [...before.used.keys()].sort();

type AskedOfPool = {
  readonly pool: string;
  readonly rows: readonly Row[];
  readonly outcome: Outcome;
  readonly rules: Rules;
};

/** The numbers of the rule are those that counted last. */
function poolFigures({ pool, rows, outcome, rules }: AskedOfPool): PoolFigures | null {
  const policy = rules.at(-1)?.pools.get(pool);
  if (!policy) return null;
  const rule = ruleOf(policy);
  const people = new Set(
    rows.filter(({ demand }) => demand.pool === pool).map(({ demand }) => demand.member),
  );
  const used = outcome.used.get(pool);
  const isTold = people.size >= fewestPeople && used !== undefined && used.openMs > 0;
  return {
    turnMinutes: inMinutes(turnLengthMs(policy)),
    overtakePercent: Math.round(rule.budgetPerMille / 10),
    overtakeMostMinutes: inMinutes(rule.budgetMostMs),
    halfLifeDays: Math.round(rule.halfLifeMs / (24 * hourMs)),
    usedPerMille: isTold ? Math.round((1000 * used.usedMs) / used.openMs) : null,
  };
}

function notesOf(compared: Compared, { people, isMerged }: { people: number; isMerged: boolean }): Note[] {
  const { trace, document } = compared;
  const notes: Note[] = [];
  const add = (code: Note['code'], pool: string | null = null): void => void notes.push({ code, pool });
  if (people === 0) add('nobody-came');
  else if (people < fewestPeople) add('too-few');
  if (isMerged) add('groups-merged');
  for (const pool of poolsOf(compared)) {
    const isThere = Object.hasOwn(document.pools, pool);
    const had = trace.rules.some(({ pools }) => pools.has(pool));
    if (isThere && !had) add('pool-had-no-queue', pool);
    if (!isThere && had) add('pool-left-out', pool);
    if (isThere && document.pools[pool]?.bookings) add('bookings-not-replayed', pool);
  }
  if (document.care) add('care-not-replayed');
  return notes;
}
