// Devices that are taken out of the file, or get another password, while they are connected: gone within a second, with
// whatever they had subscribed to, also those that ask for a session that outlives its connection. With the mqtt package.

import mqtt, { type MqttClient } from 'mqtt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Devices } from '../../../src/adapters/mqtt/credentials.ts';
import {
  devices,
  type Fixture,
  granted,
  hear,
  notice,
  secret,
  signIn,
  startFixture,
  topics,
  until,
} from './broker-fixture.ts';
import { boxes, devicesOf } from './stock/boxes.ts';

const withinMs = 1_000;
const { tasmota } = boxes;
const all: Devices = new Map([...devices, ...devicesOf(tasmota)]);
const everyone = ['officina/v1/machine/+/state', 'officina/v1/gateway/status'];

let fixture: Fixture;
const persistent: MqttClient[] = [];
beforeEach(async () => {
  fixture = await startFixture({ devices: all });
});
afterEach(async () => {
  for (const client of persistent.splice(0)) client.end(true);
  await fixture.close();
});

const without = (id: string): Devices => new Map([...all].filter(([client]) => client !== id));
const withPassword = (id: string, password: string): Devices => {
  const device = all.get(id);
  if (!device) throw new Error(`${id} is not described`);
  return new Map([...all, [id, { ...device, password }]]);
};

const refused = (reason: string) => fixture.counted('mqtt_refused_total', reason);
const kinds = [
  ['reader-front', topics.frontAnswer],
  ['switch-plug', topics.plugSet],
  ['machine-laser', 'officina/v1/machine/laser/state'],
  [tasmota.client, 'cmnd/lathe/POWER'],
] as const;

const signInAs = (id: string, clean: boolean) =>
  signIn(fixture, id, {
    ...{ clean, username: id === tasmota.client ? tasmota.user : id },
    password: all.get(id)?.password ?? secret,
  });

describe.each(kinds)('%s', (id, own) => {
  it.each([
    ['left out', true, without(id)],
    ['left out, with a session to keep', false, without(id)],
    ['given another password', true, withPassword(id, 'another-key')],
    ['given another password, with a session to keep', false, withPassword(id, 'another-key')],
  ])('%s is gone within a second and hears nothing more', async (_how, clean, next) => {
    const client = await signInAs(id, clean);
    const heard = hear(client);
    await client.subscribeAsync([own, ...everyone], { qos: 1 }).catch(() => undefined);
    // A stock box may hear nothing but its own orders.
    if (id !== tasmota.client) await until(() => heard.some(({ text }) => text === 'online'));
    const revokedMs = performance.now();
    fixture.broker.setDevices(next);
    // Whatever is said from the moment of the revocation on is not for it.
    fixture.broker.announcer.announce('laser', notice(9));
    const told = await fixture.broker.switches.set({ switch: 'plug', on: true, leaseS: 60, n: 1 });
    expect(told).toBe(false);
    await fixture.broker.readers.answer('front', granted('boot:1')).catch(() => undefined);
    await until(() => !client.connected);
    expect(performance.now() - revokedMs).toBeLessThan(withinMs);
    expect(heard.filter(({ text }) => text.includes('"queue":9') || text.includes('boot:1'))).toEqual([]);
    expect(refused('revoked')).toBe(1);
    await expect(signInAs(id, clean)).rejects.toThrow();
  });
});

it('one that comes again by itself, with a session to keep, is refused each time and gets nothing that was kept', async () => {
  const client = mqtt.connect(fixture.url, {
    ...{
      clientId: 'switch-plug',
      username: 'switch-plug',
      password: secret,
      protocolVersion: 4,
      clean: false,
    },
    ...{ reconnectPeriod: 20, reconnectOnConnackError: true },
  });
  persistent.push(client);
  client.on('error', () => undefined);
  const heard = hear(client);
  await new Promise<void>((resolve) => client.once('connect', () => resolve()));
  await client.subscribeAsync([topics.plugSet, ...everyone], { qos: 1 });
  await until(() => heard.length > 0);
  const before = heard.length;
  fixture.broker.setDevices(without('switch-plug'));
  await until(() => refused('credentials') >= 3);
  fixture.broker.announcer.announce('laser', notice(9));
  expect(client.connected).toBe(false);
  expect(heard).toHaveLength(before);

  // Described again, it comes in with an empty session: only what it asks for anew, and what is true now.
  const sessions: boolean[] = [];
  client.on('connect', ({ sessionPresent }) => sessions.push(sessionPresent));
  fixture.broker.setDevices(all);
  await until(() => sessions.length > 0);
  expect(sessions[0]).toBe(false);
});

it('the others stay, and lose nothing', async () => {
  const plug = await signInAs('switch-plug', false);
  const heard = hear(plug);
  await plug.subscribeAsync([topics.plugSet, ...everyone], { qos: 1 });
  const front = await signInAs('reader-front', false);
  fixture.broker.setDevices(without('reader-front'));
  await until(() => !front.connected);
  expect(await fixture.broker.switches.set({ switch: 'plug', on: true, leaseS: 60, n: 1 })).toBe(true);
  await until(() => heard.some(({ topic }) => topic === topics.plugSet));
  expect(plug.connected).toBe(true);
});
