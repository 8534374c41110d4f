// Whether a machine is too hot for its power to go: an edge of its temperature with hysteresis, so that the journal
// hears of it once each way. A temperature that cannot be is none (invariants 7 and 9).

import { isReadingName, type ReadingName, type Readings, readingUnits } from './reading.ts';
import type { Machine } from './workshop.ts';

export type Heat = 'cool' | 'hot' | 'unknown';

/** Once cool it counts as hot again only this far above its limit, °C. */
const hysteresisC = 2;
/** A sensor that is broken or not connected says less or more, °C. */
const plausibleC = { least: 0, most: 600 } as const;

/** The limit in °C below which the power of a machine may go; null when it may at any time. */
export function coolLimitC(machine: Machine | undefined): number | null {
  // Without a switch there is no power that we could hold back.
  if (!machine || machine.switch === null) return null;
  return machine.coolBelowC ?? null;
}

/** Whether power waits after the controller was told: for what must cool, or for an enable that goes first. */
export const powerWaits = (machine: Machine | undefined): boolean =>
  coolLimitC(machine) !== null || (machine?.enable !== undefined && machine.switch !== null);

export function heatOf(seen: { actualC: number; limitC: number; before: Heat }): Heat {
  const { actualC, limitC, before } = seen;
  if (actualC < plausibleC.least || actualC > plausibleC.most) return 'unknown';
  const hotFromC = before === 'cool' ? limitC + hysteresisC : limitC;
  return actualC >= hotFromC ? 'hot' : 'cool';
}

/** The hot ends that a controller has told of, each for itself. */
export type HotEnds = ReadonlyMap<ReadingName, Heat>;

const hotEndNames = Object.keys(readingUnits)
  .filter(isReadingName)
  .filter((name) => /^temperature\.hotend[0-9]\.actual$/.test(name));

/** What is not told again stays as it was. */
export function hotEndsNow(
  before: HotEnds,
  { readings, limitC }: { readings: Readings; limitC: number },
): HotEnds {
  const now = new Map(before);
  for (const name of hotEndNames) {
    const actualC = readings[name];
    if (actualC !== undefined) now.set(name, heatOf({ actualC, limitC, before: now.get(name) ?? 'unknown' }));
  }
  return now;
}

/** Of all together: hot while one of them is, then unknown while one of them is; null where none was told. */
export function heatTogether(hotEnds: HotEnds): Heat | null {
  const heats = new Set(hotEnds.values());
  return (['hot', 'unknown', 'cool'] as const).find((heat) => heats.has(heat)) ?? null;
}
