// Turns at the machine through the whole gateway: a queue, a call, a claim, a call that nobody comes to, the end of a
// turn, and a pool of two machines. The clocks are turned by hand.

import { describe, expect, it } from 'vitest';
import { copyState } from '../../src/domain/journal/copy-state.ts';
import type { EntryType } from '../../src/domain/journal/entry.ts';
import type { PoolPolicy } from '../../src/domain/policy/policy-document.ts';
import type { Change, MemberInput } from '../../src/gateway/gateway.ts';
import { recover } from '../../src/gateway/recover.ts';
import { memberInput, openWorld, type World } from '../fakes/fake-world.ts';
import { machineLike, sampleBadges, sampleWorkshop } from '../fakes/sample-workshop.ts';

const { anna, bruno, carla } = sampleBadges;
const minute = 60_000;
const certificates = [{ certificate: 'laser-basic', until: null }];
const people: readonly MemberInput[] = [
  memberInput('anna', { badges: [anna], certificates }),
  memberInput('bruno', { badges: [bruno], certificates }),
  memberInput('carla', { badges: [carla], certificates }),
];

const withTurns = (turns: PoolPolicy = {}, machines = {}) => ({
  ...sampleWorkshop,
  machines: { ...sampleWorkshop.machines, ...machines },
  policy: { pools: { lasers: turns } },
});

const open = (turns: PoolPolicy = {}, machines = {}) =>
  openWorld({ workshop: withTurns(turns, machines), members: people, tickMs: 1_000 });
const key = (world: World, handle: string): string => world.gateway.personByHandle(handle)?.member ?? handle;
const tap = (world: World, badge: string) => world.tap({ reader: 'front', badge });
const session = (world: World, machine = 'laser') => world.gateway.state().sessions.get(machine);
const queue = (world: World) => {
  const found = world.gateway.state().schedule.queues.get('lasers');
  if (!found) throw new Error('the lasers have no queue');
  return found;
};
const ticket = (world: World, handle: string) =>
  [...queue(world).tickets.values()].find(({ member }) => member === key(world, handle));
const types = (world: World): readonly EntryType[] => world.journal.entries().map(({ type }) => type);
const isOn = (world: World): boolean => world.switches.get('laser-plug').isOn();

/** Anna holds the laser and Bruno waits for it. */
async function contended(turns: PoolPolicy = {}): Promise<World> {
  const world = await open(turns);
  await tap(world, anna);
  await world.advance(2_000);
  world.report('laser', 'idle');
  await tap(world, bruno);
  await world.advance(2_000);
  return world;
}

/** Anna has finished, and Bruno is called after the turnover. */
async function called(turns: PoolPolicy = {}): Promise<World> {
  const world = await contended(turns);
  await tap(world, anna);
  await world.advance(6 * minute);
  return world;
}

describe('without a queue', () => {
  it('a tap simply works, and is charged as a turn', async () => {
    const world = await open();
    const told = await tap(world, anna);
    expect(told).toMatchObject({ outcome: 'granted', code: null, untilMs: null });
    await world.advance(2_000);
    world.report('laser', 'idle');
    expect(isOn(world)).toBe(true);
    expect(ticket(world, 'anna')).toMatchObject({
      phase: 'running',
      turn: { machine: 'laser', lengthMs: 60 * minute, chargeMs: 60 * minute },
    });
    await tap(world, anna);
    await world.advance(2_000);
    expect(session(world)).toBeUndefined();
    expect(queue(world).tickets.size).toBe(0);
    // Nobody waited, so that nobody has to wait for the turnover either.
    expect(await tap(world, bruno)).toMatchObject({ outcome: 'granted' });
  });

  it('a turn goes on by itself, and its holder is told', async () => {
    const world = await open();
    const told: Change[] = [];
    world.gateway.listen((change) => change.kind === 'told' && told.push(change));
    await tap(world, anna);
    await world.advance(61 * minute);
    expect(session(world)?.phase).toBe('active');
    expect(ticket(world, 'anna')?.turn?.lengthMs).toBe(90 * minute);
    expect(told).toMatchObject([{ member: key(world, 'anna'), told: { code: 'turn-renewed' } }]);
  });

  it('inv. 12: a pool without turns writes nothing of queues', async () => {
    const world = await openWorld({ workshop: sampleWorkshop, members: people });
    await tap(world, anna);
    expect(await tap(world, bruno)).toMatchObject({ outcome: 'refused', code: 'machine-in-use' });
    await world.advance(minute);
    expect(types(world).filter((type) => /^(queue|ticket|turn|promises)/.test(type))).toEqual([]);
  });
});

