// What the rule promises, over lives as hostile as they come: T1, no machine that stands still, replay.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applySchedule } from '../../../src/domain/schedule/apply-schedule.ts';
import { emptySchedule } from '../../../src/domain/schedule/schedule-state.ts';
import { liveQueue } from './live-queue.ts';

const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe('the promises of the rule', () => {
  it('T1: nobody who waits is called later than promised, and no machine stands still', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { broken, counts } = liveQueue({ seed, turns: 60 });
        expect(broken).toEqual([]);
        expect(counts.voided).toBe(0);
      }),
      { numRuns: 25 },
    );
  });

  it('T1: with outages, bookings and overruns, a promise holds until it is voided', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(liveQueue({ seed, turns: 60, faults: true }).broken).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('T1: what a turn elsewhere gives back to a budget is counted in the promise', () => {
    // Broken once: a machine failed under a turn that had overtaken, and the time it gave back was used on the other one.
    expect(liveQueue({ seed: 132, turns: 400, faults: true }).broken).toEqual([]);
  });

  it('inv. 3: the same events give the same state', () => {
    const { events, state } = liveQueue({ seed: 7, turns: 200, faults: true });
    const again = emptySchedule();
    for (const event of events) applySchedule(again, event);
    expect(again).toEqual(state);
  });
});
