// What must hold of every report: the same policy changes nothing, nothing in it depends on a key, and nothing in it, nor
// any difference of its figures, is about fewer than five people.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../../../src/domain/policy/policy-document.ts';
import { compare, rulesOf } from '../../../src/domain/replay/compare.ts';
import { fewestPeople, type Group, groupsOf, type Person } from '../../../src/domain/replay/groups-of.ts';
import { leastCut } from '../../../src/domain/replay/least-cut.ts';
import type { Report } from '../../../src/domain/replay/report.ts';
import { runTrace } from '../../../src/domain/replay/run-trace.ts';
import type { Trace } from '../../../src/domain/replay/trace.ts';
import { minute, traceOf, type Wanted } from '../../fakes/sample-trace.ts';

const pools = { lasers: {}, mills: { minutes: 45 } };

function report(trace: Trace, document: PolicyDocument): Report {
  const before = runTrace(trace, trace.rules);
  return compare({ trace, before, after: runTrace(trace, rulesOf(document)), document });
}

const wanted = (key: (person: number) => string): fc.Arbitrary<readonly Wanted[]> =>
  fc.array(
    fc
      .record({
        at: fc.integer({ min: 0, max: 1200 }),
        person: fc.integer({ min: 0, max: 24 }),
        pool: fc.constantFrom('lasers', 'mills'),
        useMin: fc.integer({ min: 1, max: 100 }),
        patienceMin: fc.option(fc.integer({ min: 1, max: 300 })),
        missed: fc.array(fc.option(fc.integer({ min: 0, max: 30 })), { maxLength: 2 }),
        insists: fc.boolean(),
      })
      .map(({ at, person, pool, useMin, patienceMin, missed, insists }): Wanted => {
        const team = person % 3 === 0 ? `team-${person % 4}` : null;
        return {
          ...{ at, pool, insists, member: key(person), useMs: useMin * minute, calledAtMs: 0, team },
          missed: missed.map((back) => (back === null ? null : back * minute)),
          leavesAtMs:
            patienceMin === null ? null : Date.parse('2026-08-03T08:00:00Z') + (at + patienceMin) * minute,
          teamSize: team === null ? 1 : 3,
        };
      }),
    { maxLength: 60 },
  );

describe('a report', () => {
  it('says of the same policy that it changes nothing', () => {
    fc.assert(
      fc.property(wanted(String), (demands) => {
        const told = report(traceOf({ wanted: demands, pools, machines: 2 }), { pools });
        for (const { change, waits } of told.groups) {
          expect(Object.values(change).filter((value) => value !== 0 && value !== null)).toEqual([]);
          expect(waits).toBe('same');
        }
        for (const { before, after } of told.pools) expect(after).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('says the same again, and the same whatever the members are called', () => {
    const other = { pools: { lasers: { minutes: 25, overtakePercent: 30 }, mills: { halfLifeDays: 2 } } };
    const keys = (person: number): string => `k${(person * 7) % 25}`;
    const renamed = (demands: readonly Wanted[]): readonly Wanted[] =>
      demands.map((one) => ({ ...one, member: keys(Number(one.member)) }));
    fc.assert(
      fc.property(wanted(String), (demands) => {
        const told = report(traceOf({ wanted: demands, pools, machines: 1 }), other);
        expect(report(traceOf({ wanted: demands, pools, machines: 1 }), other)).toEqual(told);
        expect(report(traceOf({ wanted: renamed(demands), pools, machines: 1 }), other)).toEqual(told);
      }),
      { numRuns: 60 },
    );
  });

  it('holds no key of anybody', () => {
    fc.assert(
      fc.property(
        wanted((person) => `secret${person}`),
        (demands) => {
          expect(JSON.stringify(report(traceOf({ wanted: demands, pools }), { pools }))).not.toContain(
            'secret',
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('tells nothing of four people, and says so', () => {
    const four = [0, 1, 2, 3].map((index) => ({ at: index, member: `m${index}`, calledAtMs: 1 }));
    const told = report(traceOf({ wanted: four, pools }), { pools });
    expect(told.groups).toEqual([]);
    expect(told.past).toMatchObject({ turns: 0, sameOrderPercent: null, offMinutes: null });
    expect(told.pools.map(({ before }) => before?.usedPerMille)).toEqual([null, null]);
    expect(told.notes).toContainEqual({ code: 'too-few', pool: null });
  });

  it('tells which pools it leaves out, and which had no queue', () => {
    const trace = traceOf({ wanted: [], pools });
    const was = [{ fromMs: 0, pools: new Map([['lasers', {}]]), weights: new Map<string, number>() }];
    const told = report({ ...trace, rules: was }, { pools: { mills: {} } });
    expect(told.notes).toEqual([
      { code: 'nobody-came', pool: null },
      { code: 'pool-left-out', pool: 'lasers' },
      { code: 'pool-had-no-queue', pool: 'mills' },
    ]);
  });
});

const people = fc
  .array(
    fc.record({ team: fc.option(fc.integer({ min: 0, max: 5 })), usedMs: fc.integer({ min: 0, max: 9 }) }),
    { maxLength: 60 },
  )
  .map((rows) =>
    rows.map(
      ({ team, usedMs }, index): Person => ({
        member: `m${index}`,
        team: team === null ? null : `team-${team}`,
        usedMs,
      }),
    ),
  );

/** Every union of some of the groups. */
const unionsOf = (groups: readonly Group[]): readonly Set<string>[] =>
  Array.from(
    { length: 2 ** groups.length },
    (_, mask) =>
      new Set(groups.flatMap(({ members }, index) => ((mask >> index) % 2 === 1 ? [...members] : []))),
  );

describe('groups', () => {
  it('are of five people or more, and so is whatever differences of their sums could be about', () => {
    fc.assert(
      fc.property(people, (persons) => {
        const { groups } = groupsOf(persons);
        for (const { members } of groups) expect(members.size).toBeGreaterThanOrEqual(fewestPeople);
        const ofTeams = unionsOf(groups.filter(({ name }) => name.by === 'team'));
        for (const use of unionsOf(groups.filter(({ name }) => name.by !== 'team')))
          for (const team of ofTeams) {
            const apart =
              [...use].filter((one) => !team.has(one)).length +
              [...team].filter((one) => !use.has(one)).length;
            if (apart > 0) expect(apart).toBeGreaterThanOrEqual(fewestPeople);
          }
      }),
      { numRuns: 300 },
    );
  });

  it('hold everybody once in each way to part them, or nobody', () => {
    fc.assert(
      fc.property(people, (persons) => {
        const { groups } = groupsOf(persons);
        for (const by of ['use', 'team'] as const) {
          const members = groups.filter(({ name }) => name.by === by).flatMap((group) => [...group.members]);
          if (members.length > 0)
            expect(members.toSorted()).toEqual(persons.map(({ member }) => member).toSorted());
        }
      }),
    );
  });
});

describe('the least cut', () => {
  it.each<[readonly (readonly number[])[], number]>([
    [[[7]], 7],
    [
      [
        [5, 0],
        [0, 5],
      ],
      5,
    ],
    [
      [
        [20, 1],
        [0, 20],
      ],
      1,
    ],
    [
      [
        [10, 2],
        [3, 10],
      ],
      5,
    ],
    [[[0]], Number.POSITIVE_INFINITY],
  ])('of %j is %d', (table, cut) => {
    expect(leastCut(table)).toBe(cut);
  });
});
