// Plugs behind Zigbee2MQTT: one bridge signs in and speaks for them all, each under its friendly name. What a plug can do
// is said by its own `exposes`, so nothing is configured twice. Source: Zigbee2MQTT, MQTT topics and messages.

import type { Dialect, Heard } from './dialect.ts';
import { type Fields, fieldsOf, given, numberOf, textOf, toFields } from './read-said.ts';

export type Zigbee2mqttEntry = {
  /** Usually `zigbee2mqtt`. */
  readonly base: string;
  /** May hold slashes. */
  readonly friendly: string;
  /** For plugs with several relays, as `l1`; null for one. */
  readonly endpoint: string | null;
};

export const zigbee2mqtt: Dialect<Zigbee2mqttEntry> = {
  says: ({ base, friendly }) => [
    `${base}/bridge/+`,
    `${base}/bridge/response/+`,
    `${base}/${friendly}`,
    `${base}/${friendly}/availability`,
  ],
  hears: ({ base }) => [`${base}/#`],
  hear(entry, { topic, payload }) {
    const { base, friendly } = entry;
    if (topic === `${base}/${friendly}/availability`) return available(payload);
    if (topic !== `${base}/${friendly}`) return [{ kind: 'ignored' }];
    const fields = fieldsOf(payload);
    if (!fields) return [{ kind: 'broken', code: 'payload-json' }];
    const heard = [...switched(entry, fields), ...settings(entry, fields)];
    return heard.length > 0 ? heard : [{ kind: 'ignored' }];
  },
  order: (entry, { on, leaseS }) => [
    to(entry, 'set', {
      [property(entry, 'state')]: on ? 'ON' : 'OFF',
      ...(on ? { on_time: Math.ceil(leaseS), off_wait_time: 0 } : {}),
    }),
  ],
  ask: (entry) => [to(entry, 'get', { [property(entry, 'state')]: '', power_on_behavior: '' })],
};

const property = ({ endpoint }: Zigbee2mqttEntry, name: string): string =>
  endpoint === null ? name : `${name}_${endpoint}`;

const to = ({ base, friendly }: Zigbee2mqttEntry, last: 'set' | 'get', body: object) =>
  ({ kind: 'publish', topic: `${base}/${friendly}/${last}`, payload: JSON.stringify(body) }) as const;

/** JSON today, a bare word in older versions. */
function available(payload: Uint8Array): Heard[] {
  const word = fieldsOf(payload)?.get('state') ?? textOf(payload);
  if (word === 'online' || word === 'offline') return [{ kind: 'there', there: word === 'online' }];
  return [{ kind: 'broken', code: 'payload-shape' }];
}

function switched(entry: Zigbee2mqttEntry, fields: Fields): Heard[] {
  const state = fields.get(property(entry, 'state'));
  const energyKwh = numberOf(fields.get(property(entry, 'energy')));
  const heard = {
    ...given('on', state === 'ON' || state === 'OFF' ? state === 'ON' : undefined),
    ...given('powerW', numberOf(fields.get(property(entry, 'power')))),
    ...given('energyWh', energyKwh === undefined ? undefined : energyKwh * 1000),
  };
  return Object.keys(heard).length > 0 ? [{ kind: 'switch', ...heard }] : [];
}

function settings(entry: Zigbee2mqttEntry, fields: Fields): Heard[] {
  const value = fields.get(property(entry, 'power_on_behavior'));
  if (typeof value !== 'string' || value.length > 32) return [];
  const safe = value === 'off';
  const remedy = safe ? null : `${entry.base}/${entry.friendly}/set {"power_on_behavior":"off"}`;
  return [{ kind: 'setting', name: 'power_on_behavior', value, safe, remedy }];
}

/** What a plug says of itself in the list of the bridge. */
export type Exposed = { readonly endpoint: string | null; readonly power: boolean; readonly energy: boolean };

/** The relays of a device in the message `bridge/devices`; empty when it has none, null when it is not in the list. */
export function exposedBy(devices: unknown, friendly: string): readonly Exposed[] | null {
  if (!Array.isArray(devices)) return null;
  const device = devices.map(toFields).find((fields) => fields?.get('friendly_name') === friendly);
  if (!device) return null;
  const exposes = toFields(device.get('definition'))?.get('exposes');
  const listed = (Array.isArray(exposes) ? exposes.slice(0, 200) : [])
    .map(toFields)
    .filter((one) => one !== null);
  const measures = (name: string, endpoint: string | null) =>
    listed.some((one) => one.get('name') === name && (one.get('endpoint') ?? null) === endpoint);
  return listed
    .filter((one) => one.get('type') === 'switch')
    .map((one) => {
      const endpoint = typeof one.get('endpoint') === 'string' ? String(one.get('endpoint')) : null;
      return { endpoint, power: measures('power', endpoint), energy: measures('energy', endpoint) };
    });
}
