// What a space decides about bookings of one pool, with the documented defaults filled in. Whole milliseconds and counts.

import type { Span } from '../access/week.ts';
import type { State } from '../journal/state.ts';
import type { BookingPolicy, PoolPolicy } from '../policy/policy-document.ts';
import { usualBookings } from '../policy/usual-bookings.ts';
import { hourMs, minuteMs } from '../time.ts';

export type BookingRules = {
  readonly horizonDays: number;
  readonly leastMs: number;
  readonly mostMs: number;
  readonly futureMs: number;
  readonly perPeakDay: number;
  readonly freeAtPeak: number;
  readonly noShowMs: number;
  readonly lateMs: number;
  /** How long before its beginning its member may begin. */
  readonly claimMs: number;
  /** Null: all the hours are peak. */
  readonly peak: readonly Span[] | null;
  readonly draft: NonNullable<BookingPolicy['draft']> | null;
  /** Version of the policy. */
  readonly policy: number;
};

const usualClaimMinutes = 10;

/** Beginnings and ends stand on whole steps of the clock. */
export const stepMs = 5 * minuteMs;

/** Null where the pool cannot be booked. */
export function bookingRules({ policy }: Pick<State, 'policy'>, pool: string): BookingRules | null {
  const shared = poolPolicy({ policy }, pool);
  return shared?.bookings ? rulesFrom(shared, policy?.version ?? 0) : null;
}

/** The same where only bookings that were made before are concerned: a policy may have taken bookings away since. */
export const standingRules = (state: Pick<State, 'policy'>, pool: string): BookingRules =>
  rulesFrom(poolPolicy(state, pool) ?? {}, state.policy?.version ?? 0);

function poolPolicy({ policy }: Pick<State, 'policy'>, pool: string): PoolPolicy | undefined {
  const pools = policy?.document.pools;
  return pools && Object.hasOwn(pools, pool) ? pools[pool] : undefined;
}

function rulesFrom({ bookings = {}, claimMinutes, peak }: PoolPolicy, policy: number): BookingRules {
  const given = { ...usualBookings, ...bookings };
  return {
    horizonDays: given.horizonDays,
    leastMs: given.leastMinutes * minuteMs,
    mostMs: given.mostMinutes * minuteMs,
    futureMs: given.futureMinutes * minuteMs,
    perPeakDay: given.perPeakDay,
    freeAtPeak: given.freeAtPeak,
    noShowMs: given.noShowMinutes * minuteMs,
    lateMs: given.lateHours * hourMs,
    claimMs: (claimMinutes ?? usualClaimMinutes) * minuteMs,
    peak: peak ?? null,
    draft: bookings.draft ?? null,
    policy,
  };
}
