// What switches say of themselves.

import { expect, it } from 'vitest';
import type { Change } from '../../src/gateway/gateway.ts';
import { openWorld } from '../fakes/fake-world.ts';

const saying = (id: string, on: boolean | null) => ({ switch: id, on, powerW: null, energyWh: null });

it('is written when it changed, and announced with its machine', async () => {
  const world = await openWorld();
  const before = world.journal.entries().length;
  for (const on of [true, true, null, null, false, false])
    world.gateway.reportSwitch(saying('laser-plug', on));
  await world.settle();
  const entries = world.journal.entries().slice(before);
  const changes = entries.filter(({ type }) => type === 'switch-changed');
  expect(changes.map(({ data }) => 'on' in data && data.on)).toEqual([true, null, false]);
  expect(world.announced.get('laser')?.interlock).toBe('engaged');
  world.gateway.reportSwitch(saying('laser-plug', true));
  await world.settle();
  expect(world.announced.get('laser')?.interlock).toBe('failed');
});

it('of a switch that is not described changes nothing', async () => {
  const world = await openWorld();
  const before = world.journal.entries().length;
  for (const id of ['garage', '__proto__', 'constructor']) world.gateway.reportSwitch(saying(id, true));
  await world.settle();
  expect(world.journal.entries()).toHaveLength(before);
});

it('measures for the machine that it feeds', async () => {
  const world = await openWorld();
  const told: Change[] = [];
  world.gateway.listen((change) => told.push(change));
  world.gateway.reportSwitch({ switch: 'saw-plug', on: false, powerW: 812, energyWh: 55 });
  expect(told.filter(({ kind }) => kind === 'reading')).toMatchObject([
    { machine: 'saw', readings: { 'electric.power': 812, 'electric.energy': 55 } },
  ]);
});

it('could not be written once: it is written later', async () => {
  const world = await openWorld();
  world.gate.setFull(true);
  world.gateway.reportSwitch(saying('laser-plug', true));
  await world.advance(1_000);
  expect(world.gateway.state().switches.get('laser-plug')?.on).toBe(false);
  world.gate.setFull(false);
  await world.advance(1_000);
  expect(world.gateway.state().switches.get('laser-plug')?.on).toBe(true);
});
