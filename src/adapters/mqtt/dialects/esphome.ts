// ESPHome: no message of its own for a card, so a snippet of its YAML publishes one; a relay gets a lease by the same way.
// States go out under the prefix of the device. Source: ESPHome, docs MQTT client component.

import type { Dialect, Heard } from './dialect.ts';
import { fieldsOf, textOf, wordOf } from './read-said.ts';

export type EsphomeEntry = {
  /** The `topic_prefix` of the device, usually its name. */
  readonly prefix: string;
  /** Object id of the relay; null for a reader only. */
  readonly relay: string | null;
  /** Object ids of sensors in watts and kilowatt-hours. */
  readonly power: string | null;
  readonly energy: string | null;
};

export const esphome: Dialect<EsphomeEntry> = {
  says: ({ prefix }) => [
    `${prefix}/status`,
    `${prefix}/tag`,
    `${prefix}/key`,
    `${prefix}/debug`,
    `${prefix}/+/+/state`,
  ],
  hears: ({ prefix, relay }) =>
    relay === null ? [] : [`${prefix}/lease`, `${prefix}/switch/${relay}/command`],
  hear(entry, { topic, payload }) {
    const { prefix } = entry;
    if (topic === `${prefix}/status`) return [{ kind: 'there', there: textOf(payload) === 'online' }];
    if (topic === `${prefix}/tag`) return card(payload);
    if (topic === `${prefix}/key`) return key(payload);
    return state(entry, topic.slice(prefix.length + 1), textOf(payload));
  },
  order: ({ prefix }, { on, leaseS }) => [
    { kind: 'publish', topic: `${prefix}/lease`, payload: String(on ? Math.ceil(leaseS) : 0) },
  ],
};

/** `{"uid":"74-10-37-94"}` from our snippet, or the bare text of the examples that people copy. */
function card(payload: Uint8Array): Heard[] {
  const text = wordOf(fieldsOf(payload)?.get('uid')) ?? textOf(payload);
  if (text === null || text === '' || text.startsWith('{'))
    return [{ kind: 'broken', code: 'payload-shape' }];
  return [{ kind: 'card', text, spelling: 'hex' }];
}

/** The character of a key, from our snippet. */
function key(payload: Uint8Array): Heard[] {
  const text = textOf(payload, 1);
  return text !== null && /^[0-9*#]$/.test(text)
    ? [{ kind: 'key', key: text }]
    : [{ kind: 'broken', code: 'payload-shape' }];
}

function state({ relay, power, energy }: EsphomeEntry, path: string, text: string | null): Heard[] {
  if (relay !== null && path === `switch/${relay}/state`) {
    if (text === 'ON' || text === 'OFF') return [{ kind: 'switch', on: text === 'ON' }];
    return [{ kind: 'broken', code: 'payload-shape' }];
  }
  const value = text === null || text === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) return [{ kind: 'ignored' }];
  if (power !== null && path === `sensor/${power}/state`) return [{ kind: 'switch', powerW: value }];
  if (energy !== null && path === `sensor/${energy}/state`)
    return [{ kind: 'switch', energyWh: value * 1000 }];
  return [{ kind: 'ignored' }];
}

/** What a person pastes into the YAML of a board with a reader; `reader` is its component, as `rc522_spi`. */
export const readerSnippet = (prefix: string, reader: string): string => `${reader}:
  on_tag:
    then:
      - mqtt.publish:
          topic: ${prefix}/tag
          payload: !lambda 'return "{\\"uid\\":\\"" + x + "\\"}";'
`;

/** The same for a board with a Wiegand reader that has keys. */
export const keypadSnippet = (prefix: string): string => `wiegand:
  on_tag:
    then:
      - mqtt.publish:
          topic: ${prefix}/tag
          payload: !lambda 'return "{\\"uid\\":\\"" + x + "\\"}";'
  on_key:
    then:
      - mqtt.publish:
          topic: ${prefix}/key
          payload: !lambda 'return std::string(1, (char) x);'
`;

/** The lease of a relay: on for so many seconds, off with the last one, and off when the broker is away. */
export const relaySnippet = (prefix: string, relay: string): string => `mqtt:
  on_disconnect:
    - switch.turn_off: ${relay}
  on_message:
    - topic: ${prefix}/lease
      then:
        - script.execute: { id: lease, seconds: !lambda 'return atoi(x.c_str());' }
script:
  - id: lease
    mode: restart
    parameters: { seconds: int }
    then:
      - if:
          condition: { lambda: 'return seconds > 0;' }
          then:
            - switch.turn_on: ${relay}
            - delay: !lambda 'return seconds * 1000;'
      - switch.turn_off: ${relay}
switch:
  - id: ${relay}
    restore_mode: ALWAYS_OFF
`;
