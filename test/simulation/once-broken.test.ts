// Histories that once broke a promise, or the simulation itself: they are lived again for ever.

import { describe, expect, it } from 'vitest';
import { live } from '../../src/simulation/live.ts';

const size = { members: 200, machines: 24 };

describe('a life that once was broken', () => {
  // A commit was decided after the disk had failed and before the gateway had heard of it: it is refused as well.
  it('inv. 2: of seed 13 is whole where a broken disk fails in the midst of a group', async () => {
    const life = await live({ seed: 13, ...size, faults: 'many', pace: 10, days: 60, deeds: 4_000 });
    expect(life.broken).toBeNull();
  }, 120_000);

  // The witness took the sign of life of an older boot for that of one that died at once: an offer lapsed too early.
  it('inv. 12: of seed 500024 keeps an offer over two restarts in a row', async () => {
    const life = await live({ seed: 500_024, ...size, faults: 'many', pace: 10, days: 5, deeds: 1_500 });
    expect(life.broken).toBeNull();
  }, 120_000);

  // Taps were forgotten by age: after that, replay met the readers in another order.
  it('inv. 3: is replayed to the same state after its taps were forgotten', async () => {
    // Taps are kept for longer than anybody is inside, sixteen hours: less is no promise (record 0027).
    const short = { faults: 'few', pace: 10, days: 2, tapsDays: 0.7, deeds: 100_000 } as const;
    const life = await live({ seed: 1, members: 60, machines: 9, ...short });
    expect(life.broken).toBeNull();
    const types = new Set(life.world.disk.entries().map(({ type }) => type));
    expect(types).toContain('taps-forgotten');
  }, 120_000);
});
