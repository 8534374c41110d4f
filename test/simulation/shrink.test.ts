// A life that breaks a promise is noticed, and shortened to what matters.

import { describe, expect, it } from 'vitest';
import { Broken } from '../../src/simulation/broken.ts';
import type { Deed } from '../../src/simulation/choosing.ts';
import { live } from '../../src/simulation/live.ts';
import { asTest, shrink } from '../../src/simulation/shrink.ts';
import { relives } from './relives.ts';

const place = { seed: 5, members: 20, machines: 8 };
const options = { ...place, faults: 'none', pace: 20, days: 1, deeds: 60 } as const;
/** No deed of that name: a life with it breaks, whatever else happens. */
const fatal: Deed = { waitMs: 1_000, name: 'nothing of ours', args: {} };

describe('a life that broke', () => {
  it('is shortened to the one deed that matters', async () => {
    const { deeds } = await live(options);
    expect(deeds).toHaveLength(60);
    const history = [...deeds.slice(0, 41), fatal, ...deeds.slice(41)];
    const failed = await live({ ...options, again: history });
    expect(failed.broken?.key).toBe('0 fault');
    const shrunk = await shrink(failed, { options, limitMs: 20_000 });
    expect(shrunk.deeds.map(({ name }) => name)).toEqual([fatal.name]);
    expect(shrunk.isShortest).toBe(true);
    // It still happens at its own hour.
    expect(shrunk.deeds[0]?.waitMs).toBe(history.slice(0, 42).reduce((sum, deed) => sum + deed.waitMs, 0));
    expect(asTest(options, shrunk.deeds)).toContain('relives({ seed: 5, members: 20, machines: 8 }, [');
    await expect(relives(place, shrunk.deeds)).rejects.toThrow(Broken);
  });

  it('inv. 12: is the same when it is lived again from its deeds', async () => {
    const once = await live({ ...options, faults: 'many' });
    const again = await live({ ...options, again: once.deeds });
    expect(once.broken).toBeNull();
    expect(again.world.disk.entries()).toEqual(once.world.disk.entries());
  });
});
