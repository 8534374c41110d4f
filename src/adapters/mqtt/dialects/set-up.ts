// What a person types into a device once it is described: its sign-in, and the settings without which it would give power
// while the gateway is away. Whoever adds a dialect writes a line here; nothing is sent, all of it is text.

import { readerSnippet, relaySnippet } from './esphome.ts';

export type ToSetUp = {
  readonly role: 'reader' | 'switch';
  readonly id: string;
  readonly entry: { readonly kind: string } & Readonly<Record<string, string | number | boolean>>;
  /** Null for a part of a box that signs in already. */
  readonly signIn: SignIn | null;
};

type SignIn = {
  readonly client: string;
  readonly user: string;
  readonly password: string;
  readonly host: string;
  readonly port: number;
};

type Lines = readonly string[];

type Words = {
  signIn(given: SignIn, device: ToSetUp): Lines;
  /** What makes a switch safe; for readers, what they still need. */
  after(device: ToSetUp): Lines;
};

export function setUp(device: ToSetUp): Lines {
  const words = kinds.get(device.entry.kind);
  if (!words) return [];
  return [...(device.signIn ? words.signIn(device.signIn, device) : []), ...words.after(device)];
}

const tasmota: Words = {
  signIn: ({ host, port, client, user, password }, { role }) => [
    'In its console (Tools, Console), as one line:',
    `  ${[
      ...['Backlog MqttHost', host, '; MqttPort', port, '; MqttClient', client],
      ...['; MqttUser', user, '; MqttPassword', password],
    ].join(' ')}${role === 'switch' ? '; PowerOnState 0' : ''}`.replaceAll(' ;', ';'),
  ],
  after: ({ role, signIn }) =>
    role === 'reader'
      ? []
      : [
          ...(signIn ? [] : ['In its console: PowerOnState 0']),
          'PowerOnState 0 keeps the relay off when mains power returns.',
        ],
};

const shellyGen1: Words = {
  signIn: ({ host, port, client, user, password }, { entry }) => [
    `On its page, http://${String(entry.host)}, under Internet & Security, Advanced, tick MQTT and write:`,
    ...form({
      Server: `${host}:${port}`,
      Username: user,
      Password: password,
      'Custom MQTT client ID': client,
    }),
  ],
  after: ({ entry }) => [
    'Set Power On Default Mode to OFF, or open this once in a browser:',
    `  http://${String(entry.host)}/settings/relay/${Number(entry.relay ?? 0)}?default_state=off`,
  ],
};

const shellyGen2: Words = {
  signIn: ({ host, port, client, user, password }) => [
    'On its page, under Settings, MQTT, tick Enable and RPC status notifications, and write:',
    ...form({ Server: `${host}:${port}`, 'Client ID': client, Username: user, Password: password }),
    'or send it, then restart it:',
    `  MQTT.SetConfig ${JSON.stringify({
      config: {
        enable: true,
        server: `${host}:${port}`,
        client_id: client,
        user,
        pass: password,
        rpc_ntf: true,
      },
    })}`,
  ],
  after: ({ entry }) => {
    const config = { id: Number(entry.channel ?? 0), config: { initial_state: 'off' } };
    return [
      'Set its power-on default to off, on its page or by:',
      `  Switch.SetConfig ${JSON.stringify(config)}`,
      'Notifications (rpc_ntf) must be on, or nobody sees that somebody switched it by hand.',
    ];
  },
};

const esphome: Words = {
  signIn: ({ host, port, client, user, password }, { entry }) => [
    'Into its YAML; then install it again:',
    '  mqtt:',
    ...indented(
      Object.entries({
        ...{ broker: host, port, client_id: client, username: user, password },
        topic_prefix: String(entry.prefix),
      }).map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
      4,
    ),
  ],
  after({ role, entry }) {
    const prefix = String(entry.prefix);
    const snippet =
      role === 'reader' ? readerSnippet(prefix, 'rc522_spi') : relaySnippet(prefix, String(entry.relay));
    const what =
      role === 'reader'
        ? 'This tells cards; rc522_spi is the name of your reader component:'
        : 'This keeps the lease and turns the relay off without the gateway; what stands under mqtt: goes there:';
    return [what, ...indented(snippet.trimEnd().split('\n'), 2)];
  },
};

const espRfid: Words = {
  signIn: ({ host, port, user, password }, { entry }) => [
    'On its page, under MQTT, tick Enable and write:',
    ...form({ Host: host, Port: port, User: user, Password: password, Topic: String(entry.topic) }),
  ],
  after: () => [
    'Keep the list of people on the box empty: whoever stands there opens its own relay without us.',
  ],
};

const zigbee2mqtt: Words = {
  signIn: ({ host, port, client, user, password }, { entry }) => [
    'Into its configuration.yaml; then restart the bridge:',
    '  mqtt:',
    ...indented(
      Object.entries({
        ...{ base_topic: String(entry.base ?? 'zigbee2mqtt'), server: `mqtt://${host}:${port}` },
        ...{ client_id: client, user, password },
      }).map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
      4,
    ),
  ],
  after: ({ entry }) => {
    const power =
      entry.endpoint === undefined ? 'power_on_behavior' : `power_on_behavior_${String(entry.endpoint)}`;
    return [
      `On the page of "${String(entry.friendly)}" in the bridge, under Exposes, set ${power} to off.`,
      'Then switch it on there with on_time 15 and see that it turns itself off: a plug that does not must not be used.',
    ];
  },
};

const native: Words = {
  signIn: ({ host, port, client, user, password }) => [
    'Into its settings, unless it took them over by itself while it was paired:',
    ...form({ Host: host, Port: port, 'Client id': client, 'User name': user, Password: password }),
  ],
  after: ({ role, id }) =>
    role === 'reader'
      ? [`It tells taps on officina/v1/reader/${id}/tap.`]
      : [
          `It hears officina/v1/switch/${id}/set, turns itself off after lease_s seconds, and starts with the power off.`,
        ],
};

const kinds: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    tasmota,
    esphome,
    zigbee2mqtt,
    native,
    'shelly-gen1': shellyGen1,
    'shelly-gen2': shellyGen2,
    'esp-rfid': espRfid,
  }),
);

function form(fields: Readonly<Record<string, string | number>>): Lines {
  const width = Math.max(...Object.keys(fields).map((name) => name.length));
  return Object.entries(fields).map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
}

const indented = (lines: Lines, by: number): Lines => lines.map((line) => `${' '.repeat(by)}${line}`);
