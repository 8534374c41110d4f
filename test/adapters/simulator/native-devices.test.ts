// The simulated native devices against the real broker, over real sockets, with their own time turned by hand.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { simulateMqttMachine } from '../../../src/adapters/simulator/mqtt-machine.ts';
import { simulateReader } from '../../../src/adapters/simulator/native-reader.ts';
import { type SimulatedSwitch, simulateSwitch } from '../../../src/adapters/simulator/native-switch.ts';
import { JournalFault } from '../../../src/gateway/ports.ts';
import { devices, type Fixture, granted, secret, startFixture } from '../mqtt/broker-fixture.ts';
import { type HandTime, handTurned } from './hand-time.ts';

let fixture: Fixture;
let opened: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  fixture = await startFixture();
});
afterEach(async () => {
  await Promise.all(opened.map((device) => device.close()));
  opened = [];
  await fixture.close();
});

const until = (condition: () => boolean) => vi.waitUntil(condition, { timeout: 5000, interval: 5 });
const login = () => ({ url: fixture.url, password: secret });

function keep<Device extends { close(): Promise<void> }>(device: Device): Device {
  opened.push(device);
  return device;
}

describe('simulated reader', () => {
  it('taps and hears its answer', async () => {
    fixture.onTap = async ({ tap }) => {
      queueMicrotask(() => void fixture.broker.readers.answer('front', granted(tap)));
      return granted(tap);
    };
    const reader = keep(simulateReader({ ...login(), reader: 'front', boot: 'b1' }));
    await reader.ready();
    expect(await reader.tap('04a1')).toMatchObject({ tap: 'b1:1', outcome: 'granted', machine: 'laser' });
    expect(await reader.tap('04a1', 'mill')).toMatchObject({ tap: 'b1:2' });
    expect(fixture.taps.map(({ machine }) => machine)).toEqual([null, 'mill']);
  });

  it('sends an unacknowledged tap again under the same number when it is connected again', async () => {
    const never = Promise.withResolvers<never>();
    fixture.onTap = () => never.promise;
    const reader = keep(simulateReader({ ...login(), reader: 'front', boot: 'b1' }));
    await reader.ready();
    const answer = reader.tap('04a1');
    await until(() => fixture.taps.length === 1);
    fixture.onTap = async ({ tap }) => granted(tap);
    const before = fixture.readersConnected.length;
    never.reject(new Error('the journal is gone'));
    const refused = await answer;
    expect(refused).toMatchObject({ tap: 'b1:1', outcome: 'refused', code: 'journal-broken' });
    await until(() => fixture.readersConnected.length > before);
    // It was answered, so it is not sent again: the person has been told no and may have left.
    expect(fixture.taps).toHaveLength(1);

    fixture.onTap = () => {
      fixture.broker.setDevices(new Map());
      return Promise.reject(new JournalFault('journal-broken', 'and nobody can be told'));
    };
    const second = reader.tap('04a1');
    await until(() => fixture.taps.length === 2);
    fixture.onTap = async ({ tap }) => granted(tap);
    const connected = fixture.readersConnected.length;
    fixture.broker.setDevices(devices);
    await until(() => fixture.taps.length === 3 && fixture.readersConnected.length > connected);
    expect(fixture.taps.map(({ tap }) => tap)).toEqual(['b1:1', 'b1:2', 'b1:2']);
    await fixture.broker.readers.answer('front', granted('b1:2'));
    expect(await second).toMatchObject({ outcome: 'granted' });
  });

  it('keeps trying while it is refused', async () => {
    fixture.broker.setDevices(new Map());
    const reader = keep(simulateReader({ ...login(), reader: 'front' }));
    await until(() => fixture.counted('mqtt_refused_total', 'credentials') === 2);
    fixture.broker.setDevices(devices);
    await reader.ready();
  });

  it('gives a tap up when the person has no more patience, and does not send it later', async () => {
    const time = handTurned();
    const reader = keep(simulateReader({ ...login(), reader: 'front', boot: 'b1', patienceMs: 3000, time }));
    await reader.ready();
    const answer = reader.tap('04a1');
    const rejected = expect(answer).rejects.toThrow('got no answer to tap b1:1');
    await until(() => fixture.taps.length === 1);
    time.turn(3000);
    await rejected;
  });

  it('may be made to send the same tap twice', async () => {
    const reader = keep(simulateReader({ ...login(), reader: 'front' }));
    await reader.ready();
    await reader.sendTap({ badge: '04a1', tap: 'x:1' });
    await reader.sendTap({ badge: '04a1', tap: 'x:1' });
    expect(fixture.taps.map(({ tap }) => tap)).toEqual(['x:1', 'x:1']);
  });
});

