// Holds the hour meters of controllers against ours while the gateway runs. Their readings are not in the journal, so each
// start compares anew; nothing that is billed hangs on them.

import type { State } from '../domain/journal/state.ts';
import { type ControllerMeter, compareMeters, driftOf } from '../domain/machine/controller-meter.ts';
import { hoursAt } from '../domain/machine/hour-meter.ts';
import type { Readings } from '../domain/machine/reading.ts';
import type { Stamp } from '../domain/time.ts';

export type ControllerMeterKeeper = {
  /** @returns whether screens would show something else than before */
  heard(machine: string, readings: Readings, now: { state: State; stamp: Stamp }): boolean;
  /** Null while its controller tells none. */
  of(machine: string): ControllerMeter | null;
};

export function createControllerMeterKeeper(): ControllerMeterKeeper {
  // Bounded by the machines that were ever described.
  const meters = new Map<string, ControllerMeter>();
  return {
    heard(machine, readings, { state, stamp }) {
      const before = meters.get(machine) ?? null;
      const hours = hoursAt(state, machine, stamp.monoMs);
      const now = compareMeters(before, { readings, hours, atMs: stamp.atMs });
      if (now === null || now === before) return false;
      meters.set(machine, now);
      return before === null || shownAs(before) !== shownAs(now);
    },
    of: (machine) => meters.get(machine) ?? null,
  };
}

const tenthOfHourMs = 360_000;

/** As coarse as it is shown: a screen is not told of each second. */
function shownAs(meter: ControllerMeter): string {
  const { powerOnMs = 0, operationMs = 0, cycles } = meter.told;
  const drift = driftOf(meter);
  const tenths = [powerOnMs, operationMs, drift?.driftMs ?? 0].map((ms) => Math.trunc(ms / tenthOfHourMs));
  return JSON.stringify([...tenths, cycles, drift?.isOff, meter.restartedAtMs]);
}
