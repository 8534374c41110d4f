// What a device may be that nobody described: each simulated stock device, as it really starts, is guessed to be what it was
// made from; every guess at any bytes is an entry that the configuration takes.

import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { Aedes } from 'aedes';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Visitor } from '../../../src/adapters/mqtt/dialects/guess.ts';
import { guessDevice } from '../../../src/adapters/mqtt/dialects/guess-device.ts';
import { simulateEspRfid } from '../../../src/adapters/simulator/stock/esp-rfid.ts';
import { simulateEsphome } from '../../../src/adapters/simulator/stock/esphome.ts';
import { simulateShellyGen1 } from '../../../src/adapters/simulator/stock/shelly-gen1.ts';
import { simulateShellyGen2 } from '../../../src/adapters/simulator/stock/shelly-gen2.ts';
import { simulateTasmota } from '../../../src/adapters/simulator/stock/tasmota.ts';
import { simulateZigbee2mqtt } from '../../../src/adapters/simulator/stock/zigbee2mqtt.ts';
import { addDevice } from '../../../src/config/add-device.ts';
import { readConfig } from '../../../src/config/read-config.ts';
import type { DeviceGuess, UnassignedMessage } from '../../../src/gateway/unassigned.ts';
import { until } from './broker-fixture.ts';

type Said = readonly (readonly [topic: string, text: string])[];

const visitor = (said: Said, changes: Partial<Visitor> = {}): Visitor => ({
  ...{ client: 'box', user: null, address: null },
  messages: said.map(([topic, text]) => ({ topic, text })),
  ...changes,
});

/** The type that others speak of agrees without being imported. */
const guess = (said: Said, changes: Partial<Visitor> = {}): readonly DeviceGuess[] =>
  guessDevice(visitor(said, changes));

/** What the file says of the device once it stands there, with all that is meant where it says nothing. */
function entryOf({ role, entry }: DeviceGuess): unknown {
  const space = 'space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }\n';
  const account = entry.kind === 'native' ? null : { client: 'box', user: 'box' };
  const added = addDevice(space, {
    ...{ role, id: 'new', entry, account },
    ...{ passwordFile: 'secrets/new', machine: null },
  });
  if (!added.ok) throw new Error(JSON.stringify([entry, added.mistakes]));
  const readSecret = () => ({ ok: true, text: 'key' }) as const;
  const read = readConfig({ file: 'officina.yaml', text: added.text, env: {}, flags: {}, readSecret });
  if (!read.ok) throw new Error(JSON.stringify([entry, read.mistakes]));
  const device = role === 'reader' ? read.config.readers.new : read.config.switches.new;
  return device && 'entry' in device ? device.entry : device?.kind;
}

