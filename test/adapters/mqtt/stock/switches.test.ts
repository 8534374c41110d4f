// Stock switches at the real broker: power is leased in the words of each firmware and ends by itself when the gateway is
// gone; what a switch did not say is unknown; a setting that gives power without us is told with what mends it.

import { afterEach, describe, expect, it } from 'vitest';
import type { StockAccount } from '../../../../src/adapters/mqtt/credentials.ts';
import { simulateEsphome } from '../../../../src/adapters/simulator/stock/esphome.ts';
import { simulateShellyGen1 } from '../../../../src/adapters/simulator/stock/shelly-gen1.ts';
import { simulateShellyGen2 } from '../../../../src/adapters/simulator/stock/shelly-gen2.ts';
import { simulateTasmota } from '../../../../src/adapters/simulator/stock/tasmota.ts';
import { simulateZigbee2mqtt } from '../../../../src/adapters/simulator/stock/zigbee2mqtt.ts';
import { type HandTime, handTurned } from '../../simulator/hand-time.ts';
import { type Fixture, startFixture, until } from '../broker-fixture.ts';
import { boxes, devicesOf, shellyGen1At, signInOf } from './boxes.ts';

let fixture: Fixture;
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await fixture.close();
});

async function open(account: StockAccount): Promise<string> {
  fixture = await startFixture({ devices: devicesOf(account) });
  return fixture.url;
}
async function here<Box extends { ready(): Promise<void>; close(): Promise<void> }>(
  simulated: Box,
): Promise<Box> {
  closing.push(simulated.close);
  await simulated.ready();
  return simulated;
}

type Plug = { isOn(): boolean };
type Opened = { readonly id: string; readonly plug: Plug; readonly time: HandTime };

const kinds: Readonly<Record<string, (time: HandTime, unsafe: boolean) => Promise<Omit<Opened, 'time'>>>> = {
  async tasmota(time, unsafe) {
    const sign = signInOf(boxes.tasmota, await open(boxes.tasmota));
    const powerOnState = unsafe ? 3 : 0;
    return {
      id: 'lathe-relay',
      plug: await here(simulateTasmota({ ...sign, topic: 'lathe', time, powerOnState })),
    };
  },
  async esphome(time) {
    const sign = signInOf(boxes.esphome, await open(boxes.esphome));
    return {
      id: 'saw-relay',
      plug: await here(simulateEsphome({ ...sign, prefix: 'saw', relay: 'relay', time })),
    };
  },
  async 'shelly-gen1'(time, unsafe) {
    const at = {
      client: 'shellyplug-s-A1B2',
      user: 'shellyplug-s-A1B2-user',
      password: 'shellyplug-s-A1B2-key',
    };
    // Its address must be known before the broker is there, and the broker before it signs in.
    const sign = { ...at, prefix: 'shellies/drill', time, url: '' };
    const plug = await simulateShellyGen1({
      ...sign,
      defaultState: unsafe ? 'last' : 'off',
      get url() {
        return fixture.url;
      },
    });
    closing.push(plug.close);
    await open(shellyGen1At(plug.host));
    await plug.connect();
    return { id: 'drill', plug };
  },
  async 'shelly-gen2'(time, unsafe) {
    const sign = signInOf(boxes.shellyGen2, await open(boxes.shellyGen2));
    const initialState = unsafe ? 'restore_last' : 'off';
    const options = { ...sign, prefix: 'shellyplus-1', time, initialState } as const;
    return { id: 'press', plug: await here(simulateShellyGen2(options)) };
  },
  async zigbee2mqtt(time, unsafe) {
    const sign = signInOf(boxes.zigbee, await open(boxes.zigbee));
    const powerOnBehavior = unsafe ? 'previous' : 'off';
    const plugs = { 'oven plug': { powerOnBehavior }, 'hall/fan': { powerOnBehavior: 'off' } } as const;
    const bridge = await here(simulateZigbee2mqtt({ ...sign, plugs, time }));
    return { id: 'oven', plug: { isOn: () => bridge.isOn('oven plug') } };
  },
};

async function opened(kind: string, unsafe = false): Promise<Opened> {
  const time = handTurned();
  const { id, plug } = (await kinds[kind]?.(time, unsafe)) ?? { id: '', plug: { isOn: () => false } };
  await until(() => reported(id)?.on === false);
  return { id, plug, time };
}
const reported = (id: string) => fixture.switchReports.findLast((report) => report.switch === id);
const order = (id: string, on: boolean, n = 1) =>
  fixture.broker.switches.set({ switch: id, on, leaseS: 60, n });

