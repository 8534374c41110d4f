// A new description is taken over when it differs; a busy machine leaves after its session, not in the middle of it.

import { describe, expect, it } from 'vitest';
import type { Workshop } from '../../src/domain/machine/workshop.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { machineLike, sampleBadges, sampleWorkshop } from '../fakes/sample-workshop.ts';

const laserTap = { reader: 'front', badge: sampleBadges.anna };
const described = (world: World) =>
  world.journal.entries().filter(({ type }) => type === 'workshop-described').length;
const { laser: _, ...others } = sampleWorkshop.machines;
const { 'laser-plug': __, ...otherSwitches } = sampleWorkshop.switches;
const withoutLaser: Workshop = { ...sampleWorkshop, machines: others, switches: otherSwitches };

describe('a description', () => {
  it('that says the same, in whatever order of fields, is not written', async () => {
    const world = await openWorld();
    const { space, tariffs, ...rest } = sampleWorkshop;
    await world.gateway.describe({ tariffs, ...rest, space: { ...space } });
    expect(described(world)).toBe(1);
  });

  it('that says something else is in force at once, and screens hear of it', async () => {
    const world = await openWorld();
    const told: string[] = [];
    world.gateway.listen((change) => told.push(change.kind));
    const press = machineLike({ name: 'Press', reader: 'attic', switch: null, requires: [] });
    await world.gateway.describe({ ...sampleWorkshop, machines: { ...sampleWorkshop.machines, press } });
    expect(described(world)).toBe(2);
    expect(told).toContain('workshop');
    expect((await world.tap({ reader: 'attic', badge: sampleBadges.anna })).machine).toBe('press');
  });

  it('without a machine that is free takes it away at once', async () => {
    const world = await openWorld();
    await world.gateway.describe(withoutLaser);
    expect(Object.keys(world.gateway.state().workshop?.machines ?? {})).not.toContain('laser');
    expect((await world.tap(laserTap)).code).toBe('reader-unassigned');
  });

  it('inv. 9: without a busy machine ends the session as the table says, and the machine leaves after it', async () => {
    const world = await openWorld();
    const plug = world.switches.get('laser-plug');
    await world.tap(laserTap);
    await world.settle();
    world.report('laser', 'running', { job: { event: 'started' } });
    await world.advance(10_000);
    await world.gateway.describe(withoutLaser);
    expect(world.gateway.state().sessions.get('laser')).toMatchObject({
      phase: 'finishing',
      cause: 'detached',
    });
    expect((await world.tap(laserTap)).code).toBe('reader-unassigned');
    await world.advance(300_000);
    expect(plug.isOn()).toBe(true);
    expect(world.controllers.asked).toEqual([]);
    world.report('laser', 'idle', { job: { event: 'ended', result: 'completed' } });
    await world.advance(2_000);
    expect(world.controllers.asked).toHaveLength(1);
    expect(plug.isOn()).toBe(false);
    expect(world.gateway.state().sessions.size).toBe(0);
    expect(world.gateway.state().workshop).toEqual(withoutLaser);
  });

  it('inv. 9: that was changed while the gateway was down ends a busy machine in the same way', async () => {
    const world = await openWorld();
    await world.tap(laserTap);
    await world.settle();
    world.report('laser', 'running', { job: { event: 'started' } });
    await world.advance(10_000);
    await world.crash();
    world.clock.advance(5_000);
    await world.restart({ workshop: withoutLaser });
    expect(world.switches.get('laser-plug').isOn()).toBe(true);
    world.report('laser', 'idle', { job: { event: 'ended', result: 'completed' } });
    await world.advance(2_000);
    expect(world.switches.get('laser-plug').isOn()).toBe(false);
    expect(world.gateway.state().workshop).toEqual(withoutLaser);
  });

  it('that brings a machine back while it is leaving keeps it', async () => {
    const world = await openWorld();
    await world.tap(laserTap);
    world.report('laser', 'running', { job: { event: 'started' } });
    await world.gateway.describe(withoutLaser);
    await world.gateway.describe(sampleWorkshop);
    world.report('laser', 'idle', { job: { event: 'ended', result: 'completed' } });
    await world.advance(5_000);
    expect(world.gateway.state().workshop).toEqual(sampleWorkshop);
    expect((await world.tap(laserTap)).outcome).toBe('granted');
  });
});