describe('with a queue', () => {
  it('inv. 6: a tap takes a ticket and leaves the running session as it is', async () => {
    const world = await open();
    await tap(world, anna);
    await world.advance(2_000);
    const before = structuredClone(session(world));
    const told = await tap(world, bruno);
    expect(told).toMatchObject({ outcome: 'queued', code: null, machine: 'laser', session: null });
    expect(told.text).toMatch(
      /You are number 1 in the queue, and it is your turn by \d\d:\d\d at the latest/,
    );
    expect(told.untilMs).toBe(ticket(world, 'bruno')?.promise?.latestMs);
    expect(session(world)).toEqual(before);
    expect(isOn(world)).toBe(true);
    expect(world.announced.get('laser')?.queue).toBe(1);
    expect(world.gateway.queue({ pool: 'lasers', member: key(world, 'bruno') })).toMatchObject({
      waiting: 1,
      latestMs: told.untilMs,
      mine: { phase: 'callable', place: 1, ahead: [] },
    });
  });

  it('a second tap says the place anew and takes no second ticket', async () => {
    const world = await contended();
    const again = await tap(world, bruno);
    expect(again).toMatchObject({ outcome: 'queued', untilMs: ticket(world, 'bruno')?.promise?.latestMs });
    expect(await tap(world, carla)).toMatchObject({ text: expect.stringContaining('number 2') });
    expect(queue(world).tickets.size).toBe(3);
  });

  it('a tap that is delivered twice is decided once', async () => {
    const world = await contended();
    const first = await world.tap({ reader: 'front', badge: carla, tap: 'door:900' });
    const entries = world.journal.entries().length;
    expect(await world.tap({ reader: 'front', badge: carla, tap: 'door:900' })).toEqual(first);
    expect(world.journal.entries().length).toBe(entries);
  });

  it('calls the next after the turnover, and tells page and reader', async () => {
    const world = await contended();
    const told: Change[] = [];
    world.gateway.listen((change) => change.kind === 'told' && told.push(change));
    await tap(world, anna);
    await world.advance(6 * minute);
    expect(ticket(world, 'bruno')).toMatchObject({ phase: 'called', turn: { machine: 'laser' } });
    expect(isOn(world)).toBe(false);
    expect(told).toMatchObject([{ member: key(world, 'bruno'), told: { code: 'turn-called' } }]);
    const shown = world.readers.shown.map(({ answer }) => answer.text);
    expect(shown.filter((text) => text.includes('for the next in the queue'))).toHaveLength(1);
    expect(world.announced.get('laser')?.queue).toBe(0);
  });

  it('inv. 1: the called member claims it, and power has its session in the journal', async () => {
    const world = await called();
    const told = await tap(world, bruno);
    expect(told).toMatchObject({ outcome: 'granted', text: expect.stringContaining('your turn') });
    await world.advance(2_000);
    expect(isOn(world)).toBe(true);
    expect(types(world).lastIndexOf('turn-claimed')).toBeLessThan(
      types(world).lastIndexOf('session-started'),
    );
    expect(session(world)?.member).toBe(key(world, 'bruno'));
    expect(ticket(world, 'bruno')?.phase).toBe('running');
  });

  it('inv. 6, 8: another at a called machine is refused, and gets a ticket with a latest start', async () => {
    const world = await called();
    const told = await tap(world, carla);
    expect(told).toMatchObject({ outcome: 'refused', code: 'machine-called', session: null });
    expect(told.untilMs).toBe(ticket(world, 'carla')?.promise?.latestMs);
    expect(session(world)).toBeUndefined();
    await world.advance(2_000);
    expect(isOn(world)).toBe(false);
    expect(ticket(world, 'bruno')?.phase).toBe('called');
  });

  it('parks a call that nobody comes to, and gives it back at the next tap', async () => {
    const world = await called();
    await tap(world, carla);
    await world.advance(10 * minute);
    expect(ticket(world, 'bruno')).toMatchObject({ phase: 'parked', misses: 1 });
    expect(ticket(world, 'carla')?.phase).toBe('called');
    expect(await tap(world, bruno)).toMatchObject({ outcome: 'refused', code: 'machine-called' });
    expect(ticket(world, 'bruno')?.phase).toBe('callable');
    expect(await tap(world, carla)).toMatchObject({ outcome: 'granted' });
  });

  it('inv. 9: a turn that others wait for ends, warned of before, and the job may finish', async () => {
    const world = await contended({ minutes: 30 });
    world.report('laser', 'running', { job: { event: 'started' } });
    await world.advance(31 * minute);
    const warned = world.readers.shown.filter(({ answer }) => answer.code === 'ends-soon');
    expect(warned).toHaveLength(3);
    expect(session(world)).toMatchObject({ phase: 'finishing', cause: 'turn' });
    expect(isOn(world)).toBe(true);
    expect(ticket(world, 'anna')?.phase).toBe('running');
    world.report('laser', 'idle', { job: { event: 'ended', result: 'completed' } });
    await world.advance(10_000);
    expect([session(world), isOn(world), ticket(world, 'anna')]).toEqual([undefined, false, undefined]);
    await world.advance(6 * minute);
    expect(ticket(world, 'bruno')?.phase).toBe('called');
  });

  it('the end of a turn that will go on is not shown, and is as soon as somebody waits', async () => {
    const world = await open();
    await tap(world, anna);
    await world.advance(2_000);
    world.report('laser', 'idle');
    const shown = () => world.gateway.heldFacts('laser')?.ends.map(({ cause }) => cause);
    expect(shown()).toEqual([]);
    await tap(world, bruno);
    await world.advance(2_000);
    expect(shown()).toEqual(['turn']);
  });

  it('one machine at a time: whoever holds one takes no ticket in the same pool', async () => {
    const world = await open({}, { second: machineLike({ name: 'Second', reader: 'back' }) });
    await tap(world, anna);
    const told = await world.tap({ reader: 'back', badge: anna, machine: 'second' });
    expect(told).toMatchObject({ outcome: 'refused', code: 'turn-held' });
  });

  it('serves several machines of a pool with one queue', async () => {
    const second = machineLike({ name: 'Second', reader: 'attic', switch: 'mill-plug' });
    const world = await open({}, { second });
    await tap(world, anna);
    await world.tap({ reader: 'attic', badge: bruno });
    await world.advance(2_000);
    expect(await tap(world, carla)).toMatchObject({ outcome: 'queued' });
    await world.tap({ reader: 'attic', badge: bruno });
    await world.advance(6 * minute);
    expect(ticket(world, 'carla')).toMatchObject({ phase: 'called', turn: { machine: 'second' } });
    expect(await tap(world, carla)).toMatchObject({
      outcome: 'queued',
      text: expect.stringContaining('at Second'),
    });
    expect(await world.tap({ reader: 'attic', badge: carla })).toMatchObject({ outcome: 'granted' });
  });

  it('gives a ticket back from the page, and no turn that runs', async () => {
    const world = await contended();
    const leave = (handle: string) => world.gateway.leaveQueue({ pool: 'lasers', by: key(world, handle) });
    expect(await leave('carla')).toEqual({ ok: false, code: 'ticket-none' });
    expect(await leave('anna')).toEqual({ ok: false, code: 'turn-runs' });
    expect(await leave('bruno')).toEqual({ ok: true });
    expect(ticket(world, 'bruno')).toBeUndefined();
    expect(await world.gateway.leaveQueue({ pool: 'mills', by: key(world, 'anna') })).toMatchObject({
      code: 'queue-unknown',
    });
  });

  it('a hand-over stays within the turn, and takes the place of a ticket', async () => {
    const world = await contended();
    const endMs = ticket(world, 'anna')?.turn?.boundMs;
    await world.gateway.offerHandOver({ machine: 'laser', by: key(world, 'anna') });
    expect(await tap(world, bruno)).toMatchObject({ outcome: 'granted' });
    await world.advance(2_000);
    expect(session(world)?.member).toBe(key(world, 'bruno'));
    expect(ticket(world, 'bruno')).toBeUndefined();
    expect(ticket(world, 'anna')?.turn).toMatchObject({ machine: 'laser', boundMs: endMs });
  });

  it('inv. 1: a full disk takes no ticket and gives no power, and the queue goes on when there is room', async () => {
    const world = await called();
    world.gate.setFull(true);
    await expect(tap(world, bruno)).rejects.toThrow();
    await world.advance(2_000);
    expect([isOn(world), session(world), ticket(world, 'bruno')?.phase]).toEqual([
      false,
      undefined,
      'called',
    ]);
    world.gate.setFull(false);
    expect(await tap(world, bruno)).toMatchObject({ outcome: 'granted' });
  });

  it('drops the ticket of a member who is suspended', async () => {
    const world = await contended();
    await world.gateway.setStatus({
      member: key(world, 'bruno'),
      status: 'suspended',
      by: 'console',
    });
    await world.advance(2_000);
    expect(ticket(world, 'bruno')).toBeUndefined();
  });
});

