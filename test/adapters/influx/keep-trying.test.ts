// The pauses between attempts: short at first, a minute at last, and never in step with other gateways.

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepTrying, pauseAfter, usualPace } from '../../../src/adapters/influx/keep-trying.ts';

describe('the pause after a failure', () => {
  it('is between a second and a minute, and grows', () => {
    const fullMs = (failures: number) => pauseAfter(failures, usualPace, () => 0);
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(fullMs)).toEqual([
      1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000,
    ]);
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
        const pauseMs = pauseAfter(failures, usualPace, () => chance);
        expect(pauseMs).toBeGreaterThanOrEqual(1000);
        expect(pauseMs).toBeLessThanOrEqual(60_000);
      }),
    );
    expect(pauseAfter(9, usualPace, () => 1)).toBe(45_000);
  });
});

describe('trying again', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('rests when all is done, hurries while there is more, waits longer each time it fails', async () => {
    const plan: ('more' | 'done' | 'fault')[] = ['more', 'done', 'fault', 'fault', 'done', 'done'];
    const begunMs = Date.now();
    const stepsMs: number[] = [];
    const told: unknown[] = [];
    const trying = keepTrying({
      async step() {
        stepsMs.push(Date.now() - begunMs);
        const next = plan.shift() ?? 'done';
        if (next === 'fault') throw new Error('as planned');
        return next;
      },
      pace: usualPace,
      random: () => 0,
      onFault: (_fault, facts) => told.push(facts),
      onWell: (facts) => told.push(facts),
    });
    await vi.advanceTimersByTimeAsync(5500);
    expect(stepsMs).toEqual([0, 10, 1010, 2010, 4010, 5010]);
    expect(told).toEqual([{ first: true, pauseMs: 1000 }, { first: false, pauseMs: 2000 }, { failures: 2 }]);
    await trying.close();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(stepsMs).toHaveLength(6);
  });

  it('is closed only when the step under way is over', async () => {
    const step = Promise.withResolvers<'done'>();
    const trying = keepTrying({
      step: () => step.promise,
      pace: usualPace,
      random: () => 0,
      onFault: () => undefined,
      onWell: () => undefined,
    });
    let isClosed = false;
    const closed = trying.close().then(() => {
      isClosed = true;
    });
    await vi.advanceTimersByTimeAsync(10);
    expect(isClosed).toBe(false);
    step.resolve('done');
    await closed;
  });
});
