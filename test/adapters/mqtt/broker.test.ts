// Switches, machines, announcements and the port itself, with real clients.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closed, type Fixture, hear, notice, signIn, startFixture, topics, until } from './broker-fixture.ts';

let fixture: Fixture;

beforeEach(async () => {
  fixture = await startFixture();
});
afterEach(() => fixture.close());

const refusals = (reason: string) => fixture.counted('mqtt_refused_total', reason);

const { plugSet, plugState, laserReport } = topics;

describe('switches', () => {
  const on = { switch: 'plug', on: true, leaseS: 60, n: 17 };
  const gone = { switch: 'plug', on: null, powerW: null, energyWh: null };

  it('are told at QoS 0, unretained, and only while they listen', async () => {
    expect(await fixture.broker.switches.set(on)).toBe(false);
    const client = await signIn(fixture, 'switch-plug');
    expect(await fixture.broker.switches.set(on)).toBe(false);
    const heard = hear(client);
    await client.subscribeAsync(plugSet, { qos: 1 });
    expect(await fixture.broker.switches.set(on)).toBe(true);
    expect(await fixture.broker.switches.set({ ...on, on: false, n: 18 })).toBe(true);
    await until(() => heard.length === 2);
    expect(heard).toEqual([
      { topic: plugSet, text: '{"on":true,"lease_s":60,"n":17}', retain: false, qos: 0 },
      { topic: plugSet, text: '{"on":false,"n":18}', retain: false, qos: 0 },
    ]);
    await client.unsubscribeAsync(plugSet);
    expect(await fixture.broker.switches.set(on)).toBe(false);
    await client.endAsync();
    expect(await fixture.broker.switches.set(on)).toBe(false);
  });

  it('inv. 7: are unknown when they begin to listen and when they go; their reports stand in between', async () => {
    const client = await signIn(fixture, 'switch-plug');
    await client.subscribeAsync(plugSet);
    await client.subscribeAsync(plugSet);
    await client.publishAsync(plugState, '{"on":true,"power_w":41.5,"energy_wh":1200}', { qos: 1 });
    await client.publishAsync(plugState, '{"on":false}', { qos: 1 });
    await client.publishAsync(plugState, '{"on":"yes"}', { qos: 1 });
    await client.publishAsync(plugState, '{"on":true,"power_w":1e999}', { qos: 1 });
    client.stream.destroy();
    await until(() => fixture.switchReports.length === 4);
    expect(fixture.switchReports).toEqual([
      gone,
      { switch: 'plug', on: true, powerW: 41.5, energyWh: 1200 },
      { switch: 'plug', on: false, powerW: null, energyWh: null },
      gone,
    ]);
    expect(refusals('payload-malformed')).toBe(2);
  });
});

describe('announcements', () => {
  it('are retained, told when they change, and hold nothing but what the contract lists', async () => {
    const { announcer } = fixture.broker;
    announcer.announce('laser', notice(1));
    announcer.announce('constructor', notice(3));
    const client = await signIn(fixture, 'reader-front');
    const heard = hear(client);
    await client.subscribeAsync(['officina/v1/machine/+/state', 'officina/v1/gateway/status'], { qos: 0 });
    await until(() => heard.length === 3);
    announcer.announce('laser', notice(1));
    announcer.announce('laser', Object.assign(notice(2), { secret: 'badge' }));
    await until(() => heard.length === 4);
    expect(heard.map(({ topic, retain }) => `${topic} ${retain}`).sort()).toEqual([
      'officina/v1/gateway/status true',
      'officina/v1/machine/constructor/state true',
      'officina/v1/machine/laser/state false',
      'officina/v1/machine/laser/state true',
    ]);
    expect(heard.find(({ topic }) => topic === 'officina/v1/gateway/status')?.text).toBe('online');
    const { lockedBy, ...told } = notice(2);
    expect(JSON.parse(heard.at(-1)?.text ?? '')).toEqual({ ...told, locked_by: lockedBy });
  });

  it('say offline before the broker closes', async () => {
    const client = await signIn(fixture, 'reader-front');
    const heard = hear(client);
    await client.subscribeAsync('officina/v1/gateway/status');
    await until(() => heard.length === 1);
    await fixture.broker.close();
    await closed(client);
    expect(heard.map(({ text }) => text)).toEqual(['online', 'offline']);
  });
});

describe('machines', () => {
  it('inv. 7: are lost when their connection ends', async () => {
    const client = await signIn(fixture, 'machine-laser');
    await client.publishAsync(laserReport, '{"activity":"running","laser.power":40,"progress":0.5}', {
      qos: 1,
    });
    client.stream.destroy();
    await until(() => fixture.machineReports.length === 2);
    expect(fixture.machineReports[0]).toMatchObject({
      ...{ machine: 'laser', link: 'up', activity: 'running', seenAgoMs: 0 },
      readings: { 'laser.power': 40, 'program.progress': 0.5 },
    });
    expect(fixture.machineReports[1]).toMatchObject({ link: 'lost', activity: 'unknown', source: 'silence' });
  });

  it('inv. 7: are lost when they fall silent on a connection that stays', async () => {
    await fixture.close();
    fixture = await startFixture({ timing: { silenceMs: 40 } });
    const client = await signIn(fixture, 'machine-laser');
    await client.publishAsync(laserReport, '{"activity":"running"}', { qos: 1 });
    await until(() => fixture.machineReports.length === 2);
    expect(fixture.machineReports[1]).toMatchObject({ link: 'lost', activity: 'unknown', readings: {} });
    expect(fixture.machineReports[1]?.seenAgoMs).toBeGreaterThanOrEqual(40);
    expect(client.connected).toBe(true);
  });
});

describe('the port', () => {
  it('that is taken is named, with a remedy', async () => {
    const taken = fixture.broker.openDoor({ host: '127.0.0.1', port: fixture.port });
    await expect(taken).rejects.toThrow(/port \d+ \(EADDRINUSE\): free that port or choose another/);
  });
});
