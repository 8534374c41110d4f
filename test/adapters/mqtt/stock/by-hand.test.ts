// Boxes of other makes whose button somebody presses, at the real broker and the real gateway: each tells it in its own
// words, the alarm is raised, and the power goes off.

import { afterEach, expect, it } from 'vitest';
import { simulateEsphome } from '../../../../src/adapters/simulator/stock/esphome.ts';
import { simulateZigbee2mqtt } from '../../../../src/adapters/simulator/stock/zigbee2mqtt.ts';
import { openWorld, type World } from '../../../fakes/fake-world.ts';
import { machineLike, sampleWorkshop } from '../../../fakes/sample-workshop.ts';
import { handTurned } from '../../simulator/hand-time.ts';
import { startFixture, until } from '../broker-fixture.ts';
import { boxes, devicesOf, signInOf } from './boxes.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Box = { ready(): Promise<void>; press(): void; isOn(): boolean; close(): Promise<void> };

const plugs = { 'oven plug': { powerOnBehavior: 'off' }, 'hall/fan': { powerOnBehavior: 'off' } } as const;

const makes: Readonly<
  Record<string, { id: string; account: typeof boxes.esphome; open: (url: string) => Box }>
> = {
  esphome: {
    id: 'saw-relay',
    account: boxes.esphome,
    open: (url) =>
      simulateEsphome({ ...signInOf(boxes.esphome, url), prefix: 'saw', relay: 'relay', time: handTurned() }),
  },
  zigbee2mqtt: {
    id: 'oven',
    account: boxes.zigbee,
    open(url) {
      const bridge = simulateZigbee2mqtt({ ...signInOf(boxes.zigbee, url), plugs, time: handTurned() });
      const { ready, close } = bridge;
      const isOn = () => bridge.isOn('oven plug');
      return { ready, close, isOn, press: () => bridge.press('oven plug') };
    },
  },
};

it.each(Object.keys(makes))('a button of %s is told at once, and its power goes off', async (kind) => {
  const make = makes[kind];
  if (!make) throw new Error(kind);
  const { id, account, open } = make;
  const fixture = await startFixture({ devices: devicesOf(account) });
  closing.push(fixture.close);
  const machine = machineLike({ name: 'Machine', switch: id, requires: [], link: 'none' });
  const workshop = {
    ...sampleWorkshop,
    ...{ machines: { machine }, switches: { [id]: { kind } }, order: ['machine'] },
  };
  const world = await openWorld({ workshop, members: [], outerSwitches: fixture.broker.switches });
  fixture.onSwitch = (report) => {
    if (report.switch === id) world.gateway.reportSwitch(report);
  };
  const box = open(fixture.url);
  closing.push(box.close);
  await box.ready();
  const truths = () => world.gateway.devices().find((one) => one.id === id)?.truths;
  await until(() => truths()?.acknowledged?.on === false);
  await world.advance(5_000);
  expect(alarms(world)).toEqual([]);
  box.press();
  await until(() => alarms(world).includes('switch-by-hand'));
  await until(() => !box.isOn());
});

const alarms = (world: World): readonly string[] =>
  [...world.gateway.state().alarms.values()].map(({ code }) => code);
