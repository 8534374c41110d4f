// Starting again: after a stop, after a crash at any point of a session; the segment before ends at the last sign of life.

import { describe, expect, it } from 'vitest';
import { recover } from '../../src/gateway/recover.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { replayed } from '../fakes/replay.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const laserTap = { reader: 'front', badge: sampleBadges.anna };
const session = (world: World) => world.gateway.state().sessions.get('laser');
const plug = (world: World) => world.switches.get('laser-plug');
const segments = (world: World) =>
  world.journal.entries().flatMap((entry) => (entry.type === 'segment-closed' ? [entry.data] : []));

async function runningFor(ms: number): Promise<World> {
  const world = await openWorld();
  await world.tap(laserTap);
  await world.settle();
  world.report('laser', 'running', { job: { event: 'started' } });
  await world.advance(ms);
  return world;
}

async function down(world: World, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 500) {
    world.clock.advance(500);
    world.switches.turn();
  }
  await world.restart();
}

describe('a restart', () => {
  it('inv. 4: in mid-session bills up to the last sign of life and records the gap', async () => {
    const world = await runningFor(62_000);
    await world.crash();
    await down(world, 40_000);
    expect(session(world)).toMatchObject({ phase: 'active', powerUnsure: false });
    expect(plug(world).isOn()).toBe(true);
    const [first] = segments(world);
    expect(first).toMatchObject({ why: 'restart', index: 0 });
    expect(first?.clocks.operatingMs).toBeLessThanOrEqual(62_000);
    expect(first?.clocks.operatingMs).toBeGreaterThanOrEqual(57_000);
    world.report('laser', 'running');
    await world.advance(10_000);
    await world.tap(laserTap);
    const second = segments(world)[1];
    expect(second).toMatchObject({ why: 'ending', index: 1, clocks: { operatingMs: 10_000 } });
    const total = 62_000 + 40_000 + 10_000;
    const accounted = (first?.clocks.loadedMs ?? 0) + 10_000 + (second?.gapMs ?? 0);
    expect(accounted).toBe(total);
  });

  it('inv. 8: after which the switch is dark ends the session; power does not come back by itself', async () => {
    const world = await runningFor(10_000);
    world.report('laser', 'idle', { job: { event: 'ended', result: 'completed' } });
    await world.advance(1_000);
    await world.crash();
    await down(world, 120_000);
    expect(plug(world).isOn()).toBe(false);
    await world.advance(60_000);
    expect(plug(world).isOn()).toBe(false);
    expect(session(world)).toBeUndefined();
    const ending = world.journal.entries().find(({ type }) => type === 'session-ending');
    expect(ending?.data).toMatchObject({ cause: 'outage' });
  });

  it('inv. 8: while a switch is silent after it, it is told neither on nor off', async () => {
    const world = await runningFor(10_000);
    plug(world).disconnect();
    await world.settle();
    await world.crash();
    const before = world.switches.orders.length;
    world.clock.advance(1_000);
    await world.restart();
    await world.advance(60_000);
    const since = world.switches.orders.slice(before).filter((order) => order.switch === 'laser-plug');
    expect(since.filter(({ there }) => there)).toEqual([]);
    expect(session(world)).toMatchObject({ phase: 'active', powerUnsure: true });
    expect((await world.tap(laserTap)).outcome).toBe('ended');
  });

  it('while a job finishes lets it finish', async () => {
    const world = await runningFor(10_000);
    await world.tap(laserTap);
    await world.advance(5_000);
    await world.crash();
    await down(world, 5_000);
    expect(session(world)?.phase).toBe('finishing');
    await world.advance(60_000);
    expect(plug(world).isOn()).toBe(true);
    world.report('laser', 'running');
    await world.advance(60_000);
    world.report('laser', 'idle', { job: { event: 'ended', result: 'completed' } });
    await world.advance(1_000);
    expect(session(world)).toBeUndefined();
    expect(plug(world).isOn()).toBe(false);
    expect(segments(world)).toHaveLength(1);
  });

  it('while power is to go sees to it that it goes', async () => {
    const world = await runningFor(10_000);
    world.report('laser', 'idle', { job: { event: 'ended', result: 'completed' } });
    await world.settle();
    plug(world).loseOrders(true);
    await world.tap(laserTap);
    await world.advance(1_000);
    expect(session(world)?.phase).toBe('darkening');
    await world.crash();
    plug(world).loseOrders(false);
    expect(plug(world).isOn()).toBe(true);
    await down(world, 1_000);
    await world.advance(1_000);
    expect(plug(world).isOn()).toBe(false);
    expect(session(world)).toBeUndefined();
  });

  it('inv. 1: between the fsync and its answer has the session, and no power without a tap', async () => {
    const world = await openWorld();
    world.gate.hold();
    void world.tap(laserTap);
    await world.crash(1);
    await down(world, 1_000);
    expect(session(world)?.phase).toBe('active');
    await world.advance(15_000);
    expect(world.switches.orders.filter(({ on }) => on)).toEqual([]);
    expect(session(world)).toBeUndefined();
    expect((await world.tap(laserTap)).outcome).toBe('granted');
  });

  it('before the fsync has nothing', async () => {
    const world = await openWorld();
    world.gate.hold();
    void world.tap(laserTap);
    await world.crash(0);
    await down(world, 1_000);
    expect(session(world)).toBeUndefined();
    expect((await world.tap(laserTap)).outcome).toBe('granted');
  });

  it('inv. 3: from the snapshot of a stop gives the state of a full replay', async () => {
    const world = await runningFor(30_000);
    await world.gateway.stop();
    await world.crash();
    const { state, replayed: count } = await recover(world.journal, 'test');
    expect(count).toBe(0);
    expect(state).toEqual(replayed(world.journal.entries()));
    const other = await recover(world.journal, 'another reducer');
    expect(other.replayed).toBe(world.journal.entries().length);
    expect(other.state).toEqual(state);
    await down(world, 500);
    expect(world.gateway.state()).toEqual(replayed(world.journal.entries()));
  });
});
