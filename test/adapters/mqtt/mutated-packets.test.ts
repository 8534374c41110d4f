// A hundred thousand damaged packets, another hundred thousand at each run, and every seed that was ever too much for the
// broker; `npm run prove -- mutated-packets` sends a million.

import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSeededChance } from '../../fakes/seeded-chance.ts';
import { meetMutatedPackets } from './meet-mutated-packets.ts';
import { sayings } from './mutate-packets.ts';

const account = { client: 'reader-r1', user: 'reader-r1', password: 'key' };

it('the same seed damages the same packets in the same way', () => {
  const twice = [7, 7, 8].map((seed) => {
    const next = sayings(seed, [account]);
    return Array.from({ length: 50 }, () => next().rest.toString('hex')).join();
  });
  expect(twice[0]).toBe(twice[1]);
  expect(twice[0]).not.toBe(twice[2]);
});

/** With how many packets each failed. */
const failedOnce: readonly { seed: number; packets: number }[] = [];
const chance = createSeededChance(Date.now());

// The system tells the memory of a process in /proc.
describe.skipIf(!existsSync('/proc/self/status'))('inv. 11: damaged packets', () => {
  it.each([{ seed: chance.below(100_000), packets: 100_000 }, ...failedOnce])(
    'of seed $seed stop nothing, cost no memory, and keep nobody waiting',
    async (round) => {
      const facts = await meetMutatedPackets(round);
      process.stdout.write(`damaged packets, seed ${round.seed}: ${JSON.stringify(facts)}\n`);
      expect(facts.packets).toBeGreaterThanOrEqual(round.packets);
    },
    120_000,
  );
});
