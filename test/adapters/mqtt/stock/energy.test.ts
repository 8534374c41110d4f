// Meters of stock switches through the real broker and the real gateway: whatever their total does in mid-session, the
// closed segment and its point say what was drawn, and how well that is known.

import { afterEach, describe, expect, it } from 'vitest';
import type { StockAccount } from '../../../../src/adapters/mqtt/credentials.ts';
import { simulateShellyGen1 } from '../../../../src/adapters/simulator/stock/shelly-gen1.ts';
import { simulateShellyGen2 } from '../../../../src/adapters/simulator/stock/shelly-gen2.ts';
import type { StockMeter } from '../../../../src/adapters/simulator/stock/stock-meter.ts';
import { simulateTasmota } from '../../../../src/adapters/simulator/stock/tasmota.ts';
import { simulateZigbee2mqtt } from '../../../../src/adapters/simulator/stock/zigbee2mqtt.ts';
import { emptyDiaryContext } from '../../../../src/domain/diary/diary-context.ts';
import { pointsOf } from '../../../../src/domain/diary/points-of.ts';
import { openWorld, type World } from '../../../fakes/fake-world.ts';
import { sampleBadges } from '../../../fakes/sample-workshop.ts';
import { type HandTime, handTurned } from '../../simulator/hand-time.ts';
import { type Fixture, startFixture, until } from '../broker-fixture.ts';
import { boxes, devicesOf, shellyGen1At, signInOf } from './boxes.ts';

type Plug = { readonly id: string; readonly meter: StockMeter; tell(): void };

let fixture: Fixture;
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await fixture.close();
});

async function broker(account: StockAccount): Promise<ReturnType<typeof signInOf>> {
  fixture = await startFixture({ devices: devicesOf(account) });
  return signInOf(account, fixture.url);
}

async function here<Box extends { ready(): Promise<void>; close(): Promise<void> }>(box: Box): Promise<Box> {
  closing.push(box.close);
  await box.ready();
  return box;
}

const kinds: Readonly<Record<string, (time: HandTime) => Promise<Plug>>> = {
  async tasmota(time) {
    const plug = await here(simulateTasmota({ ...(await broker(boxes.tasmota)), topic: 'lathe', time }));
    return { id: 'lathe-relay', meter: plug.meter, tell: plug.tellEnergy };
  },
  async 'shelly-gen1'(time) {
    const { client, user, password } = shellyGen1At('');
    const plug = await simulateShellyGen1({
      ...{ client, user, password, time, prefix: 'shellies/drill' },
      get url() {
        return fixture.url;
      },
    });
    closing.push(plug.close);
    await broker(shellyGen1At(plug.host));
    await plug.connect();
    return { id: 'drill', meter: plug.meter, tell: plug.tellEnergy };
  },
  async 'shelly-gen2'(time) {
    const sign = await broker(boxes.shellyGen2);
    const plug = await here(simulateShellyGen2({ ...sign, prefix: 'shellyplus-1', time }));
    const tell = (): void => {
      plug.draw(plug.meter.powerW());
      plug.tellEnergy();
    };
    return { id: 'press', meter: plug.meter, tell };
  },
  async zigbee2mqtt(time) {
    const sign = await broker(boxes.zigbee);
    const plugs = {
      'oven plug': { powerOnBehavior: 'off' },
      'hall/fan': { powerOnBehavior: 'off' },
    } as const;
    const bridge = await here(simulateZigbee2mqtt({ ...sign, plugs, time }));
    return {
      id: 'oven',
      meter: bridge.meterOf('oven plug'),
      tell: () => bridge.tellEnergy('oven plug'),
    };
  },
};

/** 20 Wh a minute. */
const powerW = 1_200;
const sawTap = { reader: 'hall', machine: 'saw', badge: sampleBadges.anna };

/** Ten minutes at the saw, whose switch is that plug; `fail` happens in the middle of the sixth. */
async function tenMinutes(kind: string, fail: (meter: StockMeter) => void): Promise<World> {
  const time = handTurned();
  const plug = await kinds[kind]?.(time);
  if (!plug) throw new Error(`no kind ${kind}`);
  const world = await openWorld();
  world.switches.get('saw-plug').disconnect();
  let taken = 0;
  const deliver = (): void => {
    for (const report of fixture.switchReports.slice(taken))
      if (report.switch === plug.id) world.gateway.reportSwitch({ ...report, switch: 'saw-plug' });
    taken = fixture.switchReports.length;
  };
  const told = async (): Promise<void> => {
    const wants = plug.meter.totalWh() === null ? 'powerW' : 'energyWh';
    const before = fixture.switchReports.length;
    plug.tell();
    await until(() => fixture.switchReports.slice(before).some((report) => report[wants] !== null));
    deliver();
  };
  const pass = async (ms: number): Promise<void> => {
    await world.advance(ms);
    time.turn(ms);
  };

  await until(() => fixture.switchReports.some(({ switch: id, on }) => id === plug.id && on === false));
  await world.tap(sawTap);
  await fixture.broker.switches.set({ switch: plug.id, on: true, leaseS: 3_600, n: 1 });
  await until(() => fixture.switchReports.findLast(({ switch: id }) => id === plug.id)?.on === true);
  plug.meter.draw(powerW);
  await told();
  for (let minute = 1; minute <= 10; minute++) {
    await pass(30_000);
    if (minute === 6) fail(plug.meter);
    await pass(30_000);
    await told();
  }
  expect(plug.meter.truthWh()).toBeCloseTo(200, 6);
  await world.tap(sawTap);
  await world.settle();
  return world;
}

const faults: readonly (readonly [
  what: string,
  fail: (meter: StockMeter) => void,
  how: 'metered' | 'partly',
  counted: string | null,
])[] = [
  ['does nothing odd', () => undefined, 'metered', null],
  ['resets at a reboot', (meter) => meter.reboot(), 'partly', 'switch_energy_resets_total'],
  ['stops telling its total', (meter) => meter.setTelling(false), 'partly', null],
  ['steps back', (meter) => meter.jump(-3_000), 'partly', 'switch_energy_refused_total'],
  ['jumps by more than can be', (meter) => meter.jump(9e6), 'partly', 'switch_energy_refused_total'],
];

describe.each(Object.keys(kinds))('the meter of %s', (kind) => {
  it.each(faults)('that %s', async (_, fail, how, counted) => {
    const world = await tenMinutes(kind, fail);
    const entry = world.journal.entries().findLast(({ type }) => type === 'segment-closed');
    if (entry?.type !== 'segment-closed') throw new Error('no segment');
    expect(entry.data.energy).toEqual({ mwh: 200_000, how, unmeasuredMs: 0 });
    const context = emptyDiaryContext();
    const points = world.journal.entries().flatMap((one) => pointsOf(one, context));
    expect(points.find(({ measurement }) => measurement === 'usage')?.fields.energy_mwh).toBe(200_000);
    const odd = [...world.counted].filter(([name]) => name.startsWith('switch_energy_'));
    expect(odd).toEqual(counted === null ? [] : [[counted, 1]]);
  });
});
