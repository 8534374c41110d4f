// Who answers at an address as people type it: all kinds of servers that it may mean, side by side and bounded in time.

import { bambuSign } from '../adapters/finder/bambu-sign.ts';
import { whoServes } from '../adapters/finder/who-serves.ts';
import { systemChance } from '../adapters/system/system-clock.ts';
import type { WhoAnswers } from '../commands/machine-boxes.ts';
import type { FoundServer } from '../domain/machine/found-machine.ts';
import { toLinkFault } from '../edge/link-fault.ts';

const wholeMs = 12_000;

/** Where the kinds usually listen: Duet and PrusaLink (and OctoPrint on its images), Moonraker, OctoPrint and MTConnect. */
const usualPorts = [80, 7125, 5000] as const;

/** @param enough called off by whoever does not want to know any more */
export async function whoAnswers(address: string, enough?: AbortSignal): Promise<WhoAnswers> {
  const limit = AbortSignal.timeout(wholeMs);
  const signal = enough ? AbortSignal.any([limit, enough]) : limit;
  const asks = questionsFor(address, signal);
  if (asks === null)
    return { ok: false, reason: 'has no port from 1 to 65535, or a path that no machine has' };
  const settled = await Promise.allSettled(asks.map((ask) => ask()));
  const servers = settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  if (servers.length > 0) return { ok: true, servers };
  if (settled.some(({ status }) => status === 'fulfilled')) return { ok: true, servers: [] };
  const codes = settled.map((one) =>
    one.status === 'rejected' ? toLinkFault(one.reason, 'server-silent').trouble.code : '',
  );
  return { ok: false, reason: reasonOf(codes) };
}

type Question = () => Promise<readonly FoundServer[]>;

/** A name or address alone may mean any of them; null where it means nothing. */
function questionsFor(address: string, signal: AbortSignal): readonly Question[] | null {
  const isBare = !address.includes('://');
  const whole = isBare ? `http://${address}` : address;
  if (!URL.canParse(whole)) return null;
  const { protocol, port, hostname, pathname, username } = new URL(whole);
  if (protocol === 'opc.tcp:') return [() => opcua(address)];
  if (pathname !== '/' || username !== '') return null;
  const at = (one: number | string): string => `${protocol}//${hostname}${one === 80 ? '' : `:${one}`}`;
  // A port that is the usual one of its kind is left out of an address, though a person may have typed it.
  const named = port !== '' || /:\d+\/?$/.test(whole);
  const urls = named
    ? [whole.replace(/\/$/, '')]
    : protocol === 'https:'
      ? [`https://${hostname}`]
      : usualPorts.map(at);
  const web = urls.map(
    (url): Question =>
      () =>
        whoServes(url, signal),
  );
  if (!isBare || named) return web;
  const host = hostname.replace(/^\[|\]$/g, '');
  const bambu: Question = async () => [await bambuSign(host)].filter((found) => found !== null);
  return [...web, bambu, () => opcua(`opc.tcp://${hostname}:4840`)];
}

async function opcua(endpoint: string): Promise<readonly FoundServer[]> {
  const { reachHost } = await import('../adapters/opcua/reach-host.ts');
  // The library takes a second to be loaded: first whether anybody is there.
  await reachHost(endpoint, 3000);
  const { findServers } = await import('../adapters/opcua/find-servers.ts');
  return findServers(endpoint, systemChance.bytes(10));
}

function reasonOf(codes: readonly string[]): string {
  if (codes.includes('host-unknown')) return 'is not known by its name; correct it';
  if (codes.includes('host-refused'))
    return 'refuses the connection; start the server there, or correct the port';
  if (codes.includes('answer-unfit')) return 'answers in a way that no machine would';
  return 'does not answer; check that it is switched on and in this network';
}