describe('simulated switch', () => {
  const lastOn = () => fixture.switchReports.at(-1)?.on;
  const order = (on: boolean, n: number, leaseS = 60) =>
    fixture.broker.switches.set({ switch: 'plug', on, leaseS, n });
  let time: HandTime;
  let plug: SimulatedSwitch;

  beforeEach(async () => {
    time = handTurned();
    plug = keep(simulateSwitch({ ...login(), switch: 'plug', time, powerW: () => 360 }));
    await plug.ready();
    await until(() => lastOn() === false);
  });

  it('obeys, and says what it is and draws', async () => {
    expect(await order(true, 1)).toBe(true);
    await until(() => lastOn() === true);
    expect(plug.isOn()).toBe(true);
    time.turn(10_000);
    await until(() => fixture.switchReports.at(-1)?.energyWh === 1);
    expect(fixture.switchReports.at(-1)?.powerW).toBe(360);
    await order(false, 2);
    await until(() => lastOn() === false);
    expect(fixture.switchReports.at(-1)?.powerW).toBe(0);
  });

  it('inv. 1: turns itself off when nobody renews its lease, and stays on while someone does', async () => {
    await order(true, 1);
    await until(() => plug.isOn());
    time.turn(59_999);
    await order(true, 2);
    await until(() => time.dueMs().includes(59_999 + 60_000));
    time.turn(59_999);
    expect(plug.isOn()).toBe(true);
    time.turn(1);
    expect(plug.isOn()).toBe(false);
    await until(() => lastOn() === false);
  });

  it('turns off by its lease when its network is gone', async () => {
    await order(true, 1);
    await until(() => plug.isOn());
    plug.vanish();
    await until(() => lastOn() === null);
    expect(plug.isOn()).toBe(true);
    time.turn(60_000);
    expect(plug.isOn()).toBe(false);
  });

  it('ignores an order whose number does not grow', async () => {
    await order(true, 7);
    await until(() => plug.isOn());
    const seen: boolean[] = [];
    plug.onChange((on) => seen.push(on));
    for (const n of [7, 6]) await order(false, n);
    await order(true, 8, 30);
    await until(() => time.dueMs().includes(30_000));
    expect(seen).toEqual([]);
    await order(false, 9);
    await until(() => !plug.isOn());
    expect(seen).toEqual([false]);
  });

  it('welded shut it stays on and says so; silent it says nothing', async () => {
    await order(true, 1);
    await until(() => lastOn() === true);
    plug.stick(true);
    await order(false, 2);
    time.turn(10_000);
    await until(() => fixture.switchReports.length >= 4);
    expect(plug.isOn()).toBe(true);
    expect(lastOn()).toBe(true);
    plug.goSilent();
    const before = fixture.switchReports.length;
    plug.stick(null);
    time.turn(60_000);
    expect(fixture.switchReports).toHaveLength(before);
    expect(plug.isOn()).toBe(false);
  });
});

describe('simulated machine', () => {
  it('reports at once, again at each interval, and is lost when it vanishes', async () => {
    const time = handTurned();
    const laser = keep(simulateMqttMachine({ ...login(), machine: 'laser', time, everyMs: 1000 }));
    await laser.ready();
    await until(() => fixture.machineReports.length === 1);
    laser.report({ activity: 'running', job: 'j1', progress: 0.25, 'laser.power': 40 });
    await until(() => fixture.machineReports.length === 2);
    expect(fixture.machineReports[1]).toMatchObject({
      ...{ activity: 'running', job: { event: 'started' } },
      readings: { 'program.progress': 0.25, 'laser.power': 40 },
    });
    time.turn(1000);
    await until(() => fixture.machineReports.length === 3);
    expect(fixture.machineReports[2]).toMatchObject({ activity: 'running', job: null });
    laser.vanish();
    await until(() => fixture.machineReports.length === 4);
    expect(fixture.machineReports[3]).toMatchObject({ link: 'lost', activity: 'unknown' });
  });
});
