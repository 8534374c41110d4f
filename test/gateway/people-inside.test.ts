// People in the space: taps at the entrance, a full space, opening hours, and machines that need more than one person,
// all through taps at readers and a clock that is turned by hand.

import { describe, expect, it } from 'vitest';
import type { Machine, Space, Workshop } from '../../src/domain/machine/workshop.ts';
import { memberInput, openWorld, type World } from '../fakes/fake-world.ts';
import { replayed } from '../fakes/replay.ts';
import { machineLike, sampleBadges, sampleWorkshop } from '../fakes/sample-workshop.ts';

const { anna, bruno, carla } = sampleBadges;
const members = [
  memberInput('anna', { badges: [anna] }),
  memberInput('bruno', { badges: [bruno] }),
  memberInput('carla', { badges: [carla] }),
];

function shop(change: { space?: Partial<Space>; mill?: Partial<Machine>; door?: boolean } = {}): Workshop {
  const mill = machineLike({
    name: 'Mill',
    pool: 'mills',
    reader: 'front',
    switch: 'mill-plug',
    requires: [],
  });
  return {
    ...sampleWorkshop,
    space: { ...sampleWorkshop.space, ...change.space },
    machines: { mill: { ...mill, ...change.mill } },
    order: ['mill'],
    readers: {
      front: { kind: 'native' },
      ...(change.door === false
        ? {}
        : { door: { kind: 'native', entrance: 'both' }, exit: { kind: 'native', entrance: 'out' } }),
    },
    switches: { 'mill-plug': { kind: 'native' } },
  };
}

/** A Tuesday. */
const noonMs = Date.parse('2026-11-24T12:00:00+01:00');
const open = (workshop: Workshop, wallMs = noonMs) => openWorld({ workshop, members, wallMs });
const door = (world: World, badge: string) => world.tap({ reader: 'door', badge });
const mill = (world: World, badge: string = anna) => world.tap({ reader: 'front', badge });
const inside = (world: World) => world.gateway.state().inside.size;

describe('the entrance', () => {
  it('counts who comes and goes; a tap delivered twice counts once', async () => {
    const world = await open(shop());
    expect(await door(world, anna)).toMatchObject({ outcome: 'notice', code: null });
    await world.tap({ reader: 'door', badge: bruno, tap: 'door:2' });
    await world.tap({ reader: 'door', badge: bruno, tap: 'door:2' });
    expect(inside(world)).toBe(2);
    expect((await door(world, anna)).text).toContain('Goodbye');
    expect(await world.tap({ reader: 'exit', badge: anna })).toMatchObject({ code: 'entrance-leave-only' });
    await world.tap({ reader: 'exit', badge: bruno });
    expect(inside(world)).toBe(0);
  });

  it('lets no stranger in, and a tap at a machine counts as being inside', async () => {
    const world = await open(shop());
    expect(await door(world, '04ffffffffffff')).toMatchObject({ code: 'badge-unknown' });
    await mill(world);
    expect(inside(world)).toBe(1);
    expect(world.journal.entries().find(({ type }) => type === 'presence-entered')?.data).toMatchObject({
      why: 'session',
      reader: null,
    });
  });

  it('inv. 6: when it is full it says how many are inside and changes nothing; who waits has a place after one leaves', async () => {
    const world = await open(shop({ space: { capacity: 2 } }));
    await door(world, anna);
    await door(world, bruno);
    const seen: string[] = [];
    world.gateway.listen(({ kind }) => seen.push(kind));
    const no = await door(world, carla);
    expect(no).toMatchObject({ outcome: 'refused', code: 'space-full' });
    expect(no.text).toContain('2 people');
    expect(await mill(world, carla)).toMatchObject({ code: 'space-full' });
    expect(world.gateway.state().sessions.size).toBe(0);
    expect([...world.gateway.state().waiting.keys()]).toEqual([
      world.gateway.personByHandle('carla')?.member,
    ]);
    await door(world, anna);
    expect(seen).toContain('presence');
    await door(world, carla);
    expect(world.gateway.state().waiting.size).toBe(0);
    expect(inside(world)).toBe(2);
  });

  it('forgets who did not tap as they went, after sixteen hours', async () => {
    const world = await openWorld({ workshop: shop(), members, wallMs: noonMs, tickMs: 60_000 });
    await door(world, anna);
    await world.advance(16 * 3_600_000 - 60_000);
    expect(inside(world)).toBe(1);
    await world.advance(120_000);
    expect(inside(world)).toBe(0);
    expect(world.journal.entries().at(-1)?.data).toMatchObject({ why: 'forgotten' });
  });

  it('inv. 3: replay gives the same people, also after a crash', async () => {
    const world = await open(shop({ mill: { people: 2 } }));
    await door(world, anna);
    await door(world, bruno);
    await mill(world);
    await door(world, bruno);
    await world.advance(2_000);
    await world.crash();
    await world.restart();
    const { inside: now, short, waiting } = world.gateway.state();
    const again = replayed(world.journal.entries());
    expect([again.inside, again.short, again.waiting]).toEqual([now, short, waiting]);
  });
});

