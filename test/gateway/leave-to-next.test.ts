// A machine that cools after a session goes to the next in turn without a power cycle, where its record allows it: who is
// next, what stands against it as at a start, and that nothing else begins that way. The clocks are turned by hand.

import { describe, expect, it } from 'vitest';
import { mayLeaveToNext } from '../../src/domain/access/leave-to-next.ts';
import type { EndCause } from '../../src/domain/journal/entry.ts';
import type { Session, State } from '../../src/domain/journal/state.ts';
import type { Machine } from '../../src/domain/machine/workshop.ts';
import { recover } from '../../src/gateway/recover.ts';
import { memberInput, openWorld, type World } from '../fakes/fake-world.ts';
import { coolingWorkshop, machineLike, sampleBadges } from '../fakes/sample-workshop.ts';

const { anna, bruno, carla } = sampleBadges;
const people = [
  memberInput('anna', { badges: [anna] }),
  memberInput('bruno', { badges: [bruno] }),
  memberInput('carla', { badges: [carla] }),
];

const printer = (changed: Partial<Machine> = {}): Machine =>
  machineLike({
    ...{ name: 'Printer', pool: 'mills', reader: 'hall', switch: 'mill-plug', requires: [] },
    ...{ coolBelowC: 50, handOver: 'queue' },
    ...changed,
  });
const { mill: _, ...others } = coolingWorkshop.machines;
const workshopOf = (changed: Partial<Machine>) => ({
  ...coolingWorkshop,
  machines: { ...others, mill: printer(changed) },
  policy: { pools: { mills: {} } },
});

const tap = (world: World, badge: string) => world.tap({ reader: 'hall', machine: 'mill', badge });
const session = (world: World) => world.gateway.state().sessions.get('mill');
const isOn = (world: World): boolean => world.switches.get('mill-plug').isOn();
const key = (world: World, handle: string) => world.gateway.personByHandle(handle)?.member;
const hot = { readings: { 'temperature.hotend0.actual': 205 } };

/** Anna has printed, the members waited, she ends, and the printer cools with its power on. */
async function cooling(waiting: readonly string[], changed: Partial<Machine> = {}): Promise<World> {
  const world = await openWorld({ workshop: workshopOf(changed), members: people, tickMs: 1_000 });
  await tap(world, anna);
  await world.advance(2_000);
  world.report('mill', 'idle', hot);
  await world.advance(2_000);
  for (const badge of waiting) await tap(world, badge);
  await tap(world, anna);
  await world.advance(2_000);
  expect([session(world)?.phase, isOn(world)]).toEqual(['cooling', true]);
  return world;
}

describe('a machine that cools', () => {
  it('inv. 1, 9: goes to the next in turn with its power on, and each pays for their own', async () => {
    const world = await cooling([bruno, carla]);
    const before = world.switches.orders.length;
    const told = await tap(world, bruno);
    expect(told).toMatchObject({ outcome: 'granted', text: expect.stringContaining('your turn') });
    const types = world.journal.entries().map(({ type }) => type);
    expect(types.slice(types.lastIndexOf('session-ended'))).toEqual([
      ...['session-ended', 'turn-ended', 'turn-granted', 'turn-claimed', 'session-started'],
    ]);
    const ended = world.journal.entries().findLast(({ type }) => type === 'session-ended');
    expect(ended?.data).toMatchObject({ power: 'handed-over' });
    await world.advance(5_000);
    expect(session(world)).toMatchObject({ member: key(world, 'bruno'), phase: 'active', segmentIndex: 0 });
    expect(world.switches.orders.slice(before).filter((order) => !order.on)).toEqual([]);
    const { state } = await recover(world.journal, 'none');
    expect(state.schedule).toEqual(world.gateway.state().schedule);
  });

  it('inv. 6: goes to nobody who is not next, and the session still ends', async () => {
    const world = await cooling([bruno, carla]);
    expect(await tap(world, carla)).toMatchObject({ outcome: 'queued', session: null });
    expect(session(world)?.phase).toBe('cooling');
  });

  it('goes to anybody where nobody waits, but not back to who has ended', async () => {
    const world = await cooling([]);
    expect(await tap(world, anna)).toMatchObject({ outcome: 'refused', code: 'machine-ending' });
    const other = await cooling([]);
    expect(await tap(other, bruno)).toMatchObject({ outcome: 'granted' });
    await other.advance(5_000);
    expect([session(other)?.member, isOn(other)]).toEqual([key(other, 'bruno'), true]);
  });

  it.each<[string, Partial<Machine>]>([
    ['is not said to do so', { handOver: 'team' }],
    ['needs somebody to stand by', { people: 2 }],
  ])('goes dark first where it %s', async (_why, changed) => {
    const world = await openWorld({ workshop: workshopOf(changed), members: people, tickMs: 1_000 });
    await tap(world, anna);
    if (changed.people === 2) await tap(world, carla);
    await world.advance(2_000);
    world.report('mill', 'idle', hot);
    await world.advance(2_000);
    await tap(world, anna);
    await world.advance(2_000);
    expect(session(world)?.phase).toBe('cooling');
    expect(await tap(world, bruno)).toMatchObject({ session: null });
    expect(session(world)?.phase).toBe('cooling');
  });

  it('inv. 8: asks what a start asks', async () => {
    const world = await cooling([bruno], { selfCheck: true });
    await world.gateway.lockMachine({ machine: 'mill', by: 'console', steward: true, severity: 'after' });
    expect(await tap(world, bruno)).toMatchObject({ outcome: 'refused', code: 'machine-locked' });
    expect(session(world)?.phase).toBe('cooling');
  });

  it.each<[string, Parameters<World['report']>[1]]>([
    ['moves', 'running'],
    ['is in alarm', 'alarm'],
    ['is not heard', 'unknown'],
  ])('inv. 7, 8: goes dark first while it %s', async (_why, activity) => {
    const world = await cooling([bruno]);
    world.report('mill', activity, hot);
    expect(await tap(world, bruno)).toMatchObject({ session: null });
    expect(session(world)?.phase).toBe('cooling');
  });
});

describe('the table', () => {
  const phases = ['active', 'finishing', 'cooling', 'darkening'] as const;
  const leaves: readonly EndCause[] = [
    ...(['second-tap', 'page', 'idle', 'longest', 'ceiling'] as const),
    ...(['turn', 'certificate', 'hours', 'lesson'] as const),
  ];
  const stays: readonly EndCause[] = [
    ...(['steward', 'suspension', 'badge-lost', 'people', 'locked'] as const),
    ...(['monitor-warning', 'monitor-critical', 'monitor-fatal', 'detached', 'outage'] as const),
  ];

  it('leaves it to the next while it cools after an ordinary end, and never else', async () => {
    const world = await cooling([bruno]);
    const state = world.gateway.state() as State;
    const held = session(world) as Session;
    const may = (changed: Partial<Session>): boolean => mayLeaveToNext(state, { ...held, ...changed });
    for (const cause of leaves) expect(phases.filter((phase) => may({ cause, phase }))).toEqual(['cooling']);
    for (const cause of stays) expect(phases.filter((phase) => may({ cause, phase }))).toEqual([]);
    expect([may({ powerUnsure: true }), mayLeaveToNext(state, undefined)]).toEqual([false, false]);
  });
});
