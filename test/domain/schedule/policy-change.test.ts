// T1 while the hours turn to peak and back in the middle of a queue, and while members decide for another policy: whatever
// changes, no promise that stands is broken; a new policy voids them, a new hour need not.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PoolPolicy } from '../../../src/domain/policy/policy-document.ts';
import { ruleOf } from '../../../src/domain/policy/rule-of.ts';
import { policyMistakes, type SchedulePolicy } from '../../../src/domain/schedule/policy.ts';
import { liveQueue } from './live-queue.ts';
import { minute } from './queue-world.ts';

const pools: readonly PoolPolicy[] = [
  { peakMinutes: 30, longMinutes: 480 },
  { peakMinutes: 240, claimMinutes: 30, turnoverMinutes: 20 },
  { minutes: 240, overrunMinutes: 60, overtakePercent: 300, overtakeMostMinutes: 480 },
  { turnoverMinutes: 0, claimMinutes: 1, overrunMinutes: 5, overtakePercent: 0, overtakeLeastMinutes: 0 },
  { halfLifeDays: 1, idlePercent: 0, overrunPercent: 0, awayMinutes: 30 },
];

/** From nothing between two turns to as much as there may be. */
const extremes: readonly PoolPolicy[] = [
  { turnoverMinutes: 0, claimMinutes: 1, overrunMinutes: 5, overtakePercent: 0, overtakeLeastMinutes: 0 },
  { turnoverMinutes: 60, claimMinutes: 60, overrunMinutes: 60, overtakePercent: 0, overtakeLeastMinutes: 0 },
];

/** The clock of the life goes on in minutes. */
const rulesOf = (of: readonly PoolPolicy[]): readonly Partial<SchedulePolicy>[] =>
  of.map((pool) => ({ ...ruleOf(pool), noticeMs: 3 * minute }));

const decided = rulesOf(pools);

describe('a queue whose hours and policy change', () => {
  it('has policies that the rule takes', () => {
    for (const pool of [...pools, ...extremes]) expect(policyMistakes(ruleOf(pool))).toEqual([]);
  });

  it.each([false, true])('T1: breaks no promise that stands (faults: %s)', (faults) => {
    let voided = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const { broken, counts } = liveQueue({ seed, turns: 60, faults, decided, turning: true });
        voided += counts.voided;
        expect(broken).toEqual([]);
      }),
      { numRuns: 40, seed: 46 },
    );
    expect(voided).toBeGreaterThan(0);
  });

  it('T1: breaks none in a life in which it would, if a new policy voided nothing', () => {
    const life = { seed: 107, turns: 80, faults: true, turning: true };
    expect(liveQueue({ ...life, decided: rulesOf(extremes) }).broken).toEqual([]);
  });

  it('T1: voids nothing by the hour alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const { broken, counts } = liveQueue({
          ...{ seed, turns: 60, turning: true },
          policy: { peakCapMs: 30 * minute },
        });
        expect(broken).toEqual([]);
        expect(counts.voided).toBe(0);
      }),
      { numRuns: 30, seed: 47 },
    );
  });
});
