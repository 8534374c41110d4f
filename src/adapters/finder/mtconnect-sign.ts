// An MTConnect agent: its answer to `/probe` names the devices behind it. The document is only searched for a few words,
// never parsed as a whole: whoever writes it may be hostile.

import { textOf } from '../../edge/json-at.ts';
import type { Sign } from './sign.ts';

/** A large machine has thousands of data items. */
const mostBytes = 4_194_304;
/** Devices of one agent that are shown. */
const deviceLimit = 32;

export const mtconnectSign: Sign = async (ask, url) => {
  const { status, text } = await ask('/probe', { mostBytes });
  const root = /<(?:[A-Za-z0-9]{1,20}:)?MTConnectDevices[\s>]/.test(text.slice(0, 4000));
  if (status !== 200 || !root) return [];
  const version =
    /urn:mtconnect\.org:MTConnectDevices:(\d{1,2}\.\d{1,2})/.exec(text.slice(0, 4000))?.[1] ?? null;
  const names = new Set<string>();
  for (const [, attributes = ''] of text.matchAll(/<(?:[A-Za-z0-9]{1,20}:)?Device\s([^>]{1,1000})>/g)) {
    const name = textOf(/(?:^|\s)name="([^"<&]{1,120})"/.exec(attributes)?.[1]);
    if (name !== null && names.size < deviceLimit) names.add(name);
  }
  const links = names.size < 2 ? [{}] : [...names].map((device) => ({ device }));
  return links.map((device) => ({
    ...{ kind: 'mtconnect', title: `MTConnect${nameIn(device)}`, version, needs: null },
    link: { kind: 'mtconnect', url, ...device },
    evidence: [`GET /probe: a document of MTConnect with ${[...names].join(', ') || 'no device'}`],
    notes: [],
  }));
};

const nameIn = (device: { readonly device?: string }): string =>
  device.device === undefined ? '' : `, device ${device.device}`;
