// The clocks of a beam and a spindle: what was heard counts, what was not is a gap, and both together are the time that passed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loseOn, newOnMeter, passOn, sampleHoldMs, takeOn } from '../../../src/domain/usage/on-meter.ts';

const meterWith = (...samples: readonly (readonly [monoMs: number, isOn: boolean])[]) => {
  const meter = newOnMeter();
  for (const [monoMs, isOn] of samples) takeOn(meter, { monoMs, isOn });
  return meter;
};

describe('the clock of a beam', () => {
  it.each([
    [
      'counts from sample to sample',
      [
        [0, true],
        [400, true],
        [1_000, false],
        [5_000, false],
      ],
      1_000,
      0,
    ],
    [
      'counts nothing while it is off',
      [
        [0, false],
        [9_000, true],
      ],
      0,
      0,
    ],
    [
      'inv. 7: holds a sample for so long, the rest is a gap',
      [
        [0, true],
        [60_000, true],
      ],
      15_000,
      45_000,
    ],
    [
      'inv. 7: off is not known for longer either',
      [
        [0, false],
        [60_000, true],
      ],
      0,
      45_000,
    ],
  ] as const)('%s', (_, samples, onMs, gapMs) => {
    expect(meterWith(...samples).sums).toEqual({ onMs, gapMs });
  });

  it('inv. 7: stops where the machine was last seen, and is a gap until it is heard again', () => {
    const meter = meterWith([0, true]);
    loseOn(meter, 2_000);
    passOn(meter, 10_000);
    takeOn(meter, { monoMs: 12_000, isOn: true });
    passOn(meter, 13_000);
    expect(meter.sums).toEqual({ onMs: 3_000, gapMs: 10_000 });
  });

  it('inv. 4, 5: never counts twice or below zero, whatever comes in which order', () => {
    const step = fc.record({
      kind: fc.constantFrom('on', 'off', 'lost', 'pass'),
      // Now and then a time that has passed already.
      afterMs: fc.integer({ min: -5_000, max: 40_000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const meter = newOnMeter();
        passOn(meter, 0);
        let [nowMs, mostMs, onSamples] = [0, 0, 0];
        for (const { kind, afterMs } of steps) {
          nowMs = Math.max(0, nowMs + afterMs);
          mostMs = Math.max(mostMs, nowMs);
          const before = { ...meter.sums };
          if (kind === 'on') onSamples += 1;
          if (kind === 'on' || kind === 'off') takeOn(meter, { monoMs: nowMs, isOn: kind === 'on' });
          if (kind === 'lost') loseOn(meter, nowMs);
          if (kind === 'pass') passOn(meter, nowMs);
          expect(meter.sums.onMs).toBeGreaterThanOrEqual(before.onMs);
          expect(meter.sums.gapMs).toBeGreaterThanOrEqual(before.gapMs);
        }
        expect(meter.sums.onMs + meter.sums.gapMs).toBeLessThanOrEqual(mostMs);
        expect(meter.sums.onMs).toBeLessThanOrEqual(onSamples * sampleHoldMs);
      }),
    );
  });
});