describe('over restarts and descriptions', () => {
  it('inv. 3: replaying the journal gives the same queues, also after a crash', async () => {
    const world = await called();
    await tap(world, carla);
    await world.crash();
    await world.restart();
    expect(ticket(world, 'bruno')?.phase).toBe('called');
    await tap(world, bruno);
    await world.advance(minute);
    const { state } = await recover(world.journal, 'none');
    expect(state.schedule).toEqual(world.gateway.state().schedule);
    const copy = copyState(state);
    copy.schedule.queues.get('lasers')?.tickets.clear();
    expect(state.schedule).toEqual(world.gateway.state().schedule);
  });

  it('a session from before is a turn once its pool has turns, and none when it has them no more', async () => {
    const world = await openWorld({ workshop: sampleWorkshop, members: people, tickMs: 1_000 });
    await tap(world, anna);
    await world.gateway.describe(withTurns());
    await world.advance(2_000);
    expect(ticket(world, 'anna')?.phase).toBe('running');
    await tap(world, bruno);
    await world.gateway.describe(sampleWorkshop);
    await world.advance(2_000);
    expect(queue(world).tickets.size).toBe(0);
    expect(session(world)?.phase).toBe('active');
    expect(await tap(world, bruno)).toMatchObject({ outcome: 'refused', code: 'machine-in-use' });
  });
});
