// Hot, cool, or not to be believed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coolLimitC, type Heat, heatOf } from '../../../src/domain/machine/heat.ts';
import { machineLike } from '../../fakes/sample-workshop.ts';

describe('the heat of a machine', () => {
  it.each<[number, Heat, Heat]>([
    [49.9, 'unknown', 'cool'],
    [50, 'unknown', 'hot'],
    [50, 'hot', 'hot'],
    [49.9, 'hot', 'cool'],
    [51.9, 'cool', 'cool'],
    [52, 'cool', 'hot'],
    [-14, 'hot', 'unknown'],
    [-0.1, 'cool', 'unknown'],
    [601, 'hot', 'unknown'],
    [0, 'unknown', 'cool'],
  ])('at %d °C, after %s, is %s', (actualC, before, expected) => {
    expect(heatOf({ actualC, limitC: 50, before })).toBe(expected);
  });

  it('inv. 9: is never cool at or above the limit, unless it was and is within the hysteresis', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -300, max: 1000, noNaN: true }),
        fc.integer({ min: 30, max: 200 }),
        fc.constantFrom<Heat>('hot', 'unknown'),
        (actualC, limitC, before) => {
          if (heatOf({ actualC, limitC, before }) === 'cool') expect(actualC).toBeLessThan(limitC);
        },
      ),
    );
  });

  it('has a limit only where power can be held back', () => {
    expect(coolLimitC(machineLike({ coolBelowC: 50 }))).toBe(50);
    expect(coolLimitC(machineLike({ coolBelowC: 50, switch: null }))).toBeNull();
    expect(coolLimitC(machineLike())).toBeNull();
    expect(coolLimitC(undefined)).toBeNull();
  });
});
