// Devices × topics × actions with every kind of stock device beside the native ones, against a second small model: what
// each may say and hear is written out here as a list of words, with none of the rules of the program.

import { describe, expect, it } from 'vitest';
import { type Action, isCommandTopic, type Permitted, permit } from '../../../src/adapters/mqtt/permit.ts';
import { box, boxes, shellyGen1At } from './stock/boxes.ts';

/** `*` is one word without wildcards, `**` anything below, also wildcards; the only two. */
type Model = { readonly says: readonly string[]; readonly hears: readonly string[] };

/** A will is a publish that is asked for at the sign-in. */
const actions: readonly (Action | 'will')[] = ['publish', 'subscribe', 'will', 'forward'];

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
const topics = [
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
  ],
];

/** All but the one below a relay where orders go. */
const isPlainLeaf = (leaf: string): boolean => leaf !== 'command' && !/[+#]/.test(leaf);

const everyone = ['officina/v1/machine/*/state', 'officina/v1/gateway/status'];
const cast: readonly { name: string; device: Permitted; model: Model }[] = [
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
    device: { kind, id },
    model: { says: says.map(at), hears: [...hears.map(at), ...everyone] },
  };
}

/** Letter by letter, as a regular expression: another way than the levels of the program. */
function named(pattern: string, topic: string, isFilter: boolean): boolean {
  const word = isFilter ? '(?:[^/+#]+|\\+)' : '[^/+#]+';
  const source = pattern
    .split('/')
    .map((level) => (level === '**' ? (isFilter ? '.*' : '[^+#]*') : level === '*' ? word : level))
    .join('/')
    .replaceAll('/.*', '(?:/.*)?')
    .replaceAll('/[^+#]*', '(?:/[^+#]*)?');
  return new RegExp(`^${source}$`).test(topic);
}

function mayIn({ says, hears }: Model, action: Action, topic: string): boolean {
  const list = action === 'publish' ? says : hears;
  return list.some((pattern) => named(pattern, topic, action === 'subscribe'));
}

describe('the permissions of stock devices', () => {
  it('are those of a second model in every cell, with none too many', () => {
    const wrong: string[] = [];
    const granted = new Map<string, number>();
    let cells = 0;
    for (const { name, device, model } of cast) {
      for (const action of actions) {
        const asked = action === 'will' ? 'publish' : action;
        for (const topic of topics) {
          cells++;
          const may = permit(device, asked, topic);
          if (may) granted.set(name, (granted.get(name) ?? 0) + 1);
          if (may !== mayIn(model, asked, topic)) wrong.push(`${name} ${action} ${topic}: ${may}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(5000);
    // A matrix that grants nothing would prove nothing.
    expect([...granted.keys()]).toEqual(cast.map(({ name }) => name));
  });

  it('never let one box publish what another hears, nor its own orders', () => {
    const taken: string[] = [];
    for (const sayer of cast)
      for (const hearer of cast)
        for (const topic of topics) {
          const isBridge = sayer === hearer && sayer.name === 'zigbee2mqtt';
          const both = permit(sayer.device, 'publish', topic) && permit(hearer.device, 'forward', topic);
          if (both && !isBridge) taken.push(`${sayer.name} → ${hearer.name}: ${topic}`);
        }
    expect(taken).toEqual([]);
    const { tasmota } = boxes;
    expect(isCommandTopic('cmnd/lathe/POWER') && isCommandTopic('tasmota/lathe/cmnd/POWER')).toBe(true);
    expect(permit(tasmota, 'publish', 'cmnd/lathe/POWER')).toBe(false);
  });

  it('inv. 11: an entry with a wildcard, or with our own topics, gives nothing', () => {
    const odd = (topic: string) =>
      box('odd', {
        role: 'switch',
        id: 'odd',
        kind: 'tasmota',
        entry: { topic, fullTopic: '%topic%/%prefix%/', relay: 1 },
      });
    for (const topic of ['+', '#', 'a/#', 'officina', 'officina/v1/switch/one', '$SYS'])
      for (const one of [...topics, `${topic}/stat/POWER`, `${topic}/cmnd/POWER`])
        for (const action of ['publish', 'subscribe', 'forward'] as const)
          expect(permit(odd(topic), action, one), `${topic} ${action} ${one}`).toBe(false);
    expect(permit(odd('plain'), 'publish', 'plain/stat/POWER')).toBe(true);
  });
});
