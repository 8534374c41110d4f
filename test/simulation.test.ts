// A seeded life of a workshop with faults (invariant 12): the real gateway, a world that fails in every way it can, and
// a witness who checks the invariants after every step. A failure names its seed and step; the same seed plays again.

import { describe, expect, it } from 'vitest';
import type { Entry, EntryType } from '../src/domain/journal/entry.ts';
import { openWorld, type World } from './fakes/fake-world.ts';
import { createHands } from './fakes/random-hands.ts';
import { coolingWorkshop } from './fakes/sample-workshop.ts';
import { createWitness } from './fakes/witness.ts';

type Life = { readonly world: World; readonly entries: readonly Entry[]; readonly deeds: readonly string[] };

/** The evening before the clocks are put back in Rome, so that the life goes through that night. */
const eveningMs = Date.parse('2026-10-24T20:00:00Z');

async function live({ seed, steps }: { seed: number; steps: number }): Promise<Life> {
  const deeds: string[] = [];
  let opened: World | null = null;
  const world = await openWorld({
    seed,
    workshop: coolingWorkshop,
    wallMs: eveningMs,
    tickMs: 1_000,
    onOrder: (order) => opened && seen.sees(order),
  });
  opened = world;
  const seen = createWitness(() => world);
  const hands = createHands({ world, onAnswer: seen.hears });
  try {
    for (let step = 0; step < steps; step++) {
      deeds.push(await hands.act());
      seen.checks();
      if (step % 500 === 0) seen.checksAll();
    }
    await hands.calm();
    seen.checks();
    seen.checksAll();
  } catch (cause) {
    const last = deeds.slice(-12).join(', ');
    throw new Error(`seed ${seed}, step ${deeds.length} (${last}): ${String(cause)}`, { cause });
  }
  return { world, entries: world.journal.entries(), deeds };
}

const countOf = (entries: readonly Entry[], type: EntryType): number =>
  entries.filter((entry) => entry.type === type).length;

describe('inv. 12: a life in the workshop', () => {
  it.each([1, 2, 3])('of seed %i keeps every invariant after every step', async (seed) => {
    const { world, entries, deeds } = await live({ seed, steps: 1_500 });
    // A life in which little happened proves little.
    expect(new Set(deeds).size).toBeGreaterThan(18);
    expect(countOf(entries, 'gateway-booted')).toBeGreaterThan(5);
    expect(countOf(entries, 'session-started')).toBeGreaterThan(20);
    expect(countOf(entries, 'tap-refused')).toBeGreaterThan(30);
    expect(countOf(entries, 'cooling-ended')).toBeGreaterThan(3);
    // In the end everybody has gone home, and it is dark.
    expect(world.gateway.state().sessions.size).toBe(0);
    expect(world.switches.ids.filter((id) => world.switches.get(id).isOn())).toEqual([]);
    expect(world.gateway.health().reasons.filter(({ code }) => code !== 'clock-unset')).toEqual([]);
    expect(countOf(entries, 'session-ended')).toBe(countOf(entries, 'session-started'));
  });

  it('is the same again for the same seed, and another for another', async () => {
    const one = await live({ seed: 11, steps: 200 });
    const again = await live({ seed: 11, steps: 200 });
    const other = await live({ seed: 12, steps: 200 });
    expect(again.deeds).toEqual(one.deeds);
    expect(again.entries).toEqual(one.entries);
    expect(again.world.switches.orders).toEqual(one.world.switches.orders);
    expect(other.entries).not.toEqual(one.entries);
  });
});