describe('opening hours', () => {
  const hours = { open: [{ days: ['tu'] as const, from: '09:00', to: '18:00' }], closed: [] };

  it('end sessions, which finish, and everybody is out; the door says when it opens', async () => {
    const world = await open(shop({ space: { hours } }), Date.parse('2026-11-24T17:59:50+01:00'));
    await mill(world);
    world.report('mill', 'running');
    await world.advance(11_000);
    expect(world.gateway.state().sessions.get('mill')).toMatchObject({ phase: 'finishing', cause: 'hours' });
    expect(inside(world)).toBe(0);
    // Nobody is locked in: the job goes on with its power.
    expect(world.switches.get('mill-plug').isOn()).toBe(true);
    expect(await door(world, anna)).toMatchObject({ code: 'space-closed' });
    expect((await door(world, anna)).text).toContain('2026-12-01 09:00');
  });

  describe('at the entrance, to a steward', () => {
    const staff = [memberInput('anna', { badges: [anna], roles: ['steward'] }), ...members.slice(1)];
    const closedMs = Date.parse('2026-11-24T20:00:00+01:00');
    const closed = (space: Partial<Space> = {}, mill: Partial<Machine> = {}) =>
      openWorld({ workshop: shop({ space: { hours, ...space }, mill }), members: staff, wallMs: closedMs });
    const entered = (world: World) =>
      world.journal.entries().filter(({ type }) => type === 'presence-entered');

    it('are no wall, as at a machine, and the way past them is said and on record', async () => {
      const world = await closed();
      const yes = await door(world, anna);
      expect(yes).toMatchObject({ outcome: 'notice', code: null });
      expect(yes.text).toContain('space-closed');
      expect(entered(world).map(({ data }) => data)).toMatchObject([
        { why: 'tap', bypassed: ['space-closed'] },
      ]);
      expect(await door(world, bruno)).toMatchObject({ outcome: 'refused', code: 'space-closed' });
    });

    it('stay so: who came after closing is inside until they go, or closing time comes again', async () => {
      const world = await closed({}, { people: 2 });
      await door(world, anna);
      await world.advance(5_000);
      expect(inside(world)).toBe(1);
      expect((await door(world, anna)).text).toContain('Goodbye');
      await world.advance(1_000);
      expect(inside(world)).toBe(0);
      // The same for whoever goes past them at a machine.
      const alone = await closed();
      expect(await mill(alone)).toMatchObject({ outcome: 'granted' });
      await alone.advance(5_000);
      expect(inside(alone)).toBe(1);
      expect(entered(alone)).toHaveLength(1);
    });

    it('nor is a full space, and nothing is said to be gone past that did not stand there', async () => {
      const world = await openWorld({
        workshop: shop({ space: { hours, capacity: 1 } }),
        members: staff,
        wallMs: noonMs,
      });
      await door(world, bruno);
      expect(await door(world, anna)).toMatchObject({ outcome: 'notice' });
      expect(entered(world).at(-1)?.data).toMatchObject({ bypassed: ['space-full'] });
      await door(world, anna);
      await door(world, bruno);
      await door(world, anna);
      expect(entered(world).at(-1)?.data).not.toHaveProperty('bypassed');
    });
  });

  it('of a machine, and quiet hours for a noisy one, are told apart', async () => {
    const quiet = [{ days: ['tu'] as const, from: '12:30', to: '15:00' }];
    const world = await open(shop({ space: { quiet }, mill: { noisy: true, hours } }));
    await world.advance(1_000);
    expect(await mill(world)).toMatchObject({ outcome: 'granted' });
    await world.advance(30 * 60_000 + 20_000);
    expect(world.gateway.state().sessions.size).toBe(0);
    const no = await mill(world);
    expect(no).toMatchObject({ code: 'quiet-hours' });
    expect(no.text).toContain('15:00');
  }, 30_000);
});

