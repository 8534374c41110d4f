// Power follows what is durable, is leased, and is repeated until the switch agrees.

import { describe, expect, it } from 'vitest';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const { anna } = sampleBadges;
const laserTap = { reader: 'front', badge: anna };
const ordersTo = (world: World, id: string) => world.switches.orders.filter((order) => order.switch === id);
const onOrders = (world: World) => ordersTo(world, 'laser-plug').filter((order) => order.on);
const plug = (world: World) => world.switches.get('laser-plug');

async function started(): Promise<World> {
  const world = await openWorld();
  await world.tap(laserTap);
  await world.settle();
  return world;
}

describe('power', () => {
  it('inv. 1: no switch is told on before the session is on the disk', async () => {
    const world = await openWorld();
    world.gate.hold();
    const answer = world.tap(laserTap);
    await world.advance(5_000);
    expect(onOrders(world)).toEqual([]);
    expect(world.readers.shown).toEqual([]);
    expect(plug(world).isOn()).toBe(false);
    world.gate.release();
    expect((await answer).outcome).toBe('granted');
    await world.settle();
    expect(onOrders(world)).toHaveLength(1);
    expect(plug(world).isOn()).toBe(true);
    expect(world.journal.entries().some(({ type }) => type === 'session-started')).toBe(true);
  });

  it('inv. 1: a switch that says on without a session is told off, until it follows', async () => {
    const world = await openWorld();
    const before = world.switches.orders.length;
    plug(world).loseOrders(true);
    plug(world).lie(true);
    await world.advance(30_000);
    const since = world.switches.orders.slice(before);
    expect(since.length).toBeGreaterThan(3);
    expect(since.length).toBeLessThan(10);
    expect(since.every(({ on }) => !on)).toBe(true);
    plug(world).lie(false);
    await world.settle();
    const told = world.switches.orders.length;
    await world.advance(60_000);
    expect(world.switches.orders).toHaveLength(told);
  });

  it('renews an idle lease at a third of it, and no oftener', async () => {
    const world = await started();
    const before = onOrders(world).length;
    await world.advance(60_000);
    expect(onOrders(world).length - before).toBe(3);
    expect(plug(world).isOn()).toBe(true);
    expect(onOrders(world).every(({ leaseS }) => leaseS === 60)).toBe(true);
  });

  it('uses the job lease from the moment a job is seen until it has ended', async () => {
    const world = await started();
    world.report('laser', 'running', { job: { event: 'started' } });
    await world.settle();
    expect(onOrders(world).at(-1)?.leaseS).toBe(900);
    const before = onOrders(world).length;
    await world.advance(300_000);
    expect(onOrders(world).length - before).toBe(1);
    world.report('laser', 'idle', { job: { event: 'ended', result: 'completed' } });
    await world.settle();
    expect(onOrders(world).at(-1)?.leaseS).toBe(60);
  });

  it('repeats an order that the switch does not follow, ever more slowly, at most every ten seconds', async () => {
    const world = await openWorld();
    plug(world).loseOrders(true);
    await world.tap(laserTap);
    await world.advance(120_000);
    const at = onOrders(world).map(({ trueMs }) => trueMs);
    const gaps = at.slice(1).map((ms, i) => ms - (at[i] ?? 0));
    expect(gaps.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(Math.max(...gaps)).toBe(10_000);
    plug(world).loseOrders(false);
    await world.advance(10_000);
    expect(plug(world).isOn()).toBe(true);
  });

  it.each([
    ['when the wall clock is right', 0],
    ['when the wall clock comes back an hour late', -3_600_000],
    ['when the wall clock comes back an hour early', 3_600_000],
  ])('order numbers only grow, also over restarts: %s', async (_, jumpMs) => {
    const world = await started();
    await world.advance(63_000);
    for (let restarts = 0; restarts < 3; restarts++) {
      await world.crash();
      world.clock.advance(1_000);
      world.clock.jump(restarts === 0 ? jumpMs : 0);
      await world.restart();
      await world.advance(43_000);
    }
    expect(plug(world).isOn()).toBe(true);
    const numbers = ordersTo(world, 'laser-plug').map(({ n }) => n);
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers.every((n, i) => i === 0 || n > (numbers[i - 1] ?? 0))).toBe(true);
    expect(Math.max(...numbers)).toBeLessThan(2 ** 31);
  });

  it('an absent switch is not queued for: what it gets on return is what is owed then', async () => {
    const world = await openWorld();
    plug(world).disconnect();
    await world.tap(laserTap);
    await world.advance(30_000);
    expect(ordersTo(world, 'laser-plug').some(({ on, there }) => on && there)).toBe(false);
    await world.tap(laserTap);
    await world.advance(100_000);
    plug(world).connect();
    await world.advance(2_000);
    expect(ordersTo(world, 'laser-plug').some(({ on, there }) => on && there)).toBe(false);
    expect(plug(world).isOn()).toBe(false);
  });

  it('a lease is renewed at once when the switch comes back with little of it left', async () => {
    const world = await started();
    plug(world).disconnect();
    // Asked for in vain meanwhile; that must not count as a renewal.
    await world.advance(55_000);
    plug(world).connect();
    await world.advance(30_000);
    expect(plug(world).isOn()).toBe(true);
    expect(world.gateway.state().sessions.get('laser')?.phase).toBe('active');
  });

  it('inv. 8: power that went away in a session does not come back without a tap', async () => {
    const world = await started();
    await world.advance(5_000);
    plug(world).cutMains();
    await world.advance(5_000);
    plug(world).connect();
    await world.advance(60_000);
    expect(plug(world).isOn()).toBe(false);
    const ending = world.journal.entries().find(({ type }) => type === 'session-ending');
    expect(ending?.data).toMatchObject({ cause: 'outage', machine: 'laser' });
    expect(world.gateway.state().sessions.size).toBe(0);
    expect((await world.tap(laserTap)).outcome).toBe('granted');
    await world.settle();
    expect(plug(world).isOn()).toBe(true);
  });

  it('inv. 8: nor while the journal cannot take in that it went', async () => {
    const world = await started();
    await world.advance(5_000);
    world.gate.setFull(true);
    plug(world).cutMains();
    await world.advance(5_000);
    plug(world).connect();
    await world.advance(90_000);
    expect(plug(world).isOn()).toBe(false);
    world.gate.setFull(false);
    await world.advance(30_000);
    expect(plug(world).isOn()).toBe(false);
    expect(world.gateway.state().sessions.size).toBe(0);
  });

  it('a switch that came and says nothing yet is told what is owed, once', async () => {
    const world = await openWorld();
    const told = () => ordersTo(world, 'laser-plug').length;
    const before = told();
    world.gateway.reportSwitch({ switch: 'laser-plug', on: null, powerW: null, energyWh: null });
    await world.advance(60_000);
    expect(told() - before).toBe(1);
    expect(ordersTo(world, 'laser-plug').at(-1)?.on).toBe(false);
  });

  it('inv. 1: the clock of a machine without a controller stands while its switch is dark or away', async () => {
    const world = await openWorld();
    const sawPlug = world.switches.get('saw-plug');
    sawPlug.loseOrders(true);
    await world.tap({ reader: 'hall', badge: anna, machine: 'saw' });
    await world.advance(60_000);
    sawPlug.loseOrders(false);
    await world.advance(70_000);
    expect(sawPlug.isOn()).toBe(true);
    const onFor = world.clock.trueMs() - (world.switches.orders.findLast(({ on }) => on)?.trueMs ?? 0);
    expect(onFor).toBeLessThan(70_000);
    sawPlug.disconnect();
    await world.settle();
    await world.advance(20_000);
    await world.tap({ reader: 'hall', badge: anna, machine: 'saw' });
    const segment = world.journal.entries().find(({ type }) => type === 'segment-closed')?.data;
    expect(segment).toMatchObject({
      clocks: { loadedMs: expect.toSatisfy((ms) => ms >= 60_000 && ms <= 70_000) },
    });
    expect(segment).toMatchObject({ gapMs: 20_000 });
  });
});
