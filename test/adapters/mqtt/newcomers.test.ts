// Devices that nobody has described, with real clients: who comes in, what stays of them, what they reach (nothing), and how
// one that is assigned hears of its credentials.

import type { IClientOptions } from 'mqtt';
import { afterEach, describe, expect, it } from 'vitest';
import type { Devices } from '../../../src/adapters/mqtt/credentials.ts';
import { createHandClock } from '../../fakes/hand-clock.ts';
import {
  closed,
  devices,
  type Fixture,
  hear,
  notice,
  rawClient,
  signIn,
  startFixture,
  topics,
  until,
} from './broker-fixture.ts';
import { connectPacket } from './wire.ts';

let fixture: Fixture;
afterEach(() => fixture.close());

const open = async (options: Parameters<typeof startFixture>[0] = {}) => {
  fixture = await startFixture(options);
};
const loopback = { attachFrom: ['127.0.0.0/8'] };
const refused = (reason: string) => fixture.counted('mqtt_refused_total', reason);
const list = () => fixture.broker.newcomers.list();
const said = (client: string) => list().find((one) => one.client === client)?.messages ?? [];
const pair = (client: string, code: string, more: IClientOptions = {}) =>
  signIn(fixture, client, { username: 'pair', password: code, ...more });
const newCode = (): string => fixture.broker.newcomers.openPairing()?.code ?? 'none';

describe('with a code', () => {
  it('one device comes in, once', async () => {
    await open();
    const code = newCode();
    const client = await pair('esp-1', code);
    await client.publishAsync('any/topic', 'hello', { qos: 1 });
    expect(list()).toMatchObject([
      { client: 'esp-1', user: null, address: '127.0.0.1', how: 'code', there: true },
    ]);
    expect(said('esp-1')).toMatchObject([{ topic: 'any/topic', text: 'hello', retained: false }]);
    await expect(pair('esp-2', code)).rejects.toThrow();
    expect(refused('pairing-refused')).toBe(1);
    client.end(true);
    await until(() => list()[0]?.there === false);
  });

  it('nobody comes in after ten minutes', async () => {
    const clock = createHandClock();
    await open({ clock });
    const code = newCode();
    clock.advance(600_000);
    await expect(pair('esp-1', code)).rejects.toThrow();
    expect(list()).toEqual([]);
  });

  it('nobody guesses it: after five wrong ones the right one is refused too', async () => {
    await open();
    const code = newCode();
    for (let i = 0; i < 5; i++) await expect(pair('esp-1', `0000${i}-00000`)).rejects.toThrow();
    await expect(pair('esp-1', code)).rejects.toThrow();
    expect(JSON.stringify(fixture.logged)).not.toContain(code);
  });

  it('nobody takes the place of a described device', async () => {
    await open(loopback);
    const front = await signIn(fixture, 'reader-front');
    const code = newCode();
    await expect(pair('reader-front', code)).rejects.toThrow();
    await expect(signIn(fixture, 'reader-front', { password: 'wrong' })).rejects.toThrow();
    expect(front.connected).toBe(true);
    expect(list()).toEqual([]);
    // And the code was not used up by it.
    await pair('esp-1', code);
  });
});

