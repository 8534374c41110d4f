// Guesses at the plugs behind a Zigbee2MQTT bridge: one for each relay in its own list of devices, or, where that list
// was not heard, for each device that tells a state. A plug that keeps no time is left out: it would stay on.

import type { BridgeList, Guess, Guesser, Visitor } from './guess.ts';
import { fieldsIn, isObjectId, isTopic, wholeObjectsIn } from './guess.ts';
import { type Fields, toFields } from './read-said.ts';
import { exposedBy } from './zigbee2mqtt.ts';

const usualBase = 'zigbee2mqtt';

export const guessZigbee2mqtt: Guesser = ({ messages, bridge = null }) => {
  const bases = messages.map(({ topic }) => /^(.+)\/bridge\/(?:state|devices|info|health)$/.exec(topic)?.[1]);
  // A bridge with many plugs says more at its start than is kept.
  const isUsual = messages.some(({ topic }) => topic.startsWith(`${usualBase}/`));
  const base =
    bases.findLast((one) => one !== undefined && isTopic(one)) ??
    bridge?.base ??
    (isUsual ? usualBase : undefined);
  if (base === undefined) return [];
  const cut = messages.findLast(({ topic }) => topic === `${base}/bridge/devices`);
  const { guesses, known } = bridge?.base === base ? bridge : listIn(base, cut?.text ?? '');
  const told = messages
    .flatMap((message) => toldBy(message, base))
    .filter(({ friendly }) => !known.has(friendly));
  return [...guesses, ...told.map((plug) => toGuess(plug, base))];
};

/** Of the whole of such a message, which is far longer than what is kept of messages; null for any other. */
export function readBridgeList(topic: string, payload: Uint8Array): BridgeList | null {
  const [, base = ''] = /^(.+)\/bridge\/devices$/.exec(topic) ?? [];
  return isTopic(base) ? listIn(base, new TextDecoder().decode(payload)) : null;
}

/** Names in what is kept of a list are bounded as the names of plugs are. */
function listIn(base: string, text: string): BridgeList {
  const devices = wholeObjectsIn(text);
  const names = devices.map((device) => toFields(device)?.get('friendly_name'));
  const known = names.filter((name): name is string => typeof name === 'string' && isFriendly(name, base));
  const guesses = devices.flatMap((device) => plugsOf(device, base)).map((plug) => toGuess(plug, base));
  return { base, guesses, known: new Set(known) };
}

type Plug = {
  readonly friendly: string;
  readonly endpoint: string | null;
  readonly because: string;
  readonly isHeard: boolean;
};

function toGuess({ friendly, endpoint, because, isHeard }: Plug, base: string): Guess {
  const entry = {
    ...{ kind: 'zigbee2mqtt', friendly },
    ...(base === usualBase ? {} : { base }),
    ...(endpoint === null ? {} : { endpoint }),
  };
  return { role: 'switch', entry, because, isHeard };
}

function plugsOf(device: unknown, base: string): readonly Plug[] {
  const fields = toFields(device);
  const friendly = fields?.get('friendly_name');
  if (!fields || typeof friendly !== 'string' || !isFriendly(friendly, base)) return [];
  const keeping = keepsTime(fields);
  if (keeping === false) return [];
  const because = `The bridge lists it with a switch${keeping === null ? '; try whether it turns itself off in time.' : ', and it takes a time for it.'}`;
  return (exposedBy([device], friendly) ?? [])
    .filter(({ endpoint }) => endpoint === null || isObjectId(endpoint))
    .map(({ endpoint }) => ({ friendly, endpoint, because, isHeard: true }));
}

const isFriendly = (friendly: string, base: string): boolean =>
  friendly.length <= 128 && /^[^\p{Cc}+#$]+$/u.test(friendly) && isTopic(base);

/** `on_time` is a command of the cluster genOnOff (Zigbee Cluster Library, 3.8.2.3.6); null where clusters are not told. */
function keepsTime(device: Fields): boolean | null {
  const endpoints = [...(toFields(device.get('endpoints'))?.values() ?? [])].map(toFields);
  const inputs = endpoints.map((one) => toFields(one?.get('clusters'))?.get('input'));
  const told = inputs.filter((one) => Array.isArray(one));
  return told.length === 0 ? null : told.some((one) => one.includes('genOnOff'));
}

/** A lamp tells a state, too; a person sees which it is. */
function toldBy({ topic, text }: Visitor['messages'][number], base: string): readonly Plug[] {
  const friendly = topic.startsWith(`${base}/`) ? topic.slice(base.length + 1) : '';
  if (!isFriendly(friendly, base) || /^bridge\/|\/(?:set|get|availability)$/.test(friendly)) return [];
  return [...(fieldsIn(text) ?? [])].flatMap(([name, value]): Plug[] => {
    const endpoint = /^state(?:_([A-Za-z0-9-]{1,64}))?$/.exec(name);
    if (!endpoint || (value !== 'ON' && value !== 'OFF')) return [];
    const because = 'The bridge tells whether it is on; see that it is a plug and turns itself off in time.';
    return [{ friendly, endpoint: endpoint[1] ?? null, because, isHeard: false }];
  });
}