describe('a simulated device, as it starts', () => {
  let server: Server;
  let url: string;
  const messages: UnassignedMessage[] = [];
  beforeAll(async () => {
    const broker = await Aedes.createBroker();
    broker.on('publish', ({ topic, payload, retain }, client) => {
      if (client) messages.push({ atMs: 0, topic, text: payload.toString(), retained: retain });
    });
    server = createServer(broker.handle);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const sign = () => ({ url, client: 'box', user: 'box', password: 'any' });
  type Started = { readonly device: { close(): Promise<void> }; readonly last: string };
  const plugs = { 'oven plug': { powerOnBehavior: 'off' }, 'hall/fan': { powerOnBehavior: 'off' } } as const;

  /** How each starts, and the topic of its last message then. */
  const starts: Readonly<Record<string, () => Promise<Started>>> = {
    async tasmota() {
      const device = simulateTasmota({ ...sign(), topic: 'lathe' });
      await device.ready();
      return { device, last: 'tele/lathe/STATE' };
    },
    async 'esp-rfid'() {
      const device = simulateEspRfid({ ...sign(), topic: 'rfid', hostname: 'door-box' });
      await device.ready();
      return { device, last: 'rfid/avty' };
    },
    async esphome() {
      const device = simulateEsphome({ ...sign(), prefix: 'saw', relay: 'relay' });
      await device.ready();
      return { device, last: 'saw/switch/relay/state' };
    },
    async 'shelly-gen1'() {
      const device = await simulateShellyGen1({ ...sign(), prefix: 'shellies/drill' });
      await device.connect();
      return { device, last: 'shellies/drill/relay/0/energy' };
    },
    async 'shelly-gen2'() {
      const device = simulateShellyGen2({ ...sign(), prefix: 'shellyplus-1' });
      await device.ready();
      return { device, last: 'shellyplus-1/online' };
    },
    async zigbee2mqtt() {
      const device = simulateZigbee2mqtt({ ...sign(), plugs });
      await device.ready();
      return { device, last: 'zigbee2mqtt/a lamp of somebody' };
    },
  };
  const tasmota = { topic: 'lathe', fullTopic: '%prefix%/%topic%/', relay: 1 };
  const board = { prefix: 'saw', power: null, energy: null };
  const bridge = { base: 'zigbee2mqtt', endpoint: null };

  it.each([
    [
      'tasmota',
      [
        ['switch', tasmota],
        ['reader', tasmota],
      ],
    ],
    ['esp-rfid', [['reader', { topic: 'rfid', generation: 2, hostname: 'door-box', allowList: false }]]],
    [
      'esphome',
      [
        ['switch', { ...board, relay: 'relay' }],
        ['reader', { ...board, relay: null }],
      ],
    ],
    ['shelly-gen1', [['switch', { prefix: 'shellies/drill', host: '192.168.4.21', relay: 0 }]]],
    ['shelly-gen2', [['switch', { prefix: 'shellyplus-1', channel: 0 }]]],
    [
      'zigbee2mqtt',
      [
        ['switch', { ...bridge, friendly: 'oven plug' }],
        ['switch', { ...bridge, friendly: 'hall/fan' }],
      ],
    ],
  ])('%s is guessed to be what it was made from', async (kind, wanted) => {
    messages.splice(0);
    const started = await starts[kind]?.();
    await until(() => messages.some(({ topic }) => topic === started?.last));
    const guesses: readonly DeviceGuess[] = guessDevice(visitor([], { messages }));
    await started?.device.close();
    expect(guesses.length).toBeLessThanOrEqual(8);
    expect(guesses.slice(0, wanted.length).map((one) => [one.role, entryOf(one)])).toEqual(wanted);
    expect(new Set(guesses.map(({ entry }) => entry.kind))).toEqual(new Set([kind]));
  });
});

const entries = (said: Said, changes: Partial<Visitor> = {}) =>
  guess(said, changes).map(({ role, entry }) => [role, entry]);

describe('Tasmota', () => {
  const card = '{"Time":"2026-01-10T18:23:24","RC522":{"UID":"BA839D07","Data":""}}';

  it.each([
    ['as it comes', 'tele/saw/LWT', undefined],
    ['turned round', 'saw/tele/LWT', '%topic%/%prefix%/'],
    ['in a house', 'home/tele/saw/LWT', 'home/%prefix%/%topic%/'],
    ['under a room', 'tele/room/saw/LWT', '%prefix%/room/%topic%/'],
    ['turned round in a room', 'room/saw/stat/POWER', 'room/%topic%/%prefix%/'],
    ['called like a prefix', 'tele/stat/LWT', undefined],
  ])('is found with its FullTopic %s', (_what, topic, fullTopic) => {
    const [first] = guess([[topic, 'ON']]);
    expect(first?.entry).toMatchObject({
      kind: 'tasmota',
      topic: topic.includes('/saw') || topic.startsWith('saw') ? 'saw' : 'stat',
    });
    expect(first?.entry.fullTopic).toBe(fullTopic);
  });

  it('puts levels that no FullTopic spells into the Topic', () => {
    expect(guess([['tele/größe/saw/LWT', 'Online']])[0]?.entry).toEqual({
      kind: 'tasmota',
      topic: 'größe/saw',
    });
  });

  it('names each relay, and the reader once it showed a card', () => {
    const state = '{"POWER1":"ON","POWER2":"OFF","POWER33":"ON","Wifi":{"RSSI":78}}';
    const entry = { kind: 'tasmota', topic: 'saw' };
    const relays = [1, 2].map((relay) => ['switch', { ...entry, relay }]);
    expect(entries([['tele/saw/STATE', state]])).toEqual([...relays, ['reader', entry]]);
    const cut = `${state.slice(0, -12)}…`;
    expect(entries([['tele/saw/STATE', cut]])).toEqual([...relays, ['reader', entry]]);
    expect(guess([['tele/saw/STATE', state]]).at(-1)?.because).toContain('hold a card there');
    expect(guess([['tele/saw/SENSOR', card]])).toEqual([
      { role: 'reader', entry, because: 'It speaks as Tasmota does, and showed a card or a key.' },
    ]);
    expect(entries([['stat/saw/POWER2', 'ON']])[0]).toEqual(['switch', { ...entry, relay: 2 }]);
  });

  it.each([
    ['PN532', '{"PN532":{"UID":"BA839D07"}}'],
    ['RDM6300', '{"RDM6300":{"UID":"BA839D07"}}'],
    ['Wiegand', '{"Wiegand":{"UID":4302741608,"Size":34}}'],
    ['a keypad', '{"Wiegand":{"UID":7,"Size":4}}'],
    ['a serial bridge', '{"SSerialReceived":"\\u00020415148F0C86\\u0003"}'],
  ])('knows the reader by %s', (_what, text) => {
    expect(guess([['tele/saw/SENSOR', text]])[0]).toMatchObject({
      role: 'reader',
      because: expect.stringContaining('showed a card or a key'),
    });
  });

  it('believes its own discovery before shapes, also when it was cut', () => {
    const config =
      '{"ip":"192.0.2.7","dn":"Saw","hn":"saw-1234","mac":"A1B2C3D4E5F6","t":"saw","ft":"shop/%topic%/%prefix%/","tp":["cmnd","stat","tele"],"rl":[1,1,0,0,2,0,0,0],"so":{"4"';
    const entry = { kind: 'tasmota', topic: 'saw', fullTopic: 'shop/%topic%/%prefix%/' };
    expect(entries([['tasmota/discovery/A1B2C3D4E5F6/config', config]])).toEqual([
      ['switch', { ...entry, relay: 1 }],
      ['switch', { ...entry, relay: 2 }],
      ['reader', entry],
    ]);
  });
});

describe('the other dialects', () => {
  it('esp-rfid of the first generation, and of the second by its tag alone', () => {
    const access = '{"type":"access","uid":"ba839d7","username":"Ada","hostname":"gate"}';
    expect(entries([['doors', access]])).toEqual([
      ['reader', { kind: 'esp-rfid', topic: 'doors', generation: 1, hostname: 'gate' }],
    ]);
    expect(entries([['do\\x00ors', access]])).toEqual([]);
    expect(entries([['doors/tag', '{"uid":"ba839d07","username":"Ada"}']])).toEqual([
      ['reader', { kind: 'esp-rfid', topic: 'doors', generation: 2 }],
    ]);
  });

  it('esphome with its sensors, and its reader once a card came', () => {
    const said: Said = [
      ['shop/saw/switch/relay/state', 'OFF'],
      ['shop/saw/sensor/saw_power/state', '12.5'],
      ['shop/saw/sensor/saw_energy_total/state', '1.25'],
      ['shop/saw/tag', '74-10-37-94'],
    ];
    const entry = { kind: 'esphome', prefix: 'shop/saw' };
    expect(entries(said)).toEqual([
      ['switch', { ...entry, relay: 'relay', power: 'saw_power', energy: 'saw_energy_total' }],
      ['reader', entry],
    ]);
    expect(
      entries([
        ['saw/status', 'online'],
        ['saw/tag', '{"uid":"74-10-37-94"}'],
      ]),
    ).toEqual([['reader', { ...entry, prefix: 'saw' }]]);
  });

  it('a Shelly with two relays; its requests go to where it comes from, not to where it points', () => {
    const said: Said = [
      ['shellies/drill/announce', '{"id":"shellyswitch25-1","ip":"192.0.2.99"}'],
      ['shellies/drill/relay/1', 'off'],
      ['shellies/drill/relay/0/power', '0'],
    ];
    const entry = { kind: 'shelly-gen1', prefix: 'shellies/drill', host: '192.0.2.7' };
    expect(entries(said, { address: '::ffff:192.0.2.7' })).toEqual([
      ['switch', { ...entry, relay: 0 }],
      ['switch', { ...entry, relay: 1 }],
    ]);
    expect(guess([['shellies/drill/relay/0', 'off']])).toEqual([]);
    const status = '{"src":"x","method":"NotifyStatus","params":{"ts":1,"switch:1":{"id":1,"output":true}}}';
    expect(entries([['press/events/rpc', status]])).toEqual([
      ['switch', { kind: 'shelly-gen2', prefix: 'press', channel: 1 }],
    ]);
  });

  it('the plugs of a bridge, by their endpoints, and none that keeps no time', () => {
    const plug = (friendly_name: string, exposes: object[], input: string[]) => ({
      ...{ friendly_name, definition: { exposes } },
      endpoints: { 1: { clusters: { input, output: [] } } },
    });
    const list = JSON.stringify([
      { friendly_name: 'Coordinator', type: 'Coordinator', definition: null },
      plug('oven "plug" {', [{ type: 'switch' }, { name: 'power' }], ['genBasic', 'genOnOff']),
      plug(
        'bar',
        [
          { type: 'switch', endpoint: 'l1' },
          { type: 'switch', endpoint: 'l2' },
        ],
        ['genOnOff'],
      ),
      plug('timeless', [{ type: 'switch' }], ['manuSpecificTuya']),
      plug('lamp', [{ type: 'light' }], ['genOnOff']),
    ]);
    const entry = { kind: 'zigbee2mqtt', base: 'z2m/attic' };
    const wanted = [
      ['switch', { ...entry, friendly: 'oven "plug" {' }],
      ['switch', { ...entry, friendly: 'bar', endpoint: 'l1' }],
      ['switch', { ...entry, friendly: 'bar', endpoint: 'l2' }],
    ];
    const state: Said = [
      ['z2m/attic/timeless', '{"state":"ON"}'],
      ['z2m/attic/lamp', '{"state":"ON"}'],
    ];
    expect(entries([['z2m/attic/bridge/devices', list], ...state])).toEqual(wanted);
    // What was cut off is still known by what it tells itself.
    const cut = list.slice(0, list.indexOf('timeless'));
    expect(
      entries([
        ['z2m/attic/bridge/devices', cut],
        ['z2m/attic/fan', '{"state_l2":"OFF"}'],
      ]),
    ).toEqual([...wanted, ['switch', { ...entry, friendly: 'fan', endpoint: 'l2' }]]);
  });

  it('a plug of a bridge whose first words were too many to keep', () => {
    expect(entries([['zigbee2mqtt/hall/fan', '{"state":"ON","linkquality":120}']])).toEqual([
      ['switch', { kind: 'zigbee2mqtt', friendly: 'hall/fan' }],
    ]);
  });

  it('our own devices, by what they say and by their client id', () => {
    expect(guess([['officina/v1/reader/front/tap', '{}']])).toMatchObject([
      { role: 'reader', entry: { kind: 'native' } },
    ]);
    expect(guess([['officina/v1/switch/saw/state', '{"on":false}']])).toMatchObject([{ role: 'switch' }]);
    expect(guess([], { client: 'switch-saw' })).toMatchObject([
      { role: 'switch', entry: { kind: 'native' } },
    ]);
    expect(guess([], { client: 'switch-Saw' })).toEqual([]);
  });
});

describe('whatever it says', () => {
  const level = fc.oneof(
    fc.constantFrom(
      'tele',
      'stat',
      'cmnd',
      'saw',
      'shellies',
      'relay',
      '0',
      'switch',
      'sensor',
      'bridge',
      'größe',
    ),
    fc.string({ maxLength: 6, unit: 'binary' }),
  );
  const end = fc.constantFrom(
    ...[
      'LWT',
      'STATE',
      'SENSOR',
      'POWER2',
      'online',
      'announce',
      'relay/1',
      'events/rpc',
      'status',
      'tag',
      'send',
    ],
    ...[
      'avty',
      'switch/x/state',
      'sensor/power/state',
      'bridge/devices',
      'bridge/state',
      'status/switch:1',
      '',
    ],
  );
  const topic = fc.oneof(
    fc.tuple(fc.array(level, { maxLength: 4 }), end).map(([levels, last]) => [...levels, last].join('/')),
    fc.constantFrom('tasmota/discovery/A1B2C3D4E5F6/config', 'officina/v1/reader/front/tap'),
    fc.string(),
  );
  const value = fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' });
  const word = fc.oneof(
    fc.string({ maxLength: 8, unit: 'binary' }),
    fc.constantFrom('ON', 'access', 'switch', 'x y', `$\{HOME}`),
  );
  const known = fc
    .array(
      fc.tuple(
        fc.constantFrom(
          'state',
          'state_l1',
          'POWER',
          'POWER3',
          'RC522',
          'uid',
          'username',
          'type',
          'hostname',
          'ip',
          't',
          'ft',
          'rl',
          'friendly_name',
          'definition',
          'endpoints',
          'params',
          '__proto__',
        ),
        fc.oneof(
          value,
          word,
          fc.constant({ exposes: [{ type: 'switch', endpoint: 'l 1' }, { type: 'switch' }] }),
        ),
      ),
      { maxLength: 5 },
    )
    .map((pairs) => JSON.stringify(Object.fromEntries(pairs)));
  const text = fc.oneof(
    known,
    known.map((one) => `[${one}`),
    known.map((one) => one.slice(0, -2)),
    word,
    fc.string({ unit: 'binary' }),
    fc.constantFrom('true', 'online', 'ON', '12.5'),
  );

  it('gives at most eight guesses, each an entry that the file takes', () => {
    let count = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(topic, text), { maxLength: 12 }),
        fc.string({ maxLength: 20, unit: 'binary' }),
        fc.option(fc.oneof(fc.ipV4(), fc.string())),
        (said, client, address) => {
          const guesses = guess(said, { client, address });
          expect(guesses.length).toBeLessThanOrEqual(8);
          for (const one of guesses) expect(() => entryOf(one)).not.toThrow();
          count += guesses.length;
        },
      ),
      { numRuns: 1500 },
    );
    expect(count).toBeGreaterThan(500);
  });

  it('a deep or endless text costs no stack and no patience', () => {
    const before = performance.now();
    const texts = ['['.repeat(200_000), '{"a":'.repeat(40_000), '{}'.repeat(100_000), '"\\'.repeat(100_000)];
    for (const one of texts) {
      expect(
        guess([
          ['z/bridge/devices', one],
          ['z/tele/x/STATE', one],
        ]).length,
      ).toBeLessThanOrEqual(8);
    }
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
