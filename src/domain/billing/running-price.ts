// What a running session costs up to now, by the same rating as its bill, and when it reaches its ceiling: at that very
// instant its clocks stop, however late somebody looks. A bill is never above the ceiling; what a cap of the day or the
// month takes off comes when the session is charged, so that it may be below.

import type { Clocks, SegmentClosed } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import { divideRounded, type Minor } from '../money.ts';
import { hourMs, minuteMs, type Stamp } from '../time.ts';
import { counted, meteringOf } from '../usage/meter.ts';
import { bandsOf } from './bands.ts';
import { addSegment, type Rates } from './rate.ts';
import { copyTally, priceUnits, type Tally, unitsPerMinor } from './tally.ts';

export type RunningPrice = {
  readonly minor: Minor;
  /** Minor units per hour by which it grows now; 0 while the clock of its tariff stands, or a minimum or a cap holds. */
  readonly perHourMinor: Minor;
  /** Milliseconds until the ceiling, if all goes on as now; null without a ceiling, or while the clock stands. */
  readonly leftMs: number | null;
};

type Priced = Pick<State, 'workshop' | 'machines' | 'switches'>;

/** Null for a session that is not metered any more. */
export function runningPrice(state: Priced, session: Session, stamp: Stamp): RunningPrice | null {
  const open = openPart(state, session, stamp);
  if (!open) return null;
  const rates = ratesOf(state);
  const now = copyTally(session.tally);
  addSegment(now, { segment: withinCeiling(session, open, rates), ...rates });
  const later = laterPart(state, session, stamp);
  const costs = (ms: number): bigint => unitsAfter(now, { segment: later(ms), rates });
  const units = priceUnits(now);
  // In steps it does not grow, it jumps.
  const perHourMinor =
    now.steps.length > 0 ? 0n : ((costs(minuteMs) - units) * BigInt(hourMs / minuteMs)) / unitsPerMinor;
  return {
    minor: divideRounded(units, unitsPerMinor),
    perHourMinor: perHourMinor < 0n ? 0n : perHourMinor,
    leftMs: leftOf(session.ceilingMinor, costs),
  };
}

/** Whether it has cost more than that already, be it by less than rounding shows. */
export function isBeyond(
  state: Priced,
  { session, minor }: { session: Session; minor: Minor },
  stamp: Stamp,
): boolean {
  const segment = openPart(state, session, stamp);
  if (!segment) return true;
  return unitsAfter(session.tally, { segment, rates: ratesOf(state) }) > minor * unitsPerMinor;
}

/**
 * The same stretch, cut off where the session reaches its ceiling. What was counted beyond that came last and moved the
 * clock of the tariff, so that it goes off the end.
 */
export function withinCeiling(
  { ceilingMinor, tally }: Pick<Session, 'ceilingMinor' | 'tally'>,
  segment: SegmentClosed,
  rates: Rates,
): SegmentClosed {
  if (ceilingMinor === null) return segment;
  const mostUnits = BigInt(ceilingMinor) * unitsPerMinor;
  const { ceilingMinor: _, ...free } = segment;
  const isWithin = (beyondMs: number): boolean =>
    unitsAfter(tally, { segment: cutOff(free, beyondMs), rates }) <= mostUnits;
  if (isWithin(0)) return segment;
  return { ...segment, ...times(cutOff(segment, leastWhere(isWithin, Math.ceil(segment.clocks.loadedMs)))) };
}

const times = ({ clocks, toMs }: SegmentClosed) => ({ clocks, toMs });

/** What the session costs with a further part; the tally stays as it is. */
function unitsAfter(tally: Tally, { segment, rates }: { segment: SegmentClosed; rates: Rates }): bigint {
  const after = copyTally(tally);
  addSegment(after, { segment, ...rates });
  return priceUnits(after);
}

/** The least of the whole numbers up to `most` for which it holds; it holds for all above that. */
function leastWhere(holds: (ms: number) => boolean, most: number): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A ceiling is looked for so far ahead. */
const aheadMs = 8 * 24 * hourMs;

function leftOf(ceilingMinor: string | null, costs: (ms: number) => bigint): number | null {
  if (ceilingMinor === null) return null;
  const mostUnits = BigInt(ceilingMinor) * unitsPerMinor;
  let untilMs = hourMs;
  while (untilMs < aheadMs && costs(untilMs) <= mostUnits) untilMs *= 2;
  if (costs(untilMs) <= mostUnits) return null;
  const firstBeyondMs = leastWhere((ms) => costs(ms) > mostUnits, untilMs);
  return Math.max(0, firstBeyondMs - 1);
}

const ratesOf = ({ workshop }: Pick<State, 'workshop'>): Rates => ({
  tariffs: workshop?.tariffs ?? [],
  timezone: workshop?.space.timezone ?? 'UTC',
});

/** The open segment as it would be closed now; null when there is none. */
function openPart(state: Priced, session: Session, { atMs, monoMs }: Stamp): SegmentClosed | null {
  const { segment } = session;
  if (!segment) return null;
  const metering = meteringOf(state, session.machine);
  return {
    ...holderOf(session),
    fromMs: segment.fromMs,
    toMs: Math.max(segment.fromMs, atMs),
    ...counted(segment, { metering, monoMs }),
  };
}

/** What would come to it from now on, if all went on as now. */
function laterPart(state: Priced, session: Session, { atMs }: Stamp): (ms: number) => SegmentClosed {
  const metering = meteringOf(state, session.machine);
  const fresh = { fromMs: atMs, fromMonoMs: 0, countedMonoMs: 0, gapMs: 0, clocks: noTime };
  return (ms) => ({
    ...holderOf(session),
    fromMs: atMs,
    toMs: atMs + ms,
    ...counted(fresh, { metering, monoMs: ms }),
  });
}

const noTime: Clocks = { loadedMs: 0, poweredMs: 0, workingMs: 0, operatingMs: 0 };

const holderOf = (session: Session) => ({
  session: session.session,
  index: session.segmentIndex,
  machine: session.machine,
  pool: session.pool,
  member: session.member,
  team: session.team,
  ...(session.plan === undefined ? {} : { plan: session.plan }),
  costCode: session.costCode,
  sessionFromMs: session.startedAtMs,
  why: 'length' as const,
});

/** None goes below zero, so that they stay in their order. */
function cutOff(segment: SegmentClosed, ms: number): SegmentClosed {
  const less = (counted: number): number => Math.max(0, counted - ms);
  const { clocks, fromMs, toMs } = segment;
  return {
    ...segment,
    toMs: Math.max(fromMs, Math.round(toMs - ms)),
    clocks: {
      loadedMs: less(clocks.loadedMs),
      poweredMs: less(clocks.poweredMs),
      workingMs: less(clocks.workingMs),
      operatingMs: less(clocks.operatingMs),
    },
  };
}

/** Whether another price may have begun since the open segment began: it is closed there, so that none lies in two. */
export function crossesBand(state: Priced, session: Session, { atMs }: Stamp): boolean {
  const { segment } = session;
  if (!segment || atMs <= segment.fromMs) return false;
  const part = { ...holderOf(session), fromMs: segment.fromMs, toMs: atMs };
  return bandsOf(part, ratesOf(state)).length > 1;
}