describe.each(Object.keys(kinds))('a stock switch: %s', (kind) => {
  it('goes on with a lease and off by order, and says both', async () => {
    const { id, plug } = await opened(kind);
    expect(await order(id, true)).toBe(true);
    await until(() => plug.isOn() && reported(id)?.on === true);
    expect(await order(id, false, 2)).toBe(true);
    await until(() => !plug.isOn() && reported(id)?.on === false);
  });

  it('goes off by itself when the gateway is gone, and not before its lease is over', async () => {
    const { id, plug, time } = await opened(kind);
    await order(id, true);
    await until(() => plug.isOn());
    time.turn(40_000);
    await order(id, true, 2);
    // The renewal is there once the device has said so again.
    const before = fixture.switchReports.length;
    await until(
      () => time.dueMs().some((atMs) => atMs >= 99_000) || fixture.switchReports.length > before + 5,
    );
    time.turn(59_000);
    expect(plug.isOn()).toBe(true);
    await fixture.broker.close();
    // ESPHome does not even wait: it goes off with its connection.
    if (kind === 'esphome') await until(() => !plug.isOn());
    time.turn(2_000);
    expect(plug.isOn()).toBe(false);
  });

  it('is unknown when it has gone, and is told nothing then', async () => {
    const { id } = await opened(kind);
    for (const close of closing.splice(0)) await close();
    await until(() => reported(id)?.on === null);
    expect(await order(id, true)).toBe(false);
  });
});

describe.each(['tasmota', 'shelly-gen1', 'shelly-gen2', 'zigbee2mqtt'])(
  'what it does without us: %s',
  (kind) => {
    it.each([false, true])('is told, with what mends it when it is unsafe: %s', async (unsafe) => {
      const { id } = await opened(kind, unsafe);
      const setting = () => fixture.said.find((one) => one.device.id === id && one.setting)?.setting;
      await until(() => setting() !== undefined);
      expect(setting()).toMatchObject({ safe: !unsafe, remedy: unsafe ? expect.any(String) : null });
    });
  },
);

describe('a stock switch', () => {
  it('inv. 7: that tells of watts says nothing of its contact, and the other way round', async () => {
    const url = await open(boxes.shellyGen2);
    const plug = await here(
      simulateShellyGen2({ ...signInOf(boxes.shellyGen2, url), prefix: 'shellyplus-1' }),
    );
    await until(() => reported('press')?.on === false);
    await order('press', true);
    await until(() => fixture.switchReports.some(({ on, powerW }) => on === true && powerW === null));
    plug.draw(-3.5);
    await until(() => reported('press')?.powerW === -3.5);
    expect(reported('press')).toEqual({ switch: 'press', on: true, powerW: -3.5, energyWh: null });
  });

  it('that somebody turns on at its own button says so', async () => {
    const url = await open(boxes.tasmota);
    const plug = await here(simulateTasmota({ ...signInOf(boxes.tasmota, url), topic: 'lathe' }));
    await until(() => reported('lathe-relay')?.on === false);
    plug.press();
    await until(() => reported('lathe-relay')?.on === true);
  });

  it('that its bridge has lost is unknown, and the others stay', async () => {
    const url = await open(boxes.zigbee);
    const plugs = {
      'oven plug': { powerOnBehavior: 'off' },
      'hall/fan': { powerOnBehavior: 'off' },
    } as const;
    const bridge = await here(simulateZigbee2mqtt({ ...signInOf(boxes.zigbee, url), plugs }));
    await until(() => reported('oven')?.on === false && reported('fan')?.on === false);
    bridge.setThere('oven plug', false);
    await until(() => reported('oven')?.on === null);
    expect(reported('fan')?.on).toBe(false);
    bridge.setThere('oven plug', true);
    await until(() => reported('oven')?.on === false);
    // What the bridge tells of others is counted and no reason to close.
    expect(fixture.counted('mqtt_ignored_total', 'publish')).toBeGreaterThan(0);
    await order('fan', true);
    await until(() => bridge.isOn('hall/fan'));
    expect(bridge.isOn('oven plug')).toBe(false);
  });

  it('of Shelly Gen1 that does not answer over HTTP was not told, and the next order goes before', async () => {
    const { id, plug } = await opened('shelly-gen1');
    await until(() => fixture.counted('device_http_total', 'answered') >= 2);
    (plug as Awaited<ReturnType<typeof simulateShellyGen1>>).fallSilent();
    const first = order(id, true);
    const asked = () => (plug as Awaited<ReturnType<typeof simulateShellyGen1>>).asked();
    await until(() => asked().some((path) => path.startsWith('/relay/0?turn=on')));
    expect(await order(id, false, 2)).toBe(true);
    expect(await first).toBe(false);
    expect(plug.isOn()).toBe(false);
  });
});
