// The links to all machines that are reached over a wire of their own. A kind of link that no machine has is never
// imported.

import { loadProfiles, profileFolder } from '../adapters/profile-files/load-profiles.ts';
import { type Links, openLinks } from '../adapters/serial/open-links.ts';
import type { Config } from '../config/config.ts';
import type { CommonBoxes } from './common-boxes.ts';

export async function machineLinks(config: Pick<Config, 'links'>, common: CommonBoxes): Promise<Links> {
  return openLinks({ ...common, links: config.links, profiles: await profilesFor(config, common) });
}

/** The profiles that some machine needs. */
async function profilesFor({ links }: Pick<Config, 'links'>, { log }: CommonBoxes) {
  const wanted = new Set(Object.values(links).flatMap((link) => ('profile' in link ? [link.profile] : [])));
  const loaded = await loadProfiles(profileFolder, wanted);
  for (const mistake of loaded.mistakes)
    log.error({ mistake }, 'a firmware profile has a mistake and is not used');
  return loaded.profiles;
}
