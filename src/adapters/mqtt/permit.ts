// The one place that decides who may publish, subscribe and be sent what. Deny by default: what no row covers is no.
// Pure, so that the whole matrix can be tested.

import { isId } from '../../domain/ids.ts';
import { type StockPart, speechOf } from './dialects/speech-of.ts';
import { covers as coversAll } from './topic-rules.ts';

/** `probe` is the gateway itself, asking whether a tap still finds its way; see `probe.ts`. */
export type DeviceKind = 'reader' | 'switch' | 'machine' | 'probe';

/** Forwarding is decided again for every message: a subscription outlives no change of this table. */
export type Action = 'publish' | 'subscribe' | 'forward';

/** What everyone who signed in may hear. */
const open = ['officina/v1/machine/+/state', 'officina/v1/gateway/status'];

/** `{id}` is the device's own id. What may be heard may be subscribed and forwarded. */
const table: Readonly<
  Record<DeviceKind, { readonly says: readonly string[]; readonly hears: readonly string[] }>
> = {
  reader: { says: ['officina/v1/reader/{id}/tap'], hears: ['officina/v1/reader/{id}/answer', ...open] },
  switch: { says: ['officina/v1/switch/{id}/state'], hears: ['officina/v1/switch/{id}/set', ...open] },
  machine: {
    says: ['officina/v1/machine/{id}/report'],
    hears: ['officina/v1/machine/{id}/enable', ...open],
  },
  probe: { says: ['officina/v1/probe/{id}/tap'], hears: [] },
};

/** Who asks: a device that speaks our own topics under its id, or a box with the firmware that it came with. */
export type Permitted =
  | { readonly kind: DeviceKind; readonly id: string }
  | { readonly kind: 'stock'; readonly parts: readonly StockPart[] }
  | { readonly kind: 'listener'; readonly prefix: string }
  | { readonly kind: 'unassigned'; readonly client: string; readonly how: 'code' | 'address' };

/** Whether the device may do this with this topic, or with this filter when it subscribes. */
export function permit(device: Permitted, action: Action, topic: string): boolean {
  if (device.kind === 'stock') return permitStock(device.parts, action, topic);
  if (device.kind === 'unassigned') return permitUnassigned(device, action, topic);
  if (device.kind === 'listener') return permitListener(device, action, topic);
  if (!isId(device.id)) return false;
  const row = table[device.kind];
  const patterns = action === 'publish' ? row.says : row.hears;
  if (action !== 'subscribe' && /[+#]/.test(topic)) return false;
  return patterns.some((pattern) => covers(pattern.replace('{id}', device.id), topic));
}

/** Level by level; `+` in the pattern covers `+` and any id, `#` is never covered. */
function covers(pattern: string, topic: string): boolean {
  if (pattern === topic) return true;
  const wanted = pattern.split('/');
  const levels = topic.split('/');
  return (
    wanted.length === levels.length &&
    wanted.every((want, i) => want === levels[i] || (want === '+' && isId(levels[i] ?? '')))
  );
}

/** Its parts together: their own topics and nothing else, and never those where it is told what to do. */
function permitStock(parts: readonly StockPart[], action: Action, topic: string): boolean {
  if (isApart(topic) || (action !== 'subscribe' && /[+#]/.test(topic))) return false;
  const speeches = parts.filter(isPlain).map(speechOf);
  const heard = speeches.flatMap(({ hears }) => hears);
  if (action !== 'publish') return heard.some((pattern) => coversAll(pattern, topic));
  // A bridge listens to its whole tree, and yet speaks in it.
  const told = heard.filter((pattern) => !pattern.endsWith('#'));
  const said = speeches.flatMap(({ says }) => says);
  return said.some((pattern) => coversAll(pattern, topic)) && !told.some((one) => coversAll(one, topic));
}

/** Without a name in any of them; what the state of a machine says of its session is not for programs of others. */
const nameless = ['officina/v1/machine/+/facts', 'officina/v1/gateway/status'];

/** Of its own prefix it hears all, and there it may say how it is, which goes nowhere. It says nothing else. */
function permitListener({ prefix }: { readonly prefix: string }, action: Action, topic: string): boolean {
  if (action !== 'subscribe' && /[+#]/.test(topic)) return false;
  if (action === 'publish') return topic === `${prefix}/status`;
  return coversAll(`${prefix}/#`, topic) || nameless.some((pattern) => covers(pattern, topic));
}

/** Where a device that came with a code hears of its own credentials. */
export const pairingTopic = (client: string): string => `officina/v1/pairing/${client}`;

/**
 * It may say what it likes, as that goes nowhere, but among our own topics only what it would say under the client id that
 * it has. It hears nothing but, once, its credentials.
 */
function permitUnassigned(
  { client, how }: { readonly client: string; readonly how: 'code' | 'address' },
  action: Action,
  topic: string,
): boolean {
  if (action !== 'publish') return how === 'code' && topic === pairingTopic(client);
  if (/[+#]/.test(topic)) return false;
  const [, kind, id] = /^(reader|switch|machine)-([a-z0-9-]{1,64})$/.exec(client) ?? [];
  return !isApart(topic) || (kind !== undefined && topic.startsWith(`officina/v1/${kind}/${id}/`));
}

/** Our own topics and those of the broker belong to no stock device, whatever it is set up with. */
const isApart = (topic: string): boolean => /^(?:officina(?:\/|$)|\$)/.test(topic);

/** A wildcard in what the file says of a device would give it the topics of others. */
const isPlain = ({ entry }: StockPart): boolean =>
  Object.values(entry).every((value) => typeof value !== 'string' || !/[+#]/.test(value));

/** Where stock firmware takes orders: whoever publishes there tries to switch. */
export const isCommandTopic = (topic: string): boolean =>
  /(?:^|\/)(?:cmnd|command|set|enable|get|cmd|rpc|lease)(?:\/|$)/.test(topic) ||
  topic.includes('/bridge/request/');
