// Hour meters of a controller through the whole gateway: compared at the moment at which they are told, in sessions and
// outside of them, also before any entry has settled our own hours.

import { describe, expect, it } from 'vitest';
import { driftOf } from '../../src/domain/machine/controller-meter.ts';
import type { Change } from '../../src/gateway/gateway.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const minute = 60_000;

const tell = (world: World, activity: 'running' | 'idle', operationMs: number): void =>
  world.report('laser', activity, { readings: { operationDuration: operationMs } });
const driftMs = (world: World): number | undefined => {
  const meter = world.gateway.controllerMeter('laser');
  return (meter && driftOf(meter))?.driftMs;
};

describe('the meter of a controller', () => {
  it('agrees with ours while both see the machine run, in a session and outside of it', async () => {
    const world = await openWorld();
    tell(world, 'idle', 5_000_000);
    await world.tap({ reader: 'front', machine: 'laser', badge: sampleBadges.anna });
    tell(world, 'running', 5_000_000);
    await world.advance(3 * minute);
    tell(world, 'running', 5_000_000 + 3 * minute);
    expect(driftMs(world)).toBe(0);
    await world.tap({ reader: 'front', machine: 'laser', badge: sampleBadges.anna });
    await world.advance(minute);
    tell(world, 'running', 5_000_000 + 4 * minute);
    expect(driftMs(world)).toBe(0);
    tell(world, 'idle', 5_000_000 + 4 * minute);
    await world.advance(minute);
    tell(world, 'idle', 5_000_000 + 4 * minute);
    expect(driftMs(world)).toBe(0);
  });

  it('inv. 7: is ahead by what we could not see, and screens are told', async () => {
    const world = await openWorld();
    const changes: Change[] = [];
    tell(world, 'running', 0);
    world.gateway.listen((change) => changes.push(change));
    await world.settle();
    const lost = { link: 'lost', confidence: 'stale', source: 'silence' } as const;
    world.report('laser', 'unknown', lost);
    await world.advance(20 * minute);
    tell(world, 'running', 20 * minute);
    const meter = world.gateway.controllerMeter('laser');
    expect(meter && driftOf(meter)).toEqual({ driftMs: -20 * minute, isOff: true });
    expect(changes).toContainEqual({ kind: 'machine', machine: 'laser' });
  });

  it('is not there where the controller tells none', async () => {
    const world = await openWorld();
    world.report('laser', 'idle', { readings: { 'spindle.speed': 0 } });
    expect(world.gateway.controllerMeter('laser')).toBeNull();
  });
});
