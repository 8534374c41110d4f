// A seeded evening in the workshop with faults, as its journal tells it: for tests of what reads the journal.

import type { Entry } from '../../src/domain/journal/entry.ts';
import { openWorld } from './fake-world.ts';
import { createHands } from './random-hands.ts';

export type Evening = {
  entries(): readonly Entry[];
  /** Lives on for some steps. */
  live(steps: number): Promise<void>;
};

export async function livedEvening(seed: number): Promise<Evening> {
  const world = await openWorld({ seed, wallMs: Date.parse('2026-10-30T18:00:00Z'), tickMs: 1000 });
  const hands = createHands({ world, onAnswer: () => undefined });
  return {
    entries: () => world.journal.entries(),
    async live(steps) {
      for (let step = 0; step < steps; step++) await hands.act();
    },
  };
}
