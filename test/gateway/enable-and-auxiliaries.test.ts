// The order of acting: power before the permission of the controller, permission away before the power; and what runs
// along, and on for a while.

import { describe, expect, it } from 'vitest';
import type { Machine } from '../../src/domain/machine/workshop.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { guardedWorkshop } from '../fakes/guarded-workshop.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const laserTap = { reader: 'front', badge: sampleBadges.anna };
const hallTap = { reader: 'hall', machine: 'mill', badge: sampleBadges.bruno };
const isOn = (world: World, id: string) => world.switches.get(id).isOn();

const opened = (changed: Partial<Machine> = {}): Promise<World> =>
  openWorld({ workshop: guardedWorkshop({ monitors: {}, ...changed }) });

describe('a machine with an enable', () => {
  /** Orders that say something else than the one before to the same switch. */
  const turns = (world: World) => {
    const orders = world.switches.orders.filter(({ switch: id }) => id === 'enable' || id === 'laser-plug');
    return orders
      .filter((one, at) => orders.slice(0, at).findLast((each) => each.switch === one.switch)?.on !== one.on)
      .map(({ switch: id, on }) => `${id} ${on ? 'on' : 'off'}`);
  };

  it('inv. 9: gets power, then permission; loses permission, then power', async () => {
    const world = await opened({ enable: 'enable' });
    const before = turns(world).length;
    await world.tap(laserTap);
    await world.advance(2_000);
    expect([isOn(world, 'laser-plug'), isOn(world, 'enable')]).toEqual([true, true]);
    await world.tap(laserTap);
    await world.advance(15_000);
    expect(turns(world).slice(before)).toEqual([
      'laser-plug on',
      'enable on',
      'enable off',
      'laser-plug off',
    ]);
    expect(world.gateway.state().sessions.size).toBe(0);
  });

  it('waits five seconds for a permission that is not taken back, then cuts the power', async () => {
    const world = await opened({ enable: 'enable' });
    await world.tap(laserTap);
    await world.advance(2_000);
    world.switches.get('enable').loseOrders(true);
    world.report('laser', 'idle');
    await world.tap(laserTap);
    await world.advance(3_000);
    expect(isOn(world, 'laser-plug')).toBe(true);
    await world.advance(4_000);
    expect(isOn(world, 'laser-plug')).toBe(false);
  });

  it('inv. 8: a permission that went away in a session ends it, and comes back only by a tap', async () => {
    const world = await opened({ enable: 'enable' });
    await world.tap(laserTap);
    await world.advance(2_000);
    world.switches.get('enable').press();
    await world.advance(20_000);
    expect(isOn(world, 'enable')).toBe(false);
    const ending = world.journal.entries().find(({ type }) => type === 'session-ending');
    expect(ending?.data).toMatchObject({ cause: 'outage' });
  });
});

describe('an auxiliary', () => {
  it('runs with any of its machines, and on after the last as long as any of them wants', async () => {
    const world = await opened();
    await world.tap(laserTap);
    await world.advance(1_000);
    await world.tap(hallTap);
    await world.advance(1_000);
    expect(isOn(world, 'fan')).toBe(true);
    await world.tap(laserTap);
    await world.advance(120_000);
    expect(isOn(world, 'laser-plug')).toBe(false);
    expect(isOn(world, 'fan')).toBe(true);
    world.report('mill', 'idle');
    await world.tap(hallTap);
    await world.advance(30_000);
    expect(isOn(world, 'mill-plug')).toBe(false);
    expect(isOn(world, 'fan')).toBe(true);
    await world.advance(30_000);
    expect(isOn(world, 'fan')).toBe(false);
    await world.advance(60_000);
    expect(isOn(world, 'fan')).toBe(false);
  });

  it('runs on anew after a restart, once', async () => {
    const world = await opened();
    await world.tap(laserTap);
    await world.advance(2_000);
    world.report('laser', 'idle');
    await world.tap(laserTap);
    await world.advance(20_000);
    await world.crash();
    await world.restart();
    await world.advance(40_000);
    expect(isOn(world, 'fan')).toBe(true);
    await world.advance(10_000);
    expect(isOn(world, 'fan')).toBe(false);
    await world.crash();
    await world.restart();
    await world.advance(5_000);
    expect(isOn(world, 'fan')).toBe(false);
  });

  it('outlives the lease of its machine when the gateway dies', async () => {
    const world = await opened();
    await world.tap(laserTap);
    await world.advance(2_000);
    await world.crash();
    await world.advance(70_000);
    expect(isOn(world, 'laser-plug')).toBe(false);
    expect(isOn(world, 'fan')).toBe(true);
    await world.advance(900_000);
    expect(isOn(world, 'fan')).toBe(false);
  });
});

describe('neverCutWhileHot', () => {
  const hot = { readings: { 'temperature.hotend0.actual': 400 } };

  it.each(['second-tap', 'steward'] as const)(
    'inv. 9: after %s waits for what is hot without a limit',
    async (how) => {
      const world = await opened({ coolBelowC: 50, neverCutWhileHot: true });
      await world.tap(laserTap);
      await world.settle();
      world.report('laser', 'idle', hot);
      await world.settle();
      if (how === 'steward') await world.gateway.endSession({ machine: 'laser', by: 'x', steward: true });
      else await world.tap(laserTap);
      for (let hour = 0; hour < 3; hour++) {
        world.report('laser', 'idle', hot);
        await world.advance(3_600_000 / 4);
        expect(isOn(world, 'laser-plug')).toBe(true);
      }
      world.report('laser', 'idle', { readings: { 'temperature.hotend0.actual': 30 } });
      await world.advance(1_000);
      expect(isOn(world, 'laser-plug')).toBe(false);
    },
  );
});
