// The meter of one session: clocks that count with monotonic time, under the activity last seen. What we could not
// see is a gap, recorded and unbilled (invariants 4 and 7). The meter knows no price.

import type { Clocks } from '../journal/entry.ts';
import type { OpenSegment, State } from '../journal/state.ts';
import { activityFacts, type MeterAs } from '../machine/activity.ts';
import { machineById, powerAt } from '../machine/lookup.ts';
import type { Stamp } from '../time.ts';

/** A segment is closed and the next one opened at this length, so that the diary hears of long sessions. */
export const segmentMaxMs = 15 * 60_000;

/** `gap` is time that we could not see. */
export type Metering = MeterAs | 'gap';

/**
 * How a machine is metered now: by its activity, or by the badge alone when it has no controller that we can hear. No
 * clock runs on a machine whose switch says off (invariant 1); without a controller, a silent switch makes it a gap.
 */
export function meteringOf(state: Pick<State, 'workshop' | 'machines' | 'switches'>, id: string): Metering {
  const machine = machineById(state, id);
  const power = powerAt(state, id);
  if (power === 'off') return 'none';
  if (machine?.link === 'none') return power === 'unknown' ? 'gap' : 'loaded';
  const facts = activityFacts[state.machines.get(id)?.activity ?? 'unknown'];
  return facts.class === 'silent' ? 'gap' : facts.meterAs;
}

/** @param gapMs time between the end of the segment before and this one that nobody watched */
export function openSegment(stamp: Stamp, gapMs: number): OpenSegment {
  return {
    fromMs: stamp.atMs,
    fromMonoMs: stamp.monoMs,
    countedMonoMs: stamp.monoMs,
    clocks: { loadedMs: 0, poweredMs: 0, workingMs: 0, operatingMs: 0 },
    gapMs,
  };
}

/** Moves the clocks to `untilMonoMs`; earlier times change nothing, so time is never negative. */
export function count(segment: OpenSegment, metering: Metering, untilMonoMs: number): void {
  const elapsedMs = untilMonoMs - segment.countedMonoMs;
  if (elapsedMs <= 0) return;
  segment.countedMonoMs = untilMonoMs;
  if (metering === 'gap') segment.gapMs += elapsedMs;
  for (const clock of movedBy[metering]) segment.clocks[clock] += elapsedMs;
}

/** What the clocks would stand at, without moving them. */
export function counted(
  segment: OpenSegment,
  now: { readonly metering: Metering; readonly monoMs: number },
): { readonly clocks: Clocks; readonly gapMs: number } {
  const copy: OpenSegment = { ...segment, clocks: { ...segment.clocks } };
  count(copy, now.metering, now.monoMs);
  return { clocks: copy.clocks, gapMs: copy.gapMs };
}

const movedBy: Readonly<Record<Metering, readonly (keyof Clocks)[]>> = {
  gap: [],
  none: [],
  loaded: ['loadedMs'],
  powered: ['loadedMs', 'poweredMs'],
  working: ['loadedMs', 'poweredMs', 'workingMs'],
  operating: ['loadedMs', 'poweredMs', 'workingMs', 'operatingMs'],
};
