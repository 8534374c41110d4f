// Devices with the firmware that they came with: how each kind signs in to our broker, and which of its topics are meant.
// One table of shapes for readers and switches, since many a box is both.

import { type Static, type TObject, Type } from 'typebox';
import { type DeviceScope, passwordFields, takePassword } from './password.ts';
import { placeOf } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';

/** How a stock device signs in: as it is set up in its own firmware. */
type Account = { readonly client: string; readonly user: string; readonly password: string };

const text = (what: string, pattern = '^[^\\u0000-\\u0020\\u007f+#$]{1,128}$') =>
  Type.String({ pattern, description: what });

const topic = (what: string) =>
  text(`${what}, without wildcards and spaces`, '^[^\\u0000-\\u0020\\u007f+#$]{1,128}$');
const objectId = (what: string) => text(`${what}, as in its topics`, '^[A-Za-z0-9_-]{1,64}$');

/** What each kind says of itself beyond its sign-in; the usual value stands where one may be left out. */
const stockEntries = {
  tasmota: {
    topic: topic('the Topic of the device'),
    fullTopic: Type.Optional(
      text('its FullTopic, with %prefix% and %topic%', '^(?=.*%prefix%)(?=.*%topic%)[A-Za-z0-9_%/-]{1,128}$'),
    ),
    relay: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 32, description: 'the number of the relay, from 1' }),
    ),
  },
  'esp-rfid': {
    topic: topic('the topic of the box'),
    generation: Type.Optional(
      Type.Union([Type.Literal(1), Type.Literal(2)], {
        description: '1 or 2, the generation of the firmware',
      }),
    ),
    hostname: Type.Optional(text('the host name of the box, where several share a topic')),
    allowList: Type.Optional(
      Type.Boolean({
        description: 'true: it keeps a list of badges and opens by itself while the gateway is away',
      }),
    ),
  },
  esphome: {
    prefix: topic('the topic_prefix of the device'),
    relay: Type.Optional(objectId('the relay')),
    power: Type.Optional(objectId('the sensor in watts')),
    energy: Type.Optional(objectId('the sensor in kilowatt-hours')),
  },
  'shelly-gen1': {
    prefix: topic('the topic of the device, as shellies/<id>'),
    host: text('the host name or address of the device', '^[A-Za-z0-9._:-]{1,253}$'),
    relay: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 3, description: 'the number of the relay, from 0' }),
    ),
  },
  'shelly-gen2': {
    prefix: topic('the MQTT prefix of the device'),
    channel: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 7, description: 'the number of the switch, from 0' }),
    ),
  },
  zigbee2mqtt: {
    base: Type.Optional(topic('the base topic of the bridge')),
    friendly: text('the friendly name of the plug', '^[^\\u0000-\\u001f\\u007f+#$]{1,128}$'),
    endpoint: Type.Optional(objectId('the endpoint, as l1')),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export type StockKind = keyof typeof stockEntries;

/** What is meant where the file leaves it out. */
const usual = {
  tasmota: { fullTopic: '%prefix%/%topic%/', relay: 1 },
  'esp-rfid': { generation: 2, hostname: null, allowList: false },
  esphome: { relay: null, power: null, energy: null },
  'shelly-gen1': { relay: 0 },
  'shelly-gen2': { channel: 0 },
  zigbee2mqtt: { base: 'zigbee2mqtt', endpoint: null },
} as const;

type Shape<K extends StockKind> = Static<ReturnType<typeof Type.Object<(typeof stockEntries)[K]>>>;
type Filled<Given, Usual> = {
  readonly [key in keyof Given]-?: key extends keyof Usual
    ? NonNullable<Given[key]> | WideOf<Usual[key]>
    : Given[key];
};
/** The usual value adds nothing but `null`. */
type WideOf<V> = V extends null ? null : never;

type StockEntry<K extends StockKind> = Filled<Shape<K>, (typeof usual)[K]>;

export type StockDevice = {
  [K in StockKind]: { readonly kind: K; readonly account: Account; readonly entry: StockEntry<K> };
}[StockKind];

const accountFields = {
  client: text('the client id that its firmware uses', '^[A-Za-z0-9_.:-]{1,72}$'),
  user: Type.Optional(text('the user name that it signs in with', '^[^\\u0000-\\u001f\\u007f]{1,128}$')),
  ...passwordFields,
};

/** The schema of one kind; `beside` are the keys that readers or switches have of their own. */
export function stockSchema(
  kind: StockKind,
  beside: Readonly<Record<string, ReturnType<typeof Type.Optional>>> = {},
): TObject {
  return Type.Object({ kind: Type.Literal(kind), ...accountFields, ...stockEntries[kind], ...beside });
}

/** What stands there, or as much of it as is right: after a mistake the file is refused anyway. */
export function takeStock(
  read: { kind: StockKind; shape: Record<string, unknown> },
  tree: Tree,
  scope: DeviceScope,
): StockDevice {
  const { kind, shape } = read;
  const client = typeof shape.client === 'string' ? shape.client : '';
  const user = typeof shape.user === 'string' ? shape.user : client;
  if (/^(?:reader|switch|machine)-/.test(client)) {
    const mistake = `"client" of ${scope.name} looks like the client id of a native device; give the firmware another one.`;
    scope.findings.mistake(placeOf(tree, 'client'), mistake);
  }
  const known = Object.keys(stockEntries[kind]).filter((key) => shape[key] !== undefined);
  const entry = { ...usual[kind], ...Object.fromEntries(known.map((key) => [key, shape[key]])) };
  // The schema of this kind has checked each of these keys.
  return {
    kind,
    account: { client, user, password: takePassword(shape, tree, scope) },
    entry,
  } as StockDevice;
}
