// The links to all machines that are reached over a wire of their own. A kind of link that no machine has is never
// imported.

import { join } from 'node:path';
import { loadProfiles, profileFolder } from '../adapters/profile-files/load-profiles.ts';
import { type Links, openLinks } from '../adapters/serial/open-links.ts';
import type { Config, OpcuaLinkConfig } from '../config/config.ts';
import type { CommonBoxes } from './common-boxes.ts';

type Described = Pick<Config, 'links' | 'dataDir'>;

export async function machineLinks(config: Described, common: CommonBoxes): Promise<Links> {
  const byProfile = openLinks({
    ...common,
    links: config.links,
    profiles: await profilesFor(config, common),
  });
  const opcua = await opcuaLinks(config, common);
  if (!opcua) return byProfile;
  return {
    open(onReport) {
      byProfile.open(onReport);
      opcua.open(onReport);
    },
    endAccess: (machine) => (config.links[machine]?.kind === 'opcua' ? opcua : byProfile).endAccess(machine),
    async close() {
      await Promise.all([byProfile.close(), opcua.close()]);
    },
  };
}

/** The profiles that some machine needs. */
async function profilesFor({ links }: Described, { log }: CommonBoxes) {
  const wanted = new Set(Object.values(links).flatMap((link) => ('profile' in link ? [link.profile] : [])));
  const loaded = await loadProfiles(profileFolder, wanted);
  for (const mistake of loaded.mistakes)
    log.error({ mistake }, 'a firmware profile has a mistake and is not used');
  return loaded.profiles;
}

/** Null where no machine speaks OPC UA. */
async function opcuaLinks({ links, dataDir }: Described, common: CommonBoxes): Promise<Links | null> {
  const speakers = Object.entries(links).filter(
    (entry): entry is [string, OpcuaLinkConfig] => entry[1].kind === 'opcua',
  );
  if (speakers.length === 0) return null;
  const { openOpcuaLinks } = await import('../adapters/opcua/open-opcua-links.ts');
  const opened = openOpcuaLinks({
    ...common,
    links: Object.fromEntries(speakers),
    folder: opcuaFolder(dataDir),
  });
  common.meters.gauge('opcua_clients', opened.liveClients);
  return opened;
}

/** Where our own certificate for OPC UA is, and those of the servers. */
export const opcuaFolder = (dataDir: string): string => join(dataDir, 'opcua');
