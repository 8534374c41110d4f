// Who may sign in, and what they may then say and hear, with real clients.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Devices } from '../../../src/adapters/mqtt/credentials.ts';
import {
  closed,
  devices,
  type Fixture,
  granted,
  hear,
  notice,
  rawClient,
  secret,
  signIn,
  startFixture,
  tapJson,
  topics,
  until,
} from './broker-fixture.ts';
import { connackOk, connectPacket, subscribePacket } from './wire.ts';

let fixture: Fixture;

beforeEach(async () => {
  fixture = await startFixture();
});
afterEach(() => fixture.close());

const refusals = (reason: string) => fixture.counted('mqtt_refused_total', reason);

const { frontTap, frontAnswer, plugSet, plugState } = topics;

describe('signing in', () => {
  it.each([
    ['a wrong password', 'reader-front', { password: 'wrong' }],
    ['an empty password', 'reader-front', { password: '' }],
    ['no password', 'reader-front', { username: 'reader-front', password: undefined }],
    ["another device's password", 'reader-front', { password: `${secret}-back` }],
    ["another device's user name", 'reader-front', { username: 'reader-back', password: `${secret}-back` }],
    ['an unknown device', 'reader-nobody', { password: secret }],
  ])('is refused with %s', async (_name, clientId, options) => {
    await expect(signIn(fixture, clientId, options as object)).rejects.toThrow(/Not authorized|Bad username/);
    expect(refusals('credentials')).toBe(1);
  });

  it('never opens with an empty password, even when one is described', async () => {
    fixture.broker.setDevices(new Map([['reader-front', { kind: 'reader', id: 'front', password: '' }]]));
    await expect(signIn(fixture, 'reader-front', { password: '' })).rejects.toThrow();
  });

  it('nobody takes the place of another device, and the same device replaces itself', async () => {
    const front = await signIn(fixture, 'reader-front');
    await expect(
      signIn(fixture, 'reader-front', { username: 'reader-back', password: `${secret}-back` }),
    ).rejects.toThrow();
    expect(front.connected).toBe(true);
    const again = await signIn(fixture, 'reader-front');
    await closed(front);
    await again.publishAsync(frontTap, tapJson(1), { qos: 1 });
    expect(fixture.taps).toHaveLength(1);
  });

  it('accepts a will on its own topic and never acts on it: a will is no tap', async () => {
    const will = { topic: frontTap, payload: Buffer.from(tapJson(1)), qos: 1, retain: true } as const;
    const client = await signIn(fixture, 'reader-front', { will });
    client.stream.destroy();
    const next = await signIn(fixture, 'reader-front');
    await next.publishAsync(frontTap, tapJson(2), { qos: 1 });
    expect(fixture.taps.map(({ tap }) => tap)).toEqual(['boot:2']);
  });

  it('refuses a will on a topic of another', async () => {
    const will = { topic: plugState, payload: Buffer.from('{"on":false}'), qos: 0, retain: false } as const;
    await expect(signIn(fixture, 'reader-front', { will })).rejects.toThrow();
    expect(refusals('will-forbidden')).toBe(1);
  });

  it('tells no secret to the log', async () => {
    await signIn(fixture, 'reader-front', { password: 'sesame-open' }).catch(() => {});
    await signIn(fixture, 'reader-front', { username: 'user-name-typed-as-password' }).catch(() => {});
    const logged = JSON.stringify(fixture.logged);
    expect(logged).toContain('reader-front');
    expect(logged).not.toContain('sesame-open');
    expect(logged).not.toContain('user-name-typed');
  });
});

