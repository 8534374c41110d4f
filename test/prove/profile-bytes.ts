// A million random and mutated bytes on the wire of every firmware profile that there is: nothing crashes, nothing is
// called idle that no whole line said, and the line after a line feed is heard (invariants 7 and 11).

import assert from 'node:assert/strict';
import { loadProfiles } from '../../src/adapters/profile-files/load-profiles.ts';
import { hearNoise } from '../adapters/profile-files/hear-noise.ts';
import type { Proof } from './proof.ts';

const bytes = 1_000_000;

export const profileBytes: Proof = {
  name: 'profile-bytes',
  about: `${bytes} random and as many mutated bytes for each firmware profile`,
  rounds: 1,
  async round(seed) {
    const { profiles, mistakes } = await loadProfiles();
    assert.deepEqual(mistakes, []);
    const sum = { profiles: profiles.size, bytes: 2 * bytes * profiles.size, lines: 0, idle: 0, again: 0 };
    for (const profile of profiles.values()) {
      for (const kind of ['random', 'mutated'] as const) {
        const heard = hearNoise(profile, { seed, bytes, kind });
        for (const fact of ['lines', 'idle', 'again'] as const) sum[fact] += heard[fact];
      }
    }
    return sum;
  },
};
