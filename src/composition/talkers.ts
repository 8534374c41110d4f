// Controllers with a server of their own: one row per kind of link, imported when the first machine needs it, and the
// links that keep all of them in view.

import type { Links } from '../adapters/serial/open-links.ts';
import type { Config, NetworkLinkConfig } from '../config/config.ts';
import type { KeptTalk } from '../edge/keep-talk.ts';
import type { Talk } from '../edge/talk.ts';
import type { CommonBoxes } from './common-boxes.ts';

type Kind = NetworkLinkConfig['kind'];
type Talker<K extends Kind> = (link: Extract<NetworkLinkConfig, { kind: K }>) => Promise<Talk>;

const talkers: { readonly [K in Kind]: Talker<K> } = {
  moonraker: async (link) => (await import('../adapters/moonraker/moonraker-talk.ts')).moonrakerTalk(link),
  octoprint: async (link) => (await import('../adapters/octoprint/octoprint-talk.ts')).octoprintTalk(link),
  prusalink: async (link) => (await import('../adapters/prusalink/prusalink-talk.ts')).prusalinkTalk(link),
  duet: async (link) => (await import('../adapters/duet/duet-talk.ts')).duetTalk(link),
  bambu: async (link) => (await import('../adapters/bambu/bambu-talk.ts')).bambuTalk(link),
  ruida: async (link) => (await import('../adapters/ruida/ruida-talk.ts')).ruidaTalk(link),
  mtconnect: async (link) => (await import('../adapters/mtconnect/mtconnect-talk.ts')).mtconnectTalk(link),
};

export const isNetworkLink = (link: { readonly kind: string }): link is NetworkLinkConfig =>
  Object.hasOwn(talkers, link.kind);

/** Null where no machine has such a link. */
export async function talkLinks(
  { links }: Pick<Config, 'links'>,
  common: CommonBoxes,
): Promise<Links | null> {
  const talks = new Map<string, { readonly talk: Talk; readonly where: string }>();
  for (const [machine, link] of Object.entries(links)) {
    if (isNetworkLink(link)) talks.set(machine, { talk: await talkOf(link), where: whereOf(link) });
  }
  if (talks.size === 0) return null;
  const { keepTalk } = await import('../edge/keep-talk.ts');
  const kept = new Map<string, KeptTalk>();
  return {
    open(onReport) {
      for (const [machine, talk] of talks)
        kept.set(machine, keepTalk({ ...common, machine, ...talk, onReport }));
    },
    // None of them has a permission to run that starts nothing.
    permit: async () => false,
    endAccess: async (machine) => (await kept.get(machine)?.endAccess()) ?? 'unknown',
    async close() {
      await Promise.all([...kept.values()].map((talk) => talk.close()));
    },
  };
}

async function talkOf<K extends Kind>(link: Extract<NetworkLinkConfig, { kind: K }>): Promise<Talk> {
  const talker: Talker<K> = talkers[link.kind as K];
  return talker(link);
}

const whereOf = (link: NetworkLinkConfig): string => ('url' in link ? link.url : link.host);
