// Seeded lives of a workshop with faults (invariant 12), and that a seed is a whole life.

import { describe, expect, it } from 'vitest';
import type { Entry, EntryType } from '../src/domain/journal/entry.ts';
import { liveLife } from './fakes/live-life.ts';

const countOf = (entries: readonly Entry[], type: EntryType): number =>
  entries.filter((entry) => entry.type === type).length;

/** Wholly estimated segments are rare: not every life has one. */
const hows = ['metered', 'partly', 'unmeasured'] as const;

/** Lives take seconds of computing, and more where others compute too. */
describe('inv. 12: a life in the workshop', { timeout: 90_000 }, () => {
  it.each([3, 6, 15])('of seed %i keeps every invariant after every step', async (seed) => {
    const { world, entries, deeds, energies } = await liveLife({ seed, steps: 1_500 });
    // A life in which little happened proves little.
    expect(new Set(deeds).size).toBeGreaterThan(18);
    expect(countOf(entries, 'gateway-booted')).toBeGreaterThan(5);
    expect(countOf(entries, 'session-started')).toBeGreaterThan(20);
    expect(countOf(entries, 'tap-refused') + countOf(entries, 'forgotten')).toBeGreaterThan(30);
    expect(countOf(entries, 'taps-forgotten')).toBeGreaterThan(0);
    expect(countOf(entries, 'cooling-ended')).toBeGreaterThan(3);
    expect(countOf(entries, 'usage-entered')).toBeGreaterThan(3);
    expect(countOf(entries, 'usage-withdrawn')).toBeGreaterThan(0);
    expect(countOf(entries, 'session-handed-over')).toBeGreaterThan(0);
    expect(countOf(entries, 'ceiling-set')).toBeGreaterThan(0);
    expect(countOf(entries, 'alarm-raised')).toBeGreaterThan(3);
    expect(countOf(entries, 'alarm-cleared')).toBeGreaterThan(0);
    expect(Math.min(...hows.map((how) => energies.get(how) ?? 0))).toBeGreaterThan(2);
    // In the end everybody has gone home, and it is dark.
    expect(world.gateway.state().sessions.size).toBe(0);
    expect(world.switches.ids.filter((id) => world.switches.get(id).isOn())).toEqual([]);
    expect(world.gateway.health().reasons.filter(({ code }) => code !== 'clock-unset')).toEqual([]);
    expect(countOf(entries, 'session-ended')).toBe(countOf(entries, 'session-started'));
  });

  // A use entered over a stretch without a length, which a restart had left.
  it.each([[213_670, 4_930]])('of seed %i, which failed once, keeps them too', async (seed, steps) => {
    await expect(liveLife({ seed, steps })).resolves.toBeDefined();
  });

  it('is the same again for the same seed, and another for another', async () => {
    const one = await liveLife({ seed: 11, steps: 200 });
    const again = await liveLife({ seed: 11, steps: 200 });
    const other = await liveLife({ seed: 12, steps: 200 });
    expect(again.deeds).toEqual(one.deeds);
    expect(again.entries).toEqual(one.entries);
    expect(again.world.switches.orders).toEqual(one.world.switches.orders);
    expect(other.entries).not.toEqual(one.entries);
  });
});
