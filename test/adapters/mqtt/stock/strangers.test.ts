// Who is not the box gets nothing, and a box gets nothing of another: over real sockets, with the clients that anybody has.

import type { MqttClient } from 'mqtt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { simulateTasmota } from '../../../../src/adapters/simulator/stock/tasmota.ts';
import { devices, type Fixture, hear, signIn, startFixture, until } from '../broker-fixture.ts';
import { box, boxes, devicesOf, signInOf } from './boxes.ts';

const other = box('DVES_OTHER', {
  role: 'switch',
  id: 'mill-relay',
  kind: 'tasmota',
  entry: { topic: 'mill', fullTopic: '%prefix%/%topic%/', relay: 1 },
});

/** Set up, by mistake, in the tree of the bridge. */
const twinEntry = { prefix: 'zigbee2mqtt', relay: 'relay', power: null, energy: null };

let fixture: Fixture;
beforeEach(async () => {
  fixture = await startFixture({ devices: new Map([...devices, ...devicesOf(boxes.tasmota, other)]) });
});
afterEach(() => fixture.close());

const as = (account: typeof other): Promise<MqttClient> =>
  signIn(fixture, account.client, { username: account.user, password: account.password });

describe('a stranger', () => {
  it.each([
    ['a wrong password', boxes.tasmota.client, boxes.tasmota.user, 'guessed'],
    ['no password', boxes.tasmota.client, boxes.tasmota.user, ''],
    ['another client id', 'DVES_FFFFFF', boxes.tasmota.user, boxes.tasmota.password],
    ['the client id of another box', other.client, boxes.tasmota.user, boxes.tasmota.password],
    [
      'the client id in place of the user name',
      boxes.tasmota.client,
      boxes.tasmota.client,
      boxes.tasmota.password,
    ],
    ['the name of the device', 'switch-lathe-relay', 'switch-lathe-relay', boxes.tasmota.password],
  ])('with %s is turned away', async (_what, client, username, password) => {
    await expect(signIn(fixture, client, { username, password })).rejects.toThrow();
    expect(fixture.counted('mqtt_refused_total', 'credentials')).toBe(1);
    expect(fixture.switchReports).toEqual([]);
  });

  it('cannot leave a will on an order', async () => {
    const will = { topic: 'cmnd/lathe/POWER', payload: Buffer.from('ON'), qos: 0, retain: true } as const;
    const { user: username, password } = boxes.tasmota;
    await expect(signIn(fixture, boxes.tasmota.client, { username, password, will })).rejects.toThrow();
    expect(fixture.counted('mqtt_refused_total', 'will-forbidden')).toBe(1);
  });
});

describe('a box', () => {
  it('cannot publish as another, nor switch it, and stays connected', async () => {
    const lathe = simulateTasmota({ ...signInOf(boxes.tasmota, fixture.url), topic: 'lathe' });
    await lathe.ready();
    const client = await as(other);
    const tries = [
      'cmnd/lathe/POWER',
      'cmnd/tasmotas/POWER',
      'cmnd/mill/POWER',
      'zigbee2mqtt/oven/set',
      'x/rpc',
    ];
    for (const topic of tries) {
      await client.publishAsync(topic, 'ON', { qos: 1, retain: true });
    }
    await client.publishAsync('stat/lathe/POWER', 'ON', { qos: 1 });
    await client.publishAsync('tele/lathe/SENSOR', '{"RC522":{"UID":"94D8FC5F"}}', { qos: 1 });
    await client.publishAsync('officina/v1/switch/plug/state', '{"on":true}', { qos: 1 });
    expect(fixture.counted('mqtt_refused_total', 'command-forbidden')).toBe(tries.length);
    expect(fixture.logged.filter(({ text }) => text.includes('tries to switch'))).toHaveLength(1);
    expect(client.connected).toBe(true);
    expect(lathe.isOn()).toBe(false);
    expect(fixture.taps).toEqual([]);
    expect(fixture.switchReports.filter(({ on }) => on === true)).toEqual([]);
    await lathe.close();
  });

  it('hears its own orders alone, whatever it subscribes to', async () => {
    const client = await as(other);
    const heard = hear(client);
    const filters = ['#', '+/+/+', 'cmnd/#', 'cmnd/lathe/#', 'stat/lathe/#', 'tele/mill/#', 'officina/#'];
    for (const filter of filters) {
      await expect(client.subscribeAsync(filter)).rejects.toThrow();
    }
    await client.subscribeAsync('cmnd/mill/#');
    const lathe = simulateTasmota({ ...signInOf(boxes.tasmota, fixture.url), topic: 'lathe' });
    await lathe.ready();
    expect(await fixture.broker.switches.set({ switch: 'lathe-relay', on: true, leaseS: 60, n: 1 })).toBe(
      true,
    );
    await until(() => lathe.isOn());
    expect(await fixture.broker.switches.set({ switch: 'mill-relay', on: true, leaseS: 60, n: 1 })).toBe(
      true,
    );
    await until(() => heard.some(({ topic }) => topic === 'cmnd/mill/POWER1'));
    expect(heard.filter(({ topic }) => !topic.startsWith('cmnd/mill/'))).toEqual([]);
    expect(heard.every(({ retain, qos }) => !retain && qos === 0)).toBe(true);
    await lathe.close();
  });

  it('that listens to its whole tree hears nothing that a device said, itself included', async () => {
    const twin = box('twin', { role: 'switch', id: 'twin', kind: 'esphome', entry: twinEntry });
    fixture.broker.setDevices(devicesOf(boxes.zigbee, twin));
    const bridge = await as(boxes.zigbee);
    const heard = hear(bridge);
    await bridge.subscribeAsync('zigbee2mqtt/#');
    const client = await as(twin);
    await client.publishAsync('zigbee2mqtt/status', 'online', { qos: 1, retain: true });
    await bridge.publishAsync('zigbee2mqtt/oven plug', '{"state":"OFF"}', { qos: 1, retain: true });
    await bridge.unsubscribeAsync('zigbee2mqtt/#');
    await bridge.subscribeAsync('zigbee2mqtt/#');
    await bridge.publishAsync('zigbee2mqtt/oven plug', '{"state":"OFF"}', { qos: 1 });
    expect(heard.filter(({ topic }) => !topic.endsWith('/get'))).toEqual([]);
    // What the gateway asks does arrive there.
    expect(heard.map(({ topic }) => topic)).toContain('zigbee2mqtt/oven plug/get');
  });

  it('whose entry is changed or gone is closed at once', async () => {
    const client = await as(other);
    fixture.broker.setDevices(devicesOf(boxes.tasmota, { ...other, parts: [] }));
    await until(() => !client.connected);
    expect(fixture.counted('mqtt_refused_total', 'revoked')).toBe(1);
  });

  it('that does not listen is told nothing, and never a power without its lease', async () => {
    const client = await as(other);
    const heard = hear(client);
    const set = () => fixture.broker.switches.set({ switch: 'mill-relay', on: true, leaseS: 60, n: 1 });
    expect(await set()).toBe(false);
    await client.subscribeAsync('cmnd/mill/POWER1');
    expect(await set()).toBe(false);
    // What was sent before an acknowledgement has arrived with it.
    await client.publishAsync('stat/mill/RESULT', '{}', { qos: 1 });
    expect(heard).toEqual([]);
  });
});
