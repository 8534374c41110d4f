// What else a bridge has, with the simulated one at the real broker: before it is described, and afterwards, when its other
// plugs are offered. Its list is longer than what is kept of messages, and is read while it is there.

import { afterEach, expect, it } from 'vitest';
import { createKnownBoxes } from '../../../src/adapters/mqtt/known-boxes.ts';
import { simulateZigbee2mqtt } from '../../../src/adapters/simulator/stock/zigbee2mqtt.ts';
import { type Fixture, signIn, startFixture, until } from './broker-fixture.ts';
import { box, boxes, devicesOf, signInOf } from './stock/boxes.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const plugs = { 'oven plug': { powerOnBehavior: 'off' }, 'hall/fan': { powerOnBehavior: 'off' } } as const;
const listed = 'The bridge lists it with a switch; try whether it turns itself off in time.';

async function open(options: Parameters<typeof startFixture>[0]): Promise<Fixture> {
  const fixture = await startFixture(options);
  closing.push(fixture.close);
  return fixture;
}

it('a bridge that nobody described is guessed by its whole list, of which 512 bytes are kept', async () => {
  const { broker, url } = await open({});
  const password = broker.newcomers.openPairing()?.code ?? '';
  const bridge = simulateZigbee2mqtt({ url, client: 'bridge', user: 'pair', password, plugs });
  closing.push(bridge.close);
  const seen = () => broker.newcomers.list()[0];
  await until(() => seen()?.messages.some(({ topic }) => topic.endsWith('a lamp of somebody')) === true);
  expect(seen()?.there).toBe(true);
  const guesses = seen()?.guesses ?? [];
  const guess = (friendly: string) => ({ role: 'switch', entry: { kind: 'zigbee2mqtt', friendly } });
  expect(guesses.slice(0, 2)).toEqual([
    { ...guess('oven plug'), because: listed },
    { ...guess('hall/fan'), because: listed },
  ]);
  // What is in the list and is no switch is none, whatever it says of itself.
  expect(guesses).toHaveLength(3);
  expect(guesses[2]).toMatchObject(guess('a lamp of somebody'));
  const list = seen()?.messages.find(({ topic }) => topic.endsWith('/bridge/devices'));
  expect(Buffer.byteLength(list?.text ?? '')).toBe(512);
  expect(JSON.stringify(seen())).not.toContain('lamp-100');
});

it('inv. 10: lists are read sixteen times at most of one visitor, and the rest is counted', async () => {
  const fixture = await open({ attachFrom: ['127.0.0.1'] });
  const client = await signIn(fixture, 'bridge', { username: 'x' });
  const listOf = (friendly_name: string) =>
    JSON.stringify([{ friendly_name, definition: { exposes: [{ type: 'switch' }] } }]);
  for (let i = 1; i <= 18; i++)
    await client.publishAsync('z2m/bridge/devices', listOf(`plug ${i}`), { qos: 1 });
  const [seen] = fixture.broker.newcomers.list();
  expect(seen?.guesses).toMatchObject([{ entry: { kind: 'zigbee2mqtt', base: 'z2m', friendly: 'plug 16' } }]);
  expect(fixture.counted('mqtt_unassigned_dropped_total', 'list')).toBe(2);
});

it('a described bridge is offered with its other plugs, and forgotten when it is described no more', async () => {
  const [oven] = boxes.zigbee.parts;
  if (oven?.kind !== 'zigbee2mqtt') throw new Error('no plug');
  const account = { ...boxes.zigbee, parts: [oven] };
  const { broker, url } = await open({ devices: devicesOf(account) });
  const known = () => broker.boxes.list()[0];
  expect(known()).toMatchObject({ client: 'mqttjs_bridge', there: false, guesses: [] });
  const bridge = simulateZigbee2mqtt({ ...signInOf(account, url), plugs });
  closing.push(bridge.close);
  await until(() => known()?.guesses.some(({ entry }) => entry.friendly === 'hall/fan') === true);
  expect(known()).toMatchObject({ there: true, parts: [{ role: 'switch', id: 'oven' }] });
  const friendly = () => known()?.guesses.map(({ entry }) => entry.friendly);
  await until(() => friendly()?.includes('a lamp of somebody') === true);
  expect(friendly()).toEqual(['hall/fan', 'a lamp of somebody']);
  broker.setDevices(devicesOf(boxes.zigbee));
  await until(() => friendly()?.join() === 'a lamp of somebody');
  broker.setDevices(new Map());
  expect(broker.boxes.list()).toEqual([]);
});

it('inv. 10: of each box the last of twenty topics is kept, 512 bytes of each', () => {
  const counted: string[] = [];
  const guessed: { topic: string; text: string }[] = [];
  const account = box('plug', {
    ...{ role: 'reader', id: 'r', kind: 'tasmota' },
    entry: { topic: 'x', fullTopic: '%prefix%/%topic%/', relay: 1 },
  });
  const known = createKnownBoxes({
    devices: devicesOf(account),
    connections: { get: () => undefined },
    meters: { count: (name: string) => void counted.push(name) } as never,
    guess({ messages }) {
      guessed.push(...messages);
      const entry = { kind: 'tasmota', topic: 'x' };
      return [
        { role: 'reader', entry, because: '' },
        { role: 'switch', entry: { ...entry, relay: 1 }, because: '' },
        { role: 'switch', entry: { kind: 'esphome', prefix: 'x', relay: 'a' }, because: '' },
      ];
    },
  });
  for (let i = 0; i < 25; i++) known.heard(account, { topic: `t/${i}`, payload: Buffer.alloc(2000, 'x') });
  known.heard(account, { topic: 't/24', payload: Buffer.from('again') });
  expect(known.list()[0]?.guesses.map(({ role, entry }) => [role, entry.kind])).toEqual([
    ['switch', 'tasmota'],
  ]);
  expect(guessed.map(({ topic }) => topic)).toEqual(Array.from({ length: 20 }, (_, i) => `t/${i + 5}`));
  expect(guessed.map(({ text }) => text.length)).toEqual([...Array.from({ length: 19 }, () => 512), 5]);
  expect(counted).toHaveLength(5);
});
