// What a workshop says of the turns of a pool, and the whole policy that follows from it: the few keys that matter are
// its own, the rest are the documented defaults of the rule.

import { defaultPolicy, type SchedulePolicy } from '../schedule/policy.ts';
import { hourMs, minuteMs } from '../time.ts';

/** Each may be left out; whole numbers. */
export type PoolTurns = {
  /** Length of a turn. */
  readonly minutes?: number;
  /** By so much a turn goes on while nobody waits. */
  readonly renewMinutes?: number;
  /** From the call until the machine must be claimed. */
  readonly claimMinutes?: number;
  /** Between two turns while somebody waits. */
  readonly turnoverMinutes?: number;
  /** After so long, use counts half. */
  readonly halfLifeDays?: number;
};

/** Of a turn, where nobody says otherwise. */
const usualMinutes = 60;

export const turnLengthMs = ({ minutes = usualMinutes }: PoolTurns): number => minutes * minuteMs;

export function policyOf(turns: PoolTurns): SchedulePolicy {
  const { renewMinutes, claimMinutes, turnoverMinutes, halfLifeDays } = turns;
  const minutesOr = (minutes: number | undefined, usualMs: number): number =>
    minutes === undefined ? usualMs : minutes * minuteMs;
  return {
    ...defaultPolicy,
    // Every open hour counts as peak: who wants a longer turn says so for the pool.
    peakCapMs: Math.max(defaultPolicy.peakCapMs, turnLengthMs(turns)),
    renewMs: minutesOr(renewMinutes, defaultPolicy.renewMs),
    claimGraceMs: minutesOr(claimMinutes, defaultPolicy.claimGraceMs),
    turnoverMs: minutesOr(turnoverMinutes, defaultPolicy.turnoverMs),
    halfLifeMs: halfLifeDays === undefined ? defaultPolicy.halfLifeMs : halfLifeDays * 24 * hourMs,
  };
}
