// The Grbl profile for tests of the engine: the real file, compiled.

import { loadProfiles } from '../../../src/adapters/profile-files/load-profiles.ts';
import type { Profile } from '../../../src/domain/profile/profile.ts';

export async function grblProfile(): Promise<Profile> {
  const profile = (await loadProfiles()).profiles.get('grbl-1.1');
  if (!profile) throw new Error('the Grbl profile did not load');
  return profile;
}
