// What a running session costs up to now, by the same rating as its bill, and when it reaches its ceiling: at that very
// instant its clocks stop, however late somebody looks. A bill is never above the ceiling.

import type { Clocks, SegmentClosed } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import type { OnClock, OnTimes, SegmentEnergy } from '../journal/usage-entries.ts';
import { divideRounded, type Minor } from '../money.ts';
import { hourMs, minuteMs, type Stamp } from '../time.ts';
import { counted, meteringOf } from '../usage/meter.ts';
import { bandsOf } from './bands.ts';
import { type CappedPrice, cappedPrice } from './capped-price.ts';
import { addSegment, type Metered, type Rated, type Rates } from './rate.ts';
import { copyTally, priceUnits, type Tally, unitsPerMinor } from './tally.ts';

export type RunningPrice = {
  readonly minor: Minor;
  /** Minor units per hour by which it grows now; 0 in steps, while the clock of its tariff stands, or a minimum or a cap holds. */
  readonly perHourMinor: Minor;
  /** In steps: when the next one begins, if all goes on as now, and what it costs; null without, or while the clock stands. */
  readonly step: { readonly leftMs: number; readonly minor: Minor } | null;
  /** The cap that has been reached: nothing more is charged until it is over. */
  readonly cap: CappedPrice['cap'];
  /** Milliseconds until the ceiling, if all goes on as now; null without a ceiling, or while the clock stands. */
  readonly leftMs: number | null;
};

type Priced = Pick<State, 'workshop' | 'machines' | 'switches'>;

/** What stands in no entry yet, or not in the state. */
export type Beside = {
  /** What meters tell of the open segment. */
  readonly open?: OnTimes & { readonly energy?: SegmentEnergy };
  /** What they tell of now: by it the price goes on growing. */
  readonly now?: { readonly watts: number; readonly on: readonly OnClock[] };
  /** For the caps: segments of the session that are closed, and the other sessions of the member in that pool. */
  readonly uses?: { readonly own: readonly Metered[]; readonly others: readonly (readonly Rated[])[] };
};

/** Null for a session that is not metered any more. */
export function runningPrice(
  state: Priced,
  session: Session,
  stamp: Stamp,
  beside: Beside = {},
): RunningPrice | null {
  const open = openPart(state, session, stamp);
  if (!open) return null;
  const rates = ratesOf(state);
  // The ceiling goes by the clocks that the gateway can stop.
  const within = withinCeiling(session, open, rates);
  const plain = tallyAfter(session.tally, { segment: within, rates });
  const plainLater = laterPart(state, session, stamp);
  const leftMs = leftOf(session.ceilingMinor, (ms) =>
    priceUnits(tallyAfter(plain, { segment: plainLater(ms), rates })),
  );
  const segment = { ...within, ...beside.open };
  const now = tallyAfter(session.tally, { segment, rates });
  const later = laterPart(state, session, stamp, beside.now);
  const costs = (ms: number): bigint => priceUnits(tallyAfter(now, { segment: later(ms), rates }));
  const minor = least(divideRounded(priceUnits(now), unitsPerMinor), session.ceilingMinor);
  const capped = beside.uses
    ? cappedPrice(beside.uses.others, [...beside.uses.own, { segment, ...rates }])
    : { minor, cap: null };
  const growth = capped.cap === null ? growthOf(now, costs) : { perHourMinor: 0n, step: null };
  return { minor: least(minor, capped.minor.toString()), cap: capped.cap, ...growth, leftMs };
}

function least(minor: Minor, mostMinor: string | null): Minor {
  return mostMinor !== null && BigInt(mostMinor) < minor ? BigInt(mostMinor) : minor;
}

/** A step is no longer than a day. */
const stepAheadMs = 24 * hourMs;

/** In steps it does not grow, it jumps. */
function growthOf(now: Tally, costs: (ms: number) => bigint): Pick<RunningPrice, 'perHourMinor' | 'step'> {
  const units = priceUnits(now);
  const ahead = costs(minuteMs);
  if (now.steps.length === 0) {
    const perHourMinor = ((ahead - units) * BigInt(hourMs / minuteMs)) / unitsPerMinor;
    return { perHourMinor: perHourMinor < 0n ? 0n : perHourMinor, step: null };
  }
  if (costs(stepAheadMs) <= units) return { perHourMinor: 0n, step: null };
  const beyondMs = leastWhere((ms) => costs(ms) > units, stepAheadMs);
  const minor = divideRounded(costs(beyondMs) - units, unitsPerMinor);
  return { perHourMinor: 0n, step: { leftMs: Math.max(0, beyondMs - 1), minor } };
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

type Further = { readonly segment: SegmentClosed; readonly rates: Rates };

/** With a further part; the tally stays as it is. */
function tallyAfter(tally: Tally, { segment, rates }: Further): Tally {
  const after = copyTally(tally);
  addSegment(after, { segment, ...rates });
  return after;
}

const unitsAfter = (tally: Tally, further: Further): bigint => priceUnits(tallyAfter(tally, further));

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
function laterPart(
  state: Priced,
  session: Session,
  { atMs }: Stamp,
  { watts, on }: NonNullable<Beside['now']> = { watts: 0, on: [] },
): (ms: number) => SegmentClosed {
  const metering = meteringOf(state, session.machine);
  const fresh = { fromMs: atMs, fromMonoMs: 0, countedMonoMs: 0, gapMs: 0, clocks: noTime };
  return (ms) => ({
    ...holderOf(session),
    fromMs: atMs,
    toMs: atMs + ms,
    ...counted(fresh, { metering, monoMs: ms }),
    ...Object.fromEntries(on.map((clock) => [clock, { onMs: ms, gapMs: 0 }])),
    // A watt is 1000 milliwatt-hours in an hour.
    ...(watts > 0 && {
      energy: { mwh: Math.round((watts * ms) / 3_600), how: 'estimated', unmeasuredMs: 0 },
    }),
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