describe('from an allowed address', () => {
  it('a box comes in as it is set up, and its firmware may subscribe in vain', async () => {
    await open(loopback);
    const will = { topic: 'tele/x/LWT', payload: Buffer.from('Offline'), qos: 1, retain: true } as const;
    const box = await signIn(fixture, 'DVES_1', { username: 'DVES_USER', password: 'any', will });
    for (const filter of ['cmnd/x/#', '#', 'officina/v1/gateway/status', 'officina/v1/pairing/DVES_1'])
      await expect(box.subscribeAsync(filter)).rejects.toThrow();
    expect(fixture.counted('mqtt_ignored_total', 'subscribe')).toBe(4);
    await box.publishAsync('stat/x/POWER', 'ON', { qos: 1 });
    expect(box.connected).toBe(true);
    expect(list()).toMatchObject([{ client: 'DVES_1', user: 'DVES_USER', how: 'address' }]);
  });

  it('nobody comes in from another, nor where none is allowed', async () => {
    await open({ attachFrom: ['192.168.4.0/24', 'fd00::/8', '10.0.0.7'] });
    await expect(signIn(fixture, 'DVES_1', { username: 'x' })).rejects.toThrow();
    await fixture.close();
    await open();
    await expect(signIn(fixture, 'DVES_1', { username: 'x' })).rejects.toThrow();
    expect(list()).toEqual([]);
    expect(refused('credentials')).toBe(1);
  });

  it('nobody takes the place of one who came with a code', async () => {
    await open(loopback);
    const first = await pair('esp-1', newCode());
    await expect(signIn(fixture, 'esp-1', { username: 'x' })).rejects.toThrow();
    expect(first.connected).toBe(true);
    expect(list()).toMatchObject([{ how: 'code' }]);
  });

  it('inv. 10: a flood of 200 leaves 32, the newest, and nobody who came with a code goes', async () => {
    await open(loopback);
    const paired = await pair('esp-1', newCode());
    for (let i = 0; i < 200; i++) {
      const client = await rawClient(fixture);
      client.socket.write(connectPacket({ clientId: `box-${i}`, userName: 'x', password: 'y' }));
      await until(() => client.received().length >= 4);
    }
    const there = list().map(({ client }) => client);
    expect(there).toHaveLength(32);
    expect(there).toEqual(['esp-1', ...Array.from({ length: 31 }, (_, i) => `box-${169 + i}`)]);
    expect(paired.connected).toBe(true);
    expect(fixture.counted('mqtt_unassigned_dropped_total', 'device')).toBe(169);
    // Described devices come in all the same.
    await signIn(fixture, 'reader-front');
  });

  it('inv. 10: twenty messages of 512 bytes are kept, the newest, and the others are counted', async () => {
    await open(loopback);
    const box = await signIn(fixture, 'box', { username: 'x' });
    for (let i = 0; i < 25; i++) await box.publishAsync(`t/${i}`, 'x'.repeat(2000), { qos: 1 });
    expect(said('box').map(({ topic }) => topic)).toEqual(Array.from({ length: 20 }, (_, i) => `t/${i + 5}`));
    expect(said('box').every(({ text }) => Buffer.byteLength(text) === 512)).toBe(true);
    expect(fixture.counted('mqtt_unassigned_dropped_total', 'message')).toBe(5);
  });

  it('one that says too much is closed, long before a described one would be', async () => {
    await open({ ...loopback, clock: createHandClock() });
    const box = await signIn(fixture, 'box', { username: 'x' });
    for (let i = 0; i < 101; i++) box.publish('t', 'x');
    await closed(box);
    expect(refused('packet-rate')).toBe(1);
  });

  it('nobody stays for longer than a visit', async () => {
    await open({ ...loopback, timing: { visitMs: 30 } });
    const box = await signIn(fixture, 'box', { username: 'x' });
    await closed(box);
    await until(() => list()[0]?.there === false);
  });
});