describe('rights', () => {
  it.each([
    ['reader-front', 'officina/v1/reader/back/tap'],
    ['reader-front', frontAnswer],
    ['reader-front', plugSet],
    ['switch-plug', plugSet],
    ['switch-plug', frontTap],
    ['machine-laser', 'officina/v1/machine/laser/state'],
    ['machine-laser', 'officina/v1/gateway/status'],
    ['machine-laser', '$SYS/x/new/clients'],
  ])('%s is closed for publishing to %s, and nobody hears it', async (clientId, topic) => {
    const back = await signIn(fixture, 'reader-back');
    await back.subscribeAsync(['officina/v1/machine/+/state', 'officina/v1/gateway/status']);
    const heard = hear(back);
    const client = await signIn(fixture, clientId);
    client.publish(topic, '{"on":true}', { qos: 0, retain: true });
    await closed(client);
    expect(refusals('publish-forbidden')).toBe(1);
    fixture.broker.announcer.announce('mill', notice(7));
    await until(() => heard.some(({ topic: named }) => named === 'officina/v1/machine/mill/state'));
    expect(heard.filter(({ text }) => text.includes('"on"'))).toEqual([]);
    expect(fixture.taps).toEqual([]);
  });

  it('refuses subscriptions one by one: in one packet the allowed is granted, the rest is not', async () => {
    const client = await rawClient(fixture);
    client.socket.write(connectPacket());
    await until(() => client.received().length >= 4);
    const filters = [frontAnswer, 'officina/v1/reader/back/answer', '#', '$SYS/#', `$share/g/${frontAnswer}`];
    client.socket.write(subscribePacket([...filters, 'officina/v1/machine/+/state'], 5));
    await until(() => client.received().length >= 14);
    expect([...client.received().subarray(4)]).toEqual([0x90, 8, 0, 5, 0, 128, 128, 128, 128, 0]);
    expect(refusals('subscribe-forbidden')).toBe(4);
  });

  it('bounds the subscriptions of one client over many packets', async () => {
    const client = await signIn(fixture, 'reader-front');
    for (let i = 0; i < 50; i++) await client.subscribeAsync(`officina/v1/machine/m${i}/state`);
    await expect(client.subscribeAsync('officina/v1/machine/m50/state')).rejects.toThrow();
    expect(refusals('subscriptions-full')).toBe(1);
    await client.unsubscribeAsync('officina/v1/machine/m0/state');
    await client.subscribeAsync('officina/v1/machine/m50/state');
  });

  it('no session outlives its connection, whatever the client asks for', async () => {
    const first = await signIn(fixture, 'reader-front', { clean: false });
    await first.subscribeAsync(frontAnswer, { qos: 1 });
    await first.endAsync();
    await expect(fixture.broker.readers.answer('front', granted('boot:1'))).rejects.toMatchObject({
      code: 'reader-absent',
    });
    const second = await rawClient(fixture);
    second.socket.write(connectPacket({ flags: 0xc0 }));
    await until(() => second.received().length >= 4);
    // Session present is 0: nothing was kept.
    expect(second.received()).toEqual(connackOk);
    await expect(fixture.broker.readers.answer('front', granted('boot:1'))).rejects.toMatchObject({
      code: 'reader-absent',
    });
  });

  it('a device that is revoked while it signs in does not get in', async () => {
    const trap = new Map(devices);
    trap.get = (clientId) => {
      queueMicrotask(() => fixture.broker.setDevices(new Map()));
      return devices.get(clientId);
    };
    fixture.broker.setDevices(trap);
    const client = await rawClient(fixture);
    client.socket.write(connectPacket());
    await until(client.closed);
    expect(await fixture.broker.switches.set({ switch: 'plug', on: true, leaseS: 1, n: 1 })).toBe(false);
  });

  it('a revoked device is closed at once and stays out; the others stay', async () => {
    const front = await signIn(fixture, 'reader-front');
    const plug = await signIn(fixture, 'switch-plug');
    await plug.subscribeAsync(plugSet);
    const laser = await signIn(fixture, 'machine-laser');
    const next: Devices = new Map([
      ['reader-front', { kind: 'reader', id: 'front', password: 'changed' }],
      ['machine-laser', { kind: 'machine', id: 'laser', password: secret }],
    ]);
    fixture.broker.setDevices(next);
    expect(await fixture.broker.switches.set({ switch: 'plug', on: true, leaseS: 60, n: 1 })).toBe(false);
    await Promise.all([closed(front), closed(plug)]);
    expect(refusals('revoked')).toBe(2);
    expect(fixture.switchReports.at(-1)).toEqual({ switch: 'plug', on: null, powerW: null, energyWh: null });
    await expect(signIn(fixture, 'switch-plug')).rejects.toThrow();
    await expect(signIn(fixture, 'reader-front')).rejects.toThrow();
    await signIn(fixture, 'reader-front', { password: 'changed' });
    expect(laser.connected).toBe(true);
  });
});
