// The whole rule of a pool that follows from what a policy document says of it: what is left out has its documented
// default, moved only as far as what is said needs it.

import { defaultPolicy, type SchedulePolicy } from '../schedule/policy.ts';
import { hourMs, minuteMs } from '../time.ts';
import type { PoolPolicy } from './policy-document.ts';

/** Of a turn, where nobody says otherwise. */
const usualMinutes = 60;

/** Length of the turn that a tap asks for. */
export const turnMs = ({ minutes = usualMinutes }: PoolPolicy): number => minutes * minuteMs;

export function ruleOf(pool: PoolPolicy): SchedulePolicy {
  const usual = defaultPolicy;
  const minutesOr = (minutes: number | undefined, usualMs: number): number =>
    minutes === undefined ? usualMs : minutes * minuteMs;
  const perMilleOr = (percent: number | undefined, usualPerMille: number): number =>
    percent === undefined ? usualPerMille : percent * 10;
  const peakCapMs = minutesOr(pool.peakMinutes, Math.max(usual.peakCapMs, turnMs(pool)));
  const [budgetLeastMs, budgetMostMs] = budgetBounds(pool);
  return {
    ...usual,
    halfLifeMs: pool.halfLifeDays === undefined ? usual.halfLifeMs : pool.halfLifeDays * 24 * hourMs,
    idlePerMille: perMilleOr(pool.idlePercent, usual.idlePerMille),
    overrunPerMille: perMilleOr(pool.overrunPercent, usual.overrunPerMille),
    budgetPerMille: perMilleOr(pool.overtakePercent, usual.budgetPerMille),
    budgetLeastMs,
    budgetMostMs,
    earnedLeastMs: Math.min(usual.earnedLeastMs, peakCapMs),
    peakCapMs,
    capMs: minutesOr(pool.longMinutes, Math.max(usual.capMs, peakCapMs)),
    renewMs: minutesOr(pool.renewMinutes, usual.renewMs),
    claimGraceMs: minutesOr(pool.claimMinutes, usual.claimGraceMs),
    overrunMs: minutesOr(pool.overrunMinutes, usual.overrunMs),
    turnoverMs: minutesOr(pool.turnoverMinutes, usual.turnoverMs),
    shortLaneMs: minutesOr(pool.short?.minutes, Math.min(usual.shortLaneMs, peakCapMs)),
    awayMostMs: minutesOr(pool.awayMinutes, usual.awayMostMs),
  };
}

/** The default of the one gives way to what is said of the other. */
function budgetBounds(pool: PoolPolicy): readonly [leastMs: number, mostMs: number] {
  const { budgetLeastMs, budgetMostMs } = defaultPolicy;
  const { overtakeLeastMinutes: least, overtakeMostMinutes: most } = pool;
  if (least !== undefined && most !== undefined) return [least * minuteMs, most * minuteMs];
  if (least !== undefined) return [least * minuteMs, Math.max(budgetMostMs, least * minuteMs)];
  if (most !== undefined) return [Math.min(budgetLeastMs, most * minuteMs), most * minuteMs];
  return [budgetLeastMs, budgetMostMs];
}