describe('what they reach', () => {
  it('inv. 11: nothing that one says is a tap, a switch, a report, kept or heard by anybody', async () => {
    await open(loopback);
    const ears = await signIn(fixture, 'machine-laser');
    await ears.subscribeAsync(['officina/v1/machine/+/state', 'officina/v1/gateway/status']);
    const heard = hear(ears);
    const box = await signIn(fixture, 'reader-new', { username: 'x' });
    const own = 'officina/v1/reader/new/tap';
    for (const topic of [own, 'tele/x/SENSOR', 'any'])
      await box.publishAsync(topic, '{"badge":"04a1b2c3d4e580","tap":"b:1","on":true}', {
        qos: 1,
        retain: true,
      });
    expect(said('reader-new').map(({ topic }) => topic)).toEqual([own, 'tele/x/SENSOR', 'any']);
    expect(said('reader-new').every(({ retained }) => retained)).toBe(true);
    fixture.broker.announcer.announce('mill', notice(7));
    await until(() => heard.some(({ topic }) => topic.includes('mill')));
    expect(heard.filter(({ text }) => text.includes('badge'))).toEqual([]);
    const { taps, switchReports, machineReports, readersConnected } = fixture;
    expect([taps, switchReports, machineReports, readersConnected].flat()).toEqual([]);
    expect(fixture.said).toEqual([]);
  });

  it.each(Object.values(topics))('is closed for publishing to %s', async (topic) => {
    await open(loopback);
    const box = await signIn(fixture, 'box', { username: 'x' });
    box.publish(topic, '{}');
    await closed(box);
    expect(said('box')).toEqual([]);
    expect(refused('publish-forbidden')).toBe(1);
  });
});

describe('one that is assigned', () => {
  const credentials = { client: 'reader-new', user: 'reader-new', password: 'its-own-password' };
  const next: Devices = new Map([
    ...devices,
    ['esp-1', { kind: 'stock', client: 'esp-1', user: 'u', password: 'p', parts: [] }],
  ]);

  it('hears its credentials once, at QoS 1, and goes', async () => {
    await open();
    const client = await pair('esp-1', newCode());
    const heard = hear(client);
    await client.subscribeAsync('officina/v1/pairing/esp-1', { qos: 1 });
    await expect(client.subscribeAsync('officina/v1/pairing/esp-2')).rejects.toThrow();
    await expect(client.subscribeAsync('officina/v1/pairing/+')).rejects.toThrow();
    const leaving = fixture.broker.newcomers.take('esp-1');
    expect(fixture.broker.newcomers.take('esp-1')).toBeNull();
    // Described already, it still stays until it is told.
    fixture.broker.setDevices(next);
    expect(list()).toHaveLength(1);
    expect(await leaving?.dismiss(credentials)).toBe(true);
    await closed(client);
    expect(heard).toEqual([
      { topic: 'officina/v1/pairing/esp-1', text: JSON.stringify(credentials), retain: false, qos: 1 },
    ]);
    expect(list()).toEqual([]);
    expect(JSON.stringify(fixture.logged)).not.toContain('its-own-password');
    expect(fixture.broker.newcomers.take('esp-1')).toBeNull();
  });

  it('that does not listen is not told, and a box from an address never is', async () => {
    await open(loopback);
    const deaf = await pair('esp-1', newCode());
    expect(await fixture.broker.newcomers.take('esp-1')?.dismiss(credentials)).toBe(false);
    await closed(deaf);
    const box = await signIn(fixture, 'box', { username: 'x' });
    const heard = hear(box);
    expect(await fixture.broker.newcomers.take('box')?.dismiss(credentials)).toBe(false);
    await closed(box);
    expect([heard, list()]).toEqual([[], []]);
  });

  it('stays on the list when nothing came of it', async () => {
    await open();
    const client = await pair('esp-1', newCode());
    fixture.broker.newcomers.take('esp-1')?.putBack();
    expect(client.connected).toBe(true);
    expect(fixture.broker.newcomers.take('esp-1')).not.toBeNull();
  });

  it('leaves the list, and is closed, when somebody described it in the file', async () => {
    await open();
    const client = await pair('esp-1', newCode());
    fixture.broker.setDevices(next);
    await closed(client);
    expect(list()).toEqual([]);
  });

  it('whoever looks hears of each change of the list', async () => {
    await open();
    let changes = 0;
    const stop = fixture.broker.newcomers.onChange(() => void changes++);
    const client = await pair('esp-1', newCode());
    expect(changes).toBe(1);
    await client.publishAsync('t', 'x', { qos: 1 });
    expect(changes).toBe(2);
    stop();
    await client.publishAsync('t', 'x', { qos: 1 });
    expect(changes).toBe(2);
  });
});
