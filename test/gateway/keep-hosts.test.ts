// Whether a host that shares a controller may work: a level that follows what is durable, told until it is taken.

import { describe, expect, it } from 'vitest';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const laserTap = { reader: 'front', badge: sampleBadges.anna };

/** The levels that the laser was told, and a link that can be away. */
function watch(world: World) {
  const told: boolean[] = [];
  const link = { isThere: true };
  world.controllers.allow = (machine, isOpen) => {
    if (machine === 'laser' && link.isThere) told.push(isOpen);
    return link.isThere;
  };
  return { told, link };
}

describe('the host beside the gateway', () => {
  it('inv. 1 and 8: may work once the session is durable, and not any more when access is being ended', async () => {
    const world = await openWorld();
    const { told } = watch(world);
    await world.advance(1000);
    expect(told).toEqual([false]);
    await world.tap(laserTap);
    await world.settle();
    expect(told).toEqual([false, true]);
    world.report('laser', 'idle');
    await world.advance(10_000);
    world.controllers.setOutcome('wait');
    await world.tap(laserTap);
    await world.advance(3000);
    // Before the controller was asked, and without waiting for its answer.
    expect(world.controllers.asked.length).toBe(1);
    expect(told).toEqual([false, true, false]);
  });

  it('inv. 9: may finish its job after the tap that ends the session', async () => {
    const world = await openWorld();
    const { told } = watch(world);
    await world.tap(laserTap);
    await world.settle();
    world.report('laser', 'running', { job: { event: 'started' } });
    await world.advance(60_000);
    await world.tap(laserTap);
    await world.advance(60_000);
    expect(told).toEqual([true]);
    world.report('laser', 'idle', { job: { event: 'ended', result: 'completed' } });
    await world.advance(10_000);
    expect(told).toEqual([true, false]);
  });

  it('is told anew until a link takes it', async () => {
    const world = await openWorld();
    const { told, link } = watch(world);
    link.isThere = false;
    await world.tap(laserTap);
    await world.advance(5000);
    expect(told).toEqual([]);
    link.isThere = true;
    await world.advance(1000);
    expect(told).toEqual([true]);
  });

  it('inv. 6: a refused badge changes nothing for it', async () => {
    const world = await openWorld();
    const { told } = watch(world);
    await world.tap(laserTap);
    await world.settle();
    await world.tap({ reader: 'front', badge: '00000000' });
    await world.advance(2000);
    expect(told).toEqual([true]);
  });
});
