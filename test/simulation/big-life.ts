// One life of the big workshop as the tests and the long proof live it; a broken promise is told with the shortest history
// that still breaks it.

import { type Life, live } from '../../src/simulation/live.ts';
import { asTest, shrink } from '../../src/simulation/shrink.ts';

export const deedsPerLife = 25_000;
const shrinkLimitMs = 40_000;

type How = { readonly deeds?: number; readonly turns?: boolean };

/** @param how left out: as many deeds as in the main proof, and no pool that is used in turn */
export async function bigLife(seed: number, how: How = {}): Promise<Life> {
  const size = { members: 200, machines: 24 };
  // Ten times as busy as a real workshop, so that what fails and what people do meet.
  // So many days that the clocks change in it: back with an even seed, forward with an odd one.
  const { deeds: most = deedsPerLife, turns = false } = how;
  const options = { seed, ...size, faults: 'many', pace: 10, days: 5, deeds: most, turns } as const;
  const life = await live(options);
  if (!life.broken) return life;
  const { deeds, isShortest } = await shrink(life, { options, limitMs: shrinkLimitMs });
  const history = `${isShortest ? 'the shortest' : 'a shorter'} history, as a test:\n${asTest(options, deeds)}`;
  throw new Error(`seed ${seed}: ${life.broken.message}\n${history}`, { cause: life.broken });
}
