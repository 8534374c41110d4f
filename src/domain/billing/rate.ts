// Rating: a pure function of what was metered and the tariffs known when it was. Parts of a session add up to the
// whole: each part costs the rounded price up to its end less the rounded price up to its start (invariant 5).

import type { SegmentClosed } from '../journal/entry.ts';
import type { UsageReason, WithdrawalReason } from '../journal/usage-entries.ts';
import type { Clock, Tariff } from '../machine/workshop.ts';
import { divideRounded, type Minor } from '../money.ts';
import { hourMs, localDate } from '../time.ts';

/** A segment with the tariffs and the time zone of the workshop as it was described when the segment was closed. */
export type Metered = {
  readonly segment: SegmentClosed;
  readonly tariffs: readonly Tariff[];
  readonly timezone: string;
  /** Where people wrote it down; left out where it was metered. */
  readonly byHand?: ByHand;
};

/** Who wrote down a use that no reader saw, and who took it back: the latter only on what takes it back. */
export type ByHand = {
  readonly entered: Hand<UsageReason>;
  readonly withdrawn: Hand<WithdrawalReason> | null;
};

export type Rates = Pick<Metered, 'tariffs' | 'timezone'>;

/** Price is counted in (minor × milliseconds / hour), exact; so much of it makes a minor unit. */
export const unitsPerMinor = BigInt(hourMs);

type Hand<Why> = { readonly by: string; readonly atMs: number; readonly why: Why };

export type Rated = {
  readonly segment: SegmentClosed;
  readonly byHand: ByHand | null;
  /** Null when no tariff applied: the segment then costs nothing. */
  readonly tariff: Tariff | null;
  readonly clock: Clock;
  readonly billedMs: number;
  readonly minor: Minor;
};

/** The tariff of a pool on a local day: the one with the latest beginning that has begun. */
export function tariffOn(tariffs: readonly Tariff[], pool: string, date: string): Tariff | null {
  let found: Tariff | null = null;
  for (const tariff of tariffs) {
    if (tariff.pool !== pool || tariff.from > date) continue;
    if (!found || tariff.from >= found.from) found = tariff;
  }
  return found;
}

/** What a segment is billed by; the tariff is that of the day on which it began. */
function billedOf(segment: Billed, { tariffs, timezone }: Rates) {
  const tariff = tariffOn(tariffs, segment.pool, localDate(segment.fromMs, timezone));
  const clock = tariff?.clock ?? 'operating';
  return { tariff, clock, billedMs: Math.round(segment.clocks[`${clock}Ms`]) };
}

type Billed = Pick<SegmentClosed, 'pool' | 'fromMs' | 'clocks'>;

/** What a segment adds to the price of its session. */
export function unitsOf(segment: Billed, rates: Rates): bigint {
  const { tariff, billedMs } = billedOf(segment, rates);
  return tariff ? BigInt(billedMs) * BigInt(tariff.perHourMinor) : 0n;
}

/** @param metered all segments of one session, from index 0, in order; the price runs from the first to the last */
export function rateSession(metered: readonly Metered[]): readonly Rated[] {
  let runningUnits = 0n;
  let billedMinor = 0n;
  return metered.map(({ segment, byHand = null, ...rates }) => {
    runningUnits += unitsOf(segment, rates);
    const upToHereMinor = divideRounded(runningUnits, unitsPerMinor);
    const minor = upToHereMinor - billedMinor;
    billedMinor = upToHereMinor;
    return { segment, byHand, ...billedOf(segment, rates), minor };
  });
}
