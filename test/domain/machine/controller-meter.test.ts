// The hour meters of a controller beside ours: how far they drift apart, when that is too far, and meters that begin anew.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ControllerMeter,
  compareMeters,
  driftOf,
} from '../../../src/domain/machine/controller-meter.ts';
import { noHours } from '../../../src/domain/machine/hour-meter.ts';
import type { Readings } from '../../../src/domain/machine/reading.ts';

const hour = 3_600_000;

/** What is left of a row of readings, with our own hours at each of them. */
type Step = readonly [oursH: number, readings: Readings];

function compared(...steps: readonly Step[]): ControllerMeter | null {
  let meter: ControllerMeter | null = null;
  steps.forEach(([oursH, readings], index) => {
    const hours = { ...noHours, operatingMs: oursH * hour };
    meter = compareMeters(meter, { readings, hours, atMs: index });
  });
  return meter;
}
const told = (hours: number): Readings => ({ operationDuration: hours * hour });
const drift = (...steps: readonly Step[]) => {
  const meter = compared(...steps);
  return meter && driftOf(meter);
};

describe('the drift of two hour meters', () => {
  it.each([
    ['at the beginning is none, whatever they show', [[3, told(900)]], 0, false],
    [
      'is what one grew more than the other',
      [
        [3, told(900)],
        [4, told(900.95)],
      ],
      0.05,
      false,
    ],
    [
      'is off above 5 % and 0.1 h',
      [
        [0, told(0)],
        [1, told(1.2)],
      ],
      -0.2,
      true,
    ],
    [
      'is fine below 0.1 h, however much that is in percent',
      [
        [0, told(0)],
        [0.1, told(0.01)],
      ],
      0.09,
      false,
    ],
    [
      'is fine below 5 %, however much that is in hours',
      [
        [0, told(0)],
        [100, told(96)],
      ],
      4,
      false,
    ],
    [
      'is off above 5 % of many hours',
      [
        [0, told(0)],
        [100, told(94)],
      ],
      6,
      true,
    ],
  ] as const)('%s', (_, steps, hours, isOff) => {
    expect(drift(...steps)).toEqual({ driftMs: Math.round(hours * hour), isOff });
  });

  it('is unknown while the time in operation is not told, and null where nothing is', () => {
    expect(drift([1, { operationCycleCounter: 4 }])).toBeNull();
    expect(compared([1, { 'electric.power': 4 }])).toBeNull();
  });

  it('inv. 7: begins anew where a meter steps back, and says when', () => {
    const meter = compared([0, told(900)], [1, told(901)], [2, told(3)], [3, told(4)]);
    expect(meter).toMatchObject({ restartedAtMs: 2, began: { atMs: 2, operationMs: 3 * hour } });
    expect(meter && driftOf(meter)).toEqual({ driftMs: 0, isOff: false });
  });

  it('begins anew with all of them when another meter of the controller steps back', () => {
    const meter = compared([0, { ...told(5), operationCycleCounter: 9 }], [1, { operationCycleCounter: 0 }]);
    expect(meter).toMatchObject({ restartedAtMs: 1, began: null, told: { cycles: 0 } });
    expect(meter && driftOf(meter)).toBeNull();
  });

  it('inv. 11: takes nothing that is no count', () => {
    for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(compared([0, { operationDuration: bad }])).toBeNull();
  });

  it('inv. 5: of meters that grow is the sum of the drifts between their readings', () => {
    const step = fc.tuple(fc.nat({ max: 5_000 }), fc.nat({ max: 5_000 }));
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (grown) => {
        let [oursMs, theirsMs] = [0, 0];
        let meter = compareMeters(null, { readings: { operationDuration: 0 }, hours: noHours, atMs: 0 });
        for (const [ours, theirs] of grown) {
          oursMs += ours;
          theirsMs += theirs;
          const hours = { ...noHours, operatingMs: oursMs };
          meter = compareMeters(meter, { readings: { operationDuration: theirsMs }, hours, atMs: 0 });
        }
        expect(meter && driftOf(meter)?.driftMs).toBe(oursMs - theirsMs);
      }),
    );
  });
});
