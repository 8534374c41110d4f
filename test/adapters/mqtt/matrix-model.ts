// The permission matrix as the contract tells it, for native devices and every kind of stock box: what each may say and
// hear is written out here as a list of words, with none of the rules of the program.

import type { Device } from '../../../src/adapters/mqtt/credentials.ts';
import type { Action } from '../../../src/adapters/mqtt/permit.ts';
import { boxes, shellyGen1At } from './stock/boxes.ts';

/** `*` is one word without wildcards, `**` anything below, also wildcards; `@` is one id. */
export type Model = { readonly says: readonly string[]; readonly hears: readonly string[] };

const roots = [
  'tele/lathe',
  'stat/lathe',
  'cmnd/lathe',
  'cmnd/tasmotas',
  'cmnd/mill',
  'stat/mill',
  'rfid',
  'rfid/io',
];
const more = [
  'saw',
  'saw/switch/relay',
  'saw/sensor/watts',
  'shellies',
  'shellies/drill',
  'shellies/drill/relay',
];
const others = ['shellies/drill/relay/0', 'shellies/other/relay/0', 'shellyplus-1', 'shellyplus-1/events'];
const rest = [
  'shellyplus-1/officina',
  'shellyplus-1/command',
  'shellyplus-2',
  'zigbee2mqtt',
  'zigbee2mqtt/oven plug',
];
const last = [
  'zigbee2mqtt/hall/fan',
  'zigbee2mqtt/bridge',
  'zigbee2mqtt/bridge/request',
  'homeassistant/switch/saw',
];
const ours = [
  'officina/v1/reader/one',
  'officina/v1/switch/one',
  'officina/v1/machine/one',
  'officina/v1/gateway',
  '$SYS',
];
const prototypes = ['constructor', '__proto__', 'toString'];
const leaves = [
  ...[
    'LWT',
    'SENSOR',
    'RESULT',
    'POWER',
    'POWER1',
    'status',
    'state',
    'send',
    'tag',
    'key',
    'avty',
    'cmd',
    'command',
    'lease',
  ],
  ...[
    'online',
    'announce',
    'rpc',
    '0',
    'set',
    'get',
    'power',
    'tap',
    'answer',
    'report',
    'availability',
    '+',
    '#',
    '+/#',
  ],
];
export const topics = [
  ...[...roots, ...more, ...others, ...rest, ...last, ...ours].flatMap((root) => [
    root,
    ...leaves.map((leaf) => `${root}/${leaf}`),
  ]),
  ...[
    '#',
    '+',
    '+/#',
    '+/+',
    '+/+/+',
    '/',
    'tele/+/LWT',
    'stat/#',
    '+/lathe/POWER',
    'zigbee2mqtt2/oven plug',
    'officina/v1/machine/+/state',
    'officina/v1/+/one/tap',
    'officina/#',
    '$SYS/#',
    ...prototypes,
    ...prototypes.flatMap((name) => [
      `officina/v1/reader/${name}/tap`,
      `officina/v1/machine/${name}/state`,
      `cmnd/${name}/POWER`,
    ]),
    ...['officina/v1/gateway/status', 'cmnd/lathe/POWER', 'zigbee2mqtt/#', '#'].map(
      (one) => `$share/all/${one}`,
    ),
  ],
];

/** All but the one below a relay where orders go. */
const isPlainLeaf = (leaf: string): boolean => leaf !== 'command' && !/[+#]/.test(leaf);

/** One of the cast: a device, and what the contract lets it say and hear. */
export type Player = { readonly name: string; readonly device: Device; readonly model: Model };

const everyone = ['officina/v1/machine/@/state', 'officina/v1/gateway/status'];
export const cast: readonly Player[] = [
  native('reader', 'one', ['tap'], ['answer']),
  native('switch', 'one', ['state'], ['set']),
  native('machine', 'one', ['report'], []),
  {
    name: 'tasmota',
    device: boxes.tasmota,
    model: { says: ['tele/lathe/*', 'stat/lathe/*'], hears: ['cmnd/lathe/**'] },
  },
  {
    name: 'esp-rfid',
    device: boxes.espRfid,
    model: { says: ['rfid/send', 'rfid/tag', 'rfid/avty', 'rfid/io/*'], hears: ['rfid/cmd'] },
  },
  {
    name: 'esphome',
    device: boxes.esphome,
    model: {
      says: ['saw/status', 'saw/tag', 'saw/key', 'saw/debug', 'saw/*/*/state'],
      hears: ['saw/lease', 'saw/switch/relay/command'],
    },
  },
  {
    name: 'shelly-gen1',
    device: shellyGen1At('192.168.4.21'),
    model: {
      says: [
        ...['online', 'announce', 'info', 'temperature', 'temperature_f', 'overtemperature', 'voltage'],
        ...[
          'relay/*',
          ...leaves.filter(isPlainLeaf).map((leaf) => `relay/*/${leaf}`),
          'emeter/*/*',
          'input/*',
          'input_event/*',
        ],
        'longpush/*',
      ]
        .map((last) => `shellies/drill/${last}`)
        .concat('shellies/announce'),
      hears: ['shellies/command', 'shellies/drill/command', 'shellies/drill/relay/*/command'],
    },
  },
  {
    name: 'shelly-gen2',
    device: boxes.shellyGen2,
    model: {
      says: ['online', 'events/rpc', 'status/*', 'officina/rpc', 'debug/log'].map(
        (last) => `shellyplus-1/${last}`,
      ),
      hears: ['shellyplus-1/rpc', 'shellyplus-1/command', 'shellyplus-1/command/*'],
    },
  },
  {
    name: 'zigbee2mqtt',
    device: boxes.zigbee,
    model: {
      says: [
        'bridge/*',
        'bridge/response/*',
        'oven plug',
        'oven plug/availability',
        'hall/fan',
        'hall/fan/availability',
      ].map((last) => `zigbee2mqtt/${last}`),
      hears: ['zigbee2mqtt', 'zigbee2mqtt/**'],
    },
  },
];

function native(kind: 'reader' | 'switch' | 'machine', id: string, says: string[], hears: string[]) {
  const at = (last: string) => `officina/v1/${kind}/${id}/${last}`;
  return {
    name: kind,
    device: { kind, id, password: `${kind}-key` },
    model: { says: says.map(at), hears: [...hears.map(at), ...everyone] },
  };
}

/** Letter by letter, as a regular expression: another way than the levels of the program. */
function named(pattern: string, topic: string, isFilter: boolean): boolean {
  const word = isFilter ? '(?:[^/+#]+|\\+)' : '[^/+#]+';
  const id = isFilter ? '(?:[a-z0-9-]{1,64}|\\+)' : '[a-z0-9-]{1,64}';
  const source = pattern
    .split('/')
    .map((level) =>
      level === '**' ? (isFilter ? '.*' : '[^+#]*') : level === '*' ? word : level === '@' ? id : level,
    )
    .join('/')
    .replaceAll('/.*', '(?:/.*)?')
    .replaceAll('/[^+#]*', '(?:/[^+#]*)?');
  return new RegExp(`^${source}$`).test(topic);
}

export function mayIn({ says, hears }: Model, action: Action, topic: string): boolean {
  const list = action === 'publish' ? says : hears;
  return list.some((pattern) => named(pattern, topic, action === 'subscribe'));
}
