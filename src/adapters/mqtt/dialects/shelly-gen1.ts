// Shelly of the first generation: states over MQTT; a lease only over its own HTTP interface, since its command topic knows
// no time. Energy counts watt-minutes and begins anew at each start of the device. Source: Shelly Gen1 API reference.

import type { Dialect, Heard } from './dialect.ts';
import { fieldsOf, given, textOf, toFields, wordOf } from './read-said.ts';

export type ShellyGen1Entry = {
  /** `shellies/<id>`; the id may itself hold slashes. */
  readonly prefix: string;
  /** From 0. */
  readonly relay: number;
};

export const shellyGen1: Dialect<ShellyGen1Entry> = {
  says: ({ prefix }) => [
    'shellies/announce',
    ...['online', 'announce', 'info', 'temperature', 'temperature_f', 'overtemperature', 'voltage'].map(
      (last) => `${prefix}/${last}`,
    ),
    ...['relay/+', 'relay/+/+', 'emeter/+/+', 'input/+', 'input_event/+', 'longpush/+'].map(
      (last) => `${prefix}/${last}`,
    ),
  ],
  hears: ({ prefix }) => ['shellies/command', `${prefix}/command`, `${prefix}/relay/+/command`],
  hear({ prefix, relay }, { topic, payload }) {
    if (topic === `http:/settings/relay/${relay}`) return settings(relay, payload);
    if (topic === `${prefix}/online`) return [{ kind: 'there', there: textOf(payload) === 'true' }];
    if (topic === `${prefix}/announce`) return announced(payload);
    if (topic === `${prefix}/relay/${relay}`) return switched(textOf(payload));
    const number = Number(textOf(payload) || Number.NaN);
    if (!Number.isFinite(number)) return [{ kind: 'ignored' }];
    if (topic === `${prefix}/relay/${relay}/power`) return [{ kind: 'switch', powerW: number }];
    if (topic === `${prefix}/relay/${relay}/energy`) return [{ kind: 'switch', energyWh: number / 60 }];
    if (topic === `${prefix}/emeter/${relay}/power`) return [{ kind: 'switch', powerW: number }];
    if (topic === `${prefix}/emeter/${relay}/total`) return [{ kind: 'switch', energyWh: number }];
    return [{ kind: 'ignored' }];
  },
  order: ({ prefix, relay }, { on, leaseS }) =>
    on
      ? [{ kind: 'get', path: `/relay/${relay}?turn=on&timer=${Math.ceil(leaseS)}` }]
      : [{ kind: 'publish', topic: `${prefix}/relay/${relay}/command`, payload: 'off' }],
  ask: ({ prefix, relay }) => [
    { kind: 'publish', topic: `${prefix}/command`, payload: 'announce' },
    { kind: 'publish', topic: `${prefix}/command`, payload: 'update' },
    { kind: 'get', path: `/settings/relay/${relay}` },
  ],
};

function switched(text: string | null): Heard[] {
  // `overpower`: it has turned itself off.
  if (text === 'on' || text === 'off' || text === 'overpower') return [{ kind: 'switch', on: text === 'on' }];
  return [{ kind: 'broken', code: 'payload-shape' }];
}

function announced(payload: Uint8Array): Heard[] {
  const fields = fieldsOf(payload);
  if (!fields) return [{ kind: 'broken', code: 'payload-json' }];
  const [firmware, address] = [wordOf(fields.get('fw_ver')), wordOf(fields.get('ip'))];
  const signal = toFields(fields.get('wifi_sta'))?.get('rssi');
  const facts = { ...given('firmware', firmware), ...given('address', address) };
  return [
    { kind: 'facts', ...facts, ...given('signalDbm', typeof signal === 'number' ? signal : undefined) },
  ];
}

function settings(relay: number, payload: Uint8Array): Heard[] {
  const value = wordOf(fieldsOf(payload)?.get('default_state'));
  if (value === undefined) return [{ kind: 'broken', code: 'payload-shape' }];
  const safe = value === 'off';
  const remedy = safe ? null : `/settings/relay/${relay}?default_state=off`;
  return [{ kind: 'setting', name: 'default_state', value, safe, remedy }];
}