describe('a machine for two', () => {
  it('by presence: starts with two inside, warns when one leaves, ends after a minute', async () => {
    const world = await open(shop({ mill: { people: 2 } }));
    await door(world, anna);
    const no = await mill(world);
    expect(no).toMatchObject({ outcome: 'refused', code: 'people-missing' });
    await door(world, bruno);
    expect(await mill(world)).toMatchObject({ outcome: 'granted' });
    await door(world, bruno);
    await world.advance(500);
    expect(world.gateway.state().short.get('mill')).toMatchObject({ present: 1, needed: 2 });
    expect(world.readers.shown.some(({ reader, answer }) => reader === 'front' && answer.tap === '')).toBe(
      true,
    );
    await world.advance(30_000);
    await door(world, bruno);
    await world.advance(1_000);
    expect(world.gateway.state().short.size).toBe(0);
    await door(world, bruno);
    await world.advance(59_000);
    expect(world.gateway.state().sessions.get('mill')?.phase).toBe('active');
    await world.advance(2_500);
    expect(
      world.journal
        .entries()
        .filter(({ type }) => type === 'session-ending')
        .at(-1)?.data,
    ).toMatchObject({
      cause: 'people',
    });
  });

  it('without an entrance: another member taps within a minute and is on record as witness', async () => {
    const world = await open(shop({ mill: { people: 2 }, door: false }));
    expect(await mill(world)).toMatchObject({ outcome: 'notice' });
    expect(world.gateway.state().sessions.size).toBe(0);
    // The same member is not two people.
    expect(await mill(world)).toMatchObject({ outcome: 'notice' });
    expect(await mill(world, '04ffffffffffff')).toMatchObject({ code: 'badge-unknown' });
    const yes = await mill(world, bruno);
    expect(yes).toMatchObject({ outcome: 'granted' });
    const session = world.gateway.state().sessions.get('mill');
    expect(session?.member).toBe(world.gateway.personByHandle('anna')?.member);
    expect(world.journal.entries().find(({ type }) => type === 'start-witnessed')?.data).toMatchObject({
      witness: world.gateway.personByHandle('bruno')?.member,
      session: session?.session,
    });
  });

  it('without an entrance: later than a minute the second tap is a first one', async () => {
    const world = await open(shop({ mill: { people: 2 }, door: false }));
    await mill(world);
    await world.advance(60_000);
    expect(await mill(world, bruno)).toMatchObject({ outcome: 'notice' });
    expect(world.gateway.state().sessions.size).toBe(0);
    expect(world.gateway.state().asks.get('mill')?.member).toBe(
      world.gateway.personByHandle('bruno')?.member,
    );
  });

  it('without an entrance: whoever began is judged anew', async () => {
    const world = await open(shop({ mill: { people: 2 }, door: false }));
    await mill(world);
    await world.gateway.lockMachine({ machine: 'mill', by: 'console', steward: true, severity: 'stop' });
    expect(await mill(world, bruno)).toMatchObject({ outcome: 'refused', code: 'machine-locked' });
    expect(world.gateway.state().sessions.size).toBe(0);
  });
});
