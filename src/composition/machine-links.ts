// The links to all machines that are reached over a wire of their own. A kind of link that no machine has is never
// imported.

import { join } from 'node:path';
import type { Links } from '../adapters/serial/open-links.ts';
import type { Config, OpcuaLinkConfig } from '../config/config.ts';
import type { CommonBoxes } from './common-boxes.ts';
import { controllersOf } from './controller-switches.ts';
import { isNetworkLink, talkLinks } from './talkers.ts';

type Described = Pick<Config, 'links' | 'switches' | 'dataDir'>;

export async function machineLinks(config: Described, common: CommonBoxes): Promise<Links> {
  const byProfile = await profileLinks(config, common);
  const opcua = await opcuaLinks(config, common);
  const talks = await talkLinks(config, common);
  const kinds = [byProfile, opcua, talks].filter((links) => links !== null);
  const linkOf = (machine: string): Links | null => {
    const link = config.links[machine];
    if (!link) return null;
    return link.kind === 'opcua' ? opcua : isNetworkLink(link) ? talks : byProfile;
  };
  return {
    open(onReport, onPermission) {
      for (const links of kinds) links.open(onReport, onPermission);
    },
    allow: (machine, isOpen) => linkOf(machine)?.allow?.(machine, isOpen) ?? false,
    permit: async (machine, on) => (await linkOf(machine)?.permit(machine, on)) ?? false,
    // One that reports over MQTT, or not at all, has no access of its own to end.
    endAccess: async (machine) => (await linkOf(machine)?.endAccess(machine)) ?? 'not-needed',
    async close() {
      await Promise.all(kinds.map((links) => links.close()));
    },
  };
}

/** Null where no machine speaks a firmware's own protocol. */
async function profileLinks(config: Described, common: CommonBoxes): Promise<Links | null> {
  if (!Object.values(config.links).some((link) => 'profile' in link)) return null;
  const [{ openLinks }, profiles] = await Promise.all([
    import('../adapters/serial/open-links.ts'),
    profilesFor(config, common),
  ]);
  const permitted = new Set(controllersOf(config.switches).map(([, { machine }]) => machine));
  return openLinks({ ...common, links: config.links, profiles, permitted });
}

/** The profiles that some machine needs. */
async function profilesFor({ links }: Described, { log }: CommonBoxes) {
  const wanted = new Set(Object.values(links).flatMap((link) => ('profile' in link ? [link.profile] : [])));
  const { loadProfiles, profileFolder } = await import('../adapters/profile-files/load-profiles.ts');
  const loaded = await loadProfiles(profileFolder, wanted);
  for (const mistake of loaded.mistakes)
    log.error({ mistake }, 'a firmware profile has a mistake and is not used');
  return loaded.profiles;
}

/** Null where no machine speaks OPC UA. */
async function opcuaLinks(
  { links, switches, dataDir }: Described,
  common: CommonBoxes,
): Promise<Links | null> {
  const speakers = Object.entries(links).filter(
    (entry): entry is [string, OpcuaLinkConfig] => entry[1].kind === 'opcua',
  );
  if (speakers.length === 0) return null;
  const enableOf = (machine: string) =>
    controllersOf(switches).find(([, one]) => one.machine === machine)?.[1].enable ?? null;
  const { openOpcuaLinks } = await import('../adapters/opcua/open-opcua-links.ts');
  const opened = openOpcuaLinks({
    ...common,
    links: Object.fromEntries(speakers.map(([id, link]) => [id, { ...link, enable: enableOf(id) }])),
    folder: opcuaFolder(dataDir),
  });
  common.meters.gauge('opcua_clients', opened.liveClients);
  return opened;
}

/** Where our own certificate for OPC UA is, and those of the servers. */
export const opcuaFolder = (dataDir: string): string => join(dataDir, 'opcua');
