// From what members decided to the numbers of the rule of turns: what is left out gets a default that fits beside what is
// said, so that no half-set pair contradicts itself. Whether it is peak is asked of the clock of the space.

import { isWithin } from '../access/week.ts';
import { defaultPolicy, type SchedulePolicy } from '../schedule/policy.ts';
import { dayMs, minuteMs } from '../time.ts';
import type { PoolPolicy } from './policy-document.ts';

/** Of a turn, where nobody says otherwise. */
const usualMinutes = 60;

/** What a tap asks for; at peak it may be given less. */
export const turnLengthMs = ({ minutes = usualMinutes, longMinutes = minutes }: PoolPolicy): number =>
  Math.min(minutes, longMinutes) * minuteMs;

export function ruleOf(pool: PoolPolicy): SchedulePolicy {
  return {
    ...defaultPolicy,
    ...capsOf(pool),
    ...budgetsOf(pool),
    halfLifeMs: pool.halfLifeDays === undefined ? defaultPolicy.halfLifeMs : pool.halfLifeDays * dayMs,
    idlePerMille: perMilleOr(pool.idlePercent, defaultPolicy.idlePerMille),
    overrunPerMille: perMilleOr(pool.overrunPercent, defaultPolicy.overrunPerMille),
    renewMs: minutesOr(pool.renewMinutes, defaultPolicy.renewMs),
    claimGraceMs: minutesOr(pool.claimMinutes, defaultPolicy.claimGraceMs),
    overrunMs: minutesOr(pool.overrunMinutes, defaultPolicy.overrunMs),
    turnoverMs: minutesOr(pool.turnoverMinutes, defaultPolicy.turnoverMs),
    awayMostMs: minutesOr(pool.awayMinutes, defaultPolicy.awayMostMs),
  };
}

type Caps = Pick<SchedulePolicy, 'peakCapMs' | 'capMs' | 'shortLaneMs' | 'earnedLeastMs'>;

function capsOf(pool: PoolPolicy): Caps {
  const capMs = minutesOr(pool.longMinutes, defaultPolicy.capMs);
  // Who wants a turn longer than the usual cap gets it at peak, too, unless the document says less.
  const usualPeakMs = Math.min(capMs, Math.max(defaultPolicy.peakCapMs, turnLengthMs(pool)));
  const peakCapMs = minutesOr(pool.peakMinutes, usualPeakMs);
  return {
    capMs,
    peakCapMs,
    shortLaneMs: minutesOr(pool.short?.minutes, Math.min(defaultPolicy.shortLaneMs, peakCapMs)),
    earnedLeastMs: Math.min(defaultPolicy.earnedLeastMs, peakCapMs),
  };
}

type Budgets = Pick<SchedulePolicy, 'budgetPerMille' | 'budgetLeastMs' | 'budgetMostMs'>;

function budgetsOf({ overtakePercent, overtakeLeastMinutes, overtakeMostMinutes }: PoolPolicy): Budgets {
  const { budgetLeastMs, budgetMostMs, budgetPerMille } = defaultPolicy;
  const leastMs = minutesOr(
    overtakeLeastMinutes,
    Math.min(budgetLeastMs, minutesOr(overtakeMostMinutes, budgetMostMs)),
  );
  return {
    budgetPerMille: perMilleOr(overtakePercent, budgetPerMille),
    budgetLeastMs: leastMs,
    budgetMostMs: minutesOr(overtakeMostMinutes, Math.max(budgetMostMs, leastMs)),
  };
}

const minutesOr = (minutes: number | undefined, usualMs: number): number =>
  minutes === undefined ? usualMs : minutes * minuteMs;

const perMilleOr = (percent: number | undefined, usual: number): number =>
  percent === undefined ? usual : percent * 10;

type PeakAt = { readonly timezone: string; readonly synchronised: boolean; readonly atMs: number };

/** Without spans it always is; a clock that was never set knows no hour, so it is then, too: shorter turns harm nobody. */
export function isPeakAt({ peak }: PoolPolicy, { timezone, synchronised, atMs }: PeakAt): boolean {
  if (peak === undefined || !synchronised) return true;
  return isWithin({ hours: { open: peak, closed: noDays }, timezone }, atMs);
}

const noDays: readonly string[] = [];
