// A seeded life of a workshop with faults: the real gateway, a world that fails in every way it can, and a witness who
// checks the invariants after every step. A failure names its seed and step; the same seed plays again (invariant 12).

import type { Entry } from '../../src/domain/journal/entry.ts';
import { openWorld, type World } from './fake-world.ts';
import { createFaultyMeters, type FaultyMeters } from './faulty-meters.ts';
import { createHands } from './random-hands.ts';
import { coolingWorkshop } from './sample-workshop.ts';
import { createWitness } from './witness.ts';

export type Life = {
  readonly world: World;
  readonly entries: readonly Entry[];
  readonly deeds: readonly string[];
  readonly energies: FaultyMeters['written'];
};

/** The evening before the clocks are put back in Rome, so that the life goes through that night. */
const eveningMs = Date.parse('2026-10-24T20:00:00Z');
/** Taps are old after eight hours: long enough that none is delivered again, short enough to happen in a life. */
const retention = { tapsDays: 1 / 3, readingsDays: null };
/** Replays of the whole journal grow with it, so they come at times only. */
const checkAllEvery = 500;

export async function liveLife({ seed, steps }: { seed: number; steps: number }): Promise<Life> {
  const deeds: string[] = [];
  let opened: World | null = null;
  const options = { seed, workshop: coolingWorkshop, wallMs: eveningMs, tickMs: 1_000, retention };
  const world = await openWorld({ ...options, onOrder: (order) => opened && seen.sees(order) });
  opened = world;
  const seen = createWitness(() => world);
  const hands = createHands({ world, onAnswer: seen.hears });
  const meters = createFaultyMeters({ world, seed });
  try {
    for (let step = 0; step < steps; step++) {
      deeds.push(await hands.act());
      meters.act();
      seen.checks();
      meters.checks();
      if (step % checkAllEvery === 0) seen.checksAll();
    }
    await hands.calm();
    seen.checks();
    meters.checks();
    seen.checksAll();
  } catch (cause) {
    const last = deeds.slice(-12).join(', ');
    throw new Error(`seed ${seed}, step ${deeds.length} (${last}): ${String(cause)}`, { cause });
  }
  return { world, entries: world.journal.entries(), deeds, energies: meters.written };
}
