// What a running session costs up to now, by the same rating as its bill, and when it reaches its ceiling: at that very
// instant its clocks stop, however late somebody looks. A bill is never above the ceiling.

import type { Clocks, SegmentClosed } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import { divideRounded, type Minor } from '../money.ts';
import { hourMs, localDate, type Stamp } from '../time.ts';
import { counted, meteringOf } from '../usage/meter.ts';
import { type Rates, tariffOn, unitsOf, unitsPerMinor } from './rate.ts';

export type RunningPrice = {
  readonly minor: Minor;
  /** Minor units per hour by which it grows now; 0 while the clock of its tariff stands. */
  readonly perHourMinor: Minor;
  /** Milliseconds until the ceiling, if all goes on as now; null without a ceiling, or while the clock stands. */
  readonly leftMs: number | null;
};

type Priced = Pick<State, 'workshop' | 'machines' | 'switches'>;

/** Null for a session that is not metered any more. */
export function runningPrice(state: Priced, session: Session, { monoMs }: Stamp): RunningPrice | null {
  const { segment } = session;
  if (!segment) return null;
  const rates = ratesOf(state);
  const metering = meteringOf(state, session.machine);
  const { clocks } = counted(segment, { metering, monoMs });
  const part = withinCeiling(session, { ...partOf(session, segment), clocks }, rates);
  const units = BigInt(session.spentUnits) + unitsOf(part, rates);
  const tariff = tariffOn(rates.tariffs, session.pool, localDate(segment.fromMs, rates.timezone));
  const later = counted(segment, { metering, monoMs: monoMs + hourMs }).clocks;
  const moves = tariff !== null && later[`${tariff.clock}Ms`] > clocks[`${tariff.clock}Ms`];
  const perHourMinor = moves ? BigInt(tariff.perHourMinor) : 0n;
  return {
    minor: divideRounded(units, unitsPerMinor),
    perHourMinor,
    leftMs: leftOf(session, units, perHourMinor),
  };
}

/** Whether it has cost more than that already, be it by less than rounding shows. */
export function isBeyond(
  state: Priced,
  { session, minor }: { session: Session; minor: Minor },
  stamp: Stamp,
): boolean {
  const { segment } = session;
  if (!segment) return true;
  const metering = meteringOf(state, session.machine);
  const { clocks } = counted(segment, { metering, monoMs: stamp.monoMs });
  const units = BigInt(session.spentUnits) + unitsOf({ ...partOf(session, segment), clocks }, ratesOf(state));
  return units > minor * unitsPerMinor;
}

/**
 * The same stretch, cut off where the session reaches its ceiling. What was counted beyond that came last and moved the
 * clock of the tariff, so that it goes off the end.
 */
export function withinCeiling<Part extends Stretch>(
  session: Pick<Session, 'ceilingMinor' | 'spentUnits'>,
  part: Part,
  { tariffs, timezone }: Rates,
): Part {
  const tariff = tariffOn(tariffs, part.pool, localDate(part.fromMs, timezone));
  if (session.ceilingMinor === null || !tariff || BigInt(tariff.perHourMinor) <= 0n) return part;
  const leftUnits = BigInt(session.ceilingMinor) * unitsPerMinor - BigInt(session.spentUnits);
  const roomMs = leftUnits < 0n ? 0 : Number(leftUnits / BigInt(tariff.perHourMinor));
  const beyondMs = part.clocks[`${tariff.clock}Ms`] - roomMs;
  if (beyondMs <= 0) return part;
  const clocks = cutOff(part.clocks, beyondMs);
  return { ...part, clocks, toMs: Math.max(part.fromMs, Math.round(part.toMs - beyondMs)) };
}

type Stretch = Pick<SegmentClosed, 'pool' | 'fromMs' | 'toMs' | 'clocks'>;

const ratesOf = ({ workshop }: Pick<State, 'workshop'>): Rates => ({
  tariffs: workshop?.tariffs ?? [],
  timezone: workshop?.space.timezone ?? 'UTC',
});

const partOf = (session: Session, { fromMs }: { fromMs: number }) => ({
  pool: session.pool,
  fromMs,
  toMs: fromMs,
});

/** None goes below zero, so that they stay in their order. */
function cutOff(clocks: Clocks, ms: number): Clocks {
  const less = (counted: number): number => Math.max(0, counted - ms);
  return {
    loadedMs: less(clocks.loadedMs),
    poweredMs: less(clocks.poweredMs),
    workingMs: less(clocks.workingMs),
    operatingMs: less(clocks.operatingMs),
  };
}

function leftOf(session: Session, units: bigint, perHourMinor: Minor): number | null {
  if (session.ceilingMinor === null || perHourMinor <= 0n) return null;
  const leftUnits = BigInt(session.ceilingMinor) * unitsPerMinor - units;
  return leftUnits < 0n ? 0 : Number(leftUnits / perHourMinor);
}
