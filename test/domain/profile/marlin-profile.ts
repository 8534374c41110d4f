// The Marlin profile for tests of the engine: the real file, compiled.

import { loadProfiles } from '../../../src/adapters/profile-files/load-profiles.ts';
import type { DeriveRules } from '../../../src/domain/profile/derive.ts';
import type { Profile } from '../../../src/domain/profile/profile.ts';

/** A profile that puts its states together from clues. */
export async function derivingProfile(): Promise<Profile & { readonly derive: DeriveRules }> {
  const profile = (await loadProfiles()).profiles.get('marlin-2');
  if (!profile?.derive) throw new Error('the Marlin profile did not load');
  return { ...profile, derive: profile.derive };
}
