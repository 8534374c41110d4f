// A machine at the broker whose controller is its switch: orders with a lease on a topic of its own, read back from its
// reports.

import { afterEach, describe, expect, it } from 'vitest';
import type { Devices } from '../../../src/adapters/mqtt/credentials.ts';
import {
  type SimulatedMqttMachine,
  simulateMqttMachine,
} from '../../../src/adapters/simulator/mqtt-machine.ts';
import { createPowerKeeper } from '../../../src/gateway/keep-power.ts';
import { switchesSuite } from '../../ports/switches.suite.ts';
import { until } from '../serial/link-under-test.ts';
import { type Fixture, secret, signIn, startFixture } from './broker-fixture.ts';

const devices: Devices = new Map([
  ['machine-laser', { kind: 'machine', id: 'laser', password: secret, switch: 'laser-enable' }],
  ['machine-mill', { kind: 'machine', id: 'mill', password: secret }],
]);
const topic = 'officina/v1/machine/laser/enable';

let fixture: Fixture;
let machine: SimulatedMqttMachine | null = null;

async function openMachine(enable: 'told' | 'mute' = 'told'): Promise<SimulatedMqttMachine> {
  machine = simulateMqttMachine({
    url: fixture.url,
    password: secret,
    machine: 'laser',
    everyMs: 50,
    enable,
  });
  await machine.ready();
  return machine;
}

const closeAll = async () => {
  await machine?.close().catch(() => undefined);
  machine = null;
  await fixture.close();
};

switchesSuite('a controller at the broker', async () => {
  fixture = await startFixture({ devices });
  await openMachine();
  return {
    switches: fixture.broker.switches,
    id: 'laser-enable',
    reports: fixture.switchReports,
    isOn: () => machine?.isEnabled() ?? false,
    leave: async () => machine?.vanish(),
    comeBack: async () => void (await openMachine()),
    dispose: closeAll,
  };
});

describe('a machine that is its own switch', () => {
  afterEach(closeAll);
  const last = () => fixture.switchReports.at(-1)?.on;
  const set = (on: boolean, n: number) =>
    fixture.broker.switches.set({ switch: 'laser-enable', on, leaseS: 60, n });

  it('inv. 7: stays unknown when its reports do not say whether it may run', async () => {
    fixture = await startFixture({ devices });
    const mute = await openMachine('mute');
    await until(() => fixture.machineReports.length > 2, 'some reports');
    expect(await set(true, 1)).toBe(true);
    await until(() => mute.isEnabled(), 'the order');
    const before = fixture.machineReports.length;
    await until(() => fixture.machineReports.length > before + 2, 'more reports');
    expect(fixture.switchReports.map(({ on }) => on)).toEqual([null]);
    expect(fixture.said.at(-1)).toMatchObject({
      device: { role: 'switch', id: 'laser-enable' },
      there: true,
    });
  });

  it('inv. 7: is unknown again once it has fallen silent', async () => {
    fixture = await startFixture({ devices, timing: { silenceMs: 200 } });
    const told = await openMachine();
    await until(() => last() === false, 'the first report');
    told.goSilent();
    await until(() => last() === null, 'the silence');
  });

  it('gets its order as the contract says, at QoS 0 and not retained, and nobody else may hear it', async () => {
    fixture = await startFixture({ devices });
    const client = await signIn(fixture, 'machine-laser');
    const heard: { text: string; qos: number; retain: boolean }[] = [];
    client.on('message', (_, payload, { qos, retain }) => heard.push({ text: String(payload), qos, retain }));
    expect(await set(true, 16)).toBe(false);
    expect((await client.subscribeAsync(topic, { qos: 1 }))[0]?.qos).not.toBe(128);
    expect(await set(true, 17)).toBe(true);
    expect(await set(false, 18)).toBe(true);
    await until(() => heard.length === 2, 'both orders');
    expect(heard).toEqual([
      { text: '{"on":true,"lease_s":60,"n":17}', qos: 0, retain: false },
      { text: '{"on":false,"n":18}', qos: 0, retain: false },
    ]);
    const other = await signIn(fixture, 'machine-mill');
    await expect(other.subscribeAsync(topic)).rejects.toThrow();
    other.publish(topic, '{"on":true,"lease_s":60,"n":99}');
    await until(() => fixture.counted('mqtt_refused_total', 'publish-forbidden') === 1, 'the refusal');
    expect(heard).toHaveLength(2);
  });

  it('is told again what is owed when it comes back', async () => {
    fixture = await startFixture({ devices });
    const keeper = createPowerKeeper({
      switches: fixture.broker.switches,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      meters: { count: () => undefined },
    });
    let beats = 0;
    const owes = () =>
      keeper.reconcile(owing(last() ?? null), { atMs: Date.now(), monoMs: ++beats * 10_000 });
    owes();
    const told = await openMachine();
    await until(() => fixture.switchReports.length > 0, 'it to listen');
    keeper.heard('laser-enable', null);
    owes();
    await until(() => told.isEnabled() && last() === true, 'the order');
  });
});

/** A state in which somebody holds the laser. */
function owing(on: boolean | null) {
  return {
    workshop: {
      machines: { laser: { switch: 'laser-enable', leaseS: 60, jobLeaseS: 900 } },
      switches: { 'laser-enable': { kind: 'controller' } },
    },
    sessions: new Map([['laser', { phase: 'active' }]]),
    machines: new Map(),
    runOns: new Map(),
    switches: new Map([['laser-enable', { on }]]),
  } as unknown as Parameters<ReturnType<typeof createPowerKeeper>['reconcile']>[0];
}
