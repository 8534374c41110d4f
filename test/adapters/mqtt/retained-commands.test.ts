// Orders with the retain flag, at the broker and over real connections: refused, counted, told to a person for an hour,
// and never handed to whoever listens later.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRetainedCommands } from '../../../src/adapters/mqtt/retained-commands.ts';
import {
  closed,
  devices,
  type Fixture,
  hear,
  signIn,
  startFixture,
  topics,
  until,
} from './broker-fixture.ts';
import { boxes, devicesOf } from './stock/boxes.ts';

const { tasmota, shellyGen2 } = boxes;
const hourMs = 3_600_000;
const clock = {
  nowMs: 0,
  wallMs: () => 0,
  monoMs: () => performance.now() + clock.nowMs,
  synchronised: () => true,
};

let fixture: Fixture;
beforeEach(async () => {
  clock.nowMs = 0;
  const all = new Map([...devices, ...devicesOf(tasmota, shellyGen2)]);
  fixture = await startFixture({ devices: all, clock, timing: { silenceMs: 80 } });
});
afterEach(() => fixture.close());

const signInBox = (box: typeof tasmota, options = {}) =>
  signIn(fixture, box.client, { username: box.user, password: box.password, ...options });
const told = () => fixture.retainedCommands;
const refused = (reason: string) => fixture.counted('mqtt_refused_total', reason);

describe('an order with the retain flag', () => {
  it('of a stock device is refused, counted and told; its connection stays', async () => {
    const box = await signInBox(tasmota);
    await box.publishAsync('cmnd/mill/POWER', 'ON', { qos: 1, retain: true });
    expect(refused('command-retained')).toBe(1);
    expect(refused('command-forbidden')).toBe(1);
    expect(told().at(-1)).toMatch(/"DVES_A1B2C3" and named the topic "cmnd\/mill\/POWER".*ButtonRetain/);
    expect(box.connected).toBe(true);
  });

  it('without the flag is somebody who tries to switch, and no such notice', async () => {
    const box = await signInBox(tasmota);
    await box.publishAsync('cmnd/mill/POWER', 'ON', { qos: 1 });
    expect(refused('command-forbidden')).toBe(1);
    expect(refused('command-retained')).toBe(0);
    expect(told()).toEqual([]);
  });

  it('that is empty clears what another broker kept, as Tasmota does by itself: no alarm', async () => {
    const box = await signInBox(tasmota);
    await box.publishAsync('cmnd/lathe/POWER', '', { qos: 1, retain: true });
    await box.publishAsync('cmnd/tasmotas/POWER', '', { qos: 0, retain: true });
    await box.publishAsync('stat/lathe/RESULT', '{}', { qos: 1 });
    expect(told()).toEqual([]);
    expect(refused('command-retained') + refused('command-forbidden')).toBe(0);
  });

  it('of a native device closes it, and is told too', async () => {
    const reader = await signIn(fixture, 'reader-front');
    reader.publish(topics.plugSet, '{"on":true}', { retain: true });
    await closed(reader);
    expect(told().at(-1)).toContain('"reader-front" and named the topic "officina/v1/switch/plug/set"');
  });

  it('as a will is refused at the sign-in, and told too', async () => {
    const will = { topic: 'cmnd/mill/POWER', payload: Buffer.from('ON'), qos: 0, retain: true } as const;
    await expect(signInBox(tasmota, { will })).rejects.toThrow();
    expect(told().at(-1)).toContain('cmnd/mill/POWER');
  });

  it('is told for an hour after the last one, and then no more', async () => {
    const box = await signInBox(tasmota);
    await box.publishAsync('cmnd/mill/POWER', 'ON', { qos: 1, retain: true });
    clock.nowMs = hourMs - 60_000;
    await box.publishAsync('cmnd/mill/POWER', 'OFF', { qos: 1, retain: true });
    clock.nowMs = hourMs + 60_000;
    await box.publishAsync('stat/lathe/RESULT', '{}', { qos: 1 });
    expect(told().at(-1)).not.toBeNull();
    clock.nowMs = 2 * hourMs;
    await until(() => told().at(-1) === null);
  });

  it.each(['a stock device', 'a native device'])(
    'of %s never reaches whoever listens later, nor after the gateway’s own',
    async (who) => {
      if (who === 'a stock device') {
        const thief = await signInBox(tasmota);
        for (const topic of ['shellyplus-1/rpc', 'shellyplus-1/command', 'shellyplus-1/command/switch:0'])
          await thief.publishAsync(topic, 'on', { qos: 1, retain: true });
      } else {
        const reader = await signIn(fixture, 'reader-front');
        reader.publish('shellyplus-1/command', 'on', { retain: true });
        await closed(reader);
      }
      const box = await signInBox(shellyGen2);
      const heard = hear(box);
      await box
        .subscribeAsync(['shellyplus-1/#', 'shellyplus-1/rpc', 'shellyplus-1/command'], { qos: 1 })
        .catch(() => {});
      await box.subscribeAsync('shellyplus-1/rpc', { qos: 1 });
      // What the gateway itself asks comes after whatever was kept would have come.
      await until(() => heard.length > 0);
      expect(heard.filter(({ retain, text }) => retain || text === 'on')).toEqual([]);
    },
  );
});

it('inv. 10: remembers sixty-four clients, and tells of the newest', () => {
  const said: (string | null)[] = [];
  const keeper = createRetainedCommands({ clock, tell: (about) => void said.push(about?.text ?? null) });
  for (let n = 0; n < 100; n++) keeper.found(`box-${n}`, 'cmnd/x/POWER');
  expect(said.at(-1)).toContain('"box-99"');
  expect(said.at(-1)).toContain('63 more');
  clock.nowMs = hourMs + 1;
  keeper.sweep();
  expect(said.at(-1)).toBeNull();
  const count = said.length;
  keeper.sweep();
  expect(said).toHaveLength(count);
});
