// Who announces a machine in this network by mDNS, for a few seconds. What is announced is hostile: anybody can, under any
// name; it is cut, counted, and nothing is opened because of it.

import type { Announced } from '../../domain/machine/found-machine.ts';
import { textOf } from '../../edge/json-at.ts';

/** What the library hears of one service; only these fields are looked at. */
export type HeardService = {
  readonly name?: unknown;
  readonly type?: unknown;
  readonly port?: unknown;
  readonly addresses?: unknown;
  readonly txt?: unknown;
};

/** Types that machines announce; of plain web servers only those that call themselves a Prusa printer. */
const types = ['octoprint', 'moonraker', 'http', 'opcua-tcp'] as const;
/** The first so many; whoever floods hides itself. */
const foundLimit = 64;
/** Services that are looked at before that. */
const heardLimit = 512;

export type Browse = (onService: (service: HeardService) => void) => Promise<() => void>;

export async function searchNetwork(options: {
  readonly forMs: number;
  /** Left out: this computer's network. */
  readonly browse?: Browse;
}): Promise<readonly Announced[]> {
  const found = new Map<string, Announced>();
  let heard = 0;
  const stop = await (options.browse ?? browseHere)((service) => {
    heard += 1;
    if (heard > heardLimit || found.size >= foundLimit) return;
    const one = announcedBy(service);
    if (one) found.set(one.address, one);
  });
  await new Promise((resolve) => setTimeout(resolve, options.forMs));
  stop();
  return [...found.values()].toSorted((a, b) => a.address.localeCompare(b.address));
}

/** Null where it is no machine, or nothing that could be asked. */
export function announcedBy({ name, type, port, addresses, txt }: HeardService): Announced | null {
  const shown = textOf(name, 60);
  const host = Array.isArray(addresses) ? addresses.slice(0, 16).find(isIpv4) : undefined;
  if (shown === null || typeof port !== 'number' || !Number.isInteger(port)) return null;
  if (port < 1 || port > 65_535 || typeof host !== 'string') return null;
  if (type === 'opcua-tcp') return { name: shown, address: `opc.tcp://${host}:${port}${pathIn(txt)}` };
  if (type === 'http' && !/prusa/i.test(shown)) return null;
  if (type !== 'octoprint' && type !== 'moonraker' && type !== 'http') return null;
  return { name: shown, address: `http://${host}:${port}` };
}

const isIpv4 = (address: unknown): boolean =>
  typeof address === 'string' && /^(\d{1,3}\.){3}\d{1,3}$/.test(address) && address.length <= 15;

/** Of an OPC UA server, where it says one (OPC 10000-12, annex C). */
function pathIn(txt: unknown): string {
  const path =
    typeof txt === 'object' && txt !== null && Object.hasOwn(txt, 'path') ? Reflect.get(txt, 'path') : '';
  return typeof path === 'string' && /^\/[A-Za-z0-9/._-]{0,120}$/.test(path) ? path : '';
}

const browseHere: Browse = async (onService) => {
  const { Bonjour } = await import('bonjour-service');
  // A computer without a network is one in which nobody announces anything.
  const bonjour = new Bonjour({}, () => undefined);
  const browsers = types.map((type) => bonjour.find({ type }, onService));
  return () => {
    for (const browser of browsers) browser.stop();
    bonjour.destroy();
  };
};
