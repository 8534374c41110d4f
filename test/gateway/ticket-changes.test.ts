// What members do with a ticket that they have, through the whole gateway: out for a while and back, on the page and at the
// entrance, a shorter turn, and the reasons, which give the order in which they are called. The clocks are turned by hand.

import { describe, expect, it } from 'vitest';
import { owedAllowList } from '../../src/domain/access/allow-list.ts';
import type { Change, MemberInput } from '../../src/gateway/gateway.ts';
import { recover } from '../../src/gateway/recover.ts';
import { memberInput, openWorld, type World } from '../fakes/fake-world.ts';
import { sampleWorkshop } from '../fakes/sample-workshop.ts';

const minute = 60_000;
const certificates = [{ certificate: 'laser-basic', until: null }];
const handles = ['anna', 'bruno', 'carla', 'dora', 'emil'] as const;
type Handle = (typeof handles)[number];
const badge = (handle: Handle): string => `04a1b2c3d4e5${80 + handles.indexOf(handle)}`;
const people: readonly MemberInput[] = handles.map((handle) =>
  memberInput(handle, { badges: [badge(handle)], certificates }),
);

const withDoor = { ...sampleWorkshop.readers, door: { kind: 'native', entrance: 'both' as const } };

const open = (readers = sampleWorkshop.readers) =>
  openWorld({
    workshop: { ...sampleWorkshop, readers, policy: { pools: { lasers: {} } } },
    members: people,
    tickMs: 1_000,
  });
const key = (world: World, handle: Handle): string => world.gateway.personByHandle(handle)?.member ?? handle;
const tap = (world: World, handle: Handle, reader = 'front') => world.tap({ reader, badge: badge(handle) });
const ticket = (world: World, handle: Handle) =>
  [...(world.gateway.state().schedule.queues.get('lasers')?.tickets.values() ?? [])].find(
    ({ member }) => member === key(world, handle),
  );
const view = (world: World, handle: Handle) =>
  world.gateway.queue({ pool: 'lasers', member: key(world, handle) });
const change = (world: World, handle: Handle, wish: { away: boolean } | { minutes: number }) =>
  world.gateway.changeTicket({ pool: 'lasers', by: key(world, handle), ...wish });

/** Anna holds the laser; Bruno and Carla wait for it. */
async function contended(readers = sampleWorkshop.readers): Promise<World> {
  const world = await open(readers);
  await tap(world, 'anna');
  await world.advance(2_000);
  world.report('laser', 'idle');
  for (const handle of ['bruno', 'carla'] as const) {
    await tap(world, handle);
    await world.advance(minute);
  }
  return world;
}

describe('out for a while', () => {
  it('keeps the place, lets others go first, and everybody sees until when', async () => {
    const world = await contended();
    expect(await change(world, 'bruno', { away: true })).toEqual({ ok: true });
    expect(await change(world, 'bruno', { away: true })).toEqual({ ok: true });
    const keptMs = (ticket(world, 'bruno')?.sinceMs ?? 0) + 120 * minute;
    expect(view(world, 'bruno')?.mine).toMatchObject({ phase: 'away', untilMs: keptMs, place: null });
    expect(view(world, 'carla')?.line).toMatchObject([
      { member: key(world, 'carla'), phase: 'callable' },
      { member: key(world, 'bruno'), phase: 'away', untilMs: keptMs },
    ]);
    await tap(world, 'anna');
    await world.advance(6 * minute);
    expect(ticket(world, 'carla')?.phase).toBe('called');
    expect(await change(world, 'bruno', { away: false })).toEqual({ ok: true });
    await world.advance(1_000);
    expect(ticket(world, 'bruno')).toMatchObject({ phase: 'callable', promise: { why: 'returned' } });
  });

  it('brings a missed call back, and is no way out of a call or a turn', async () => {
    const world = await contended();
    await tap(world, 'anna');
    await world.advance(6 * minute);
    expect(await change(world, 'bruno', { away: true })).toEqual({ ok: false, code: 'ticket-called' });
    expect(await change(world, 'bruno', { minutes: 20 })).toEqual({ ok: false, code: 'ticket-called' });
    await world.advance(10 * minute);
    expect(view(world, 'bruno')?.mine).toMatchObject({ phase: 'parked', untilMs: expect.any(Number) });
    expect(await change(world, 'bruno', { away: false })).toEqual({ ok: true });
    expect(ticket(world, 'bruno')).toMatchObject({ phase: 'callable', misses: 1 });
    await tap(world, 'carla');
    expect(await change(world, 'carla', { away: true })).toEqual({ ok: false, code: 'turn-runs' });
    expect(await change(world, 'dora', { away: true })).toEqual({ ok: false, code: 'ticket-none' });
  });

  it('is a tap at the entrance, out and in, also over a restart', async () => {
    const world = await contended(withDoor);
    await tap(world, 'bruno', 'door');
    const out = await tap(world, 'bruno', 'door');
    expect(out).toMatchObject({ outcome: 'notice', text: expect.stringMatching(/is kept until \d\d:\d\d/) });
    expect(out.untilMs).toBe((ticket(world, 'bruno')?.sinceMs ?? 0) + 120 * minute);
    expect(ticket(world, 'bruno')?.phase).toBe('away');
    await world.crash();
    await world.restart();
    // Whoever sits at home is not called by a word on a page.
    expect(await change(world, 'bruno', { away: false })).toEqual({ ok: false, code: 'ticket-absent' });
    expect(await tap(world, 'bruno', 'door')).toMatchObject({ text: expect.stringContaining('queue again') });
    expect(ticket(world, 'bruno')?.phase).toBe('callable');
    const { state } = await recover(world.journal, 'none');
    expect(state.schedule).toEqual(world.gateway.state().schedule);
  });

  it('leaves a call as it is', async () => {
    const world = await contended(withDoor);
    await tap(world, 'bruno', 'door');
    await tap(world, 'anna');
    await world.advance(6 * minute);
    expect(await tap(world, 'bruno', 'door')).toMatchObject({ outcome: 'notice', untilMs: null });
    expect(ticket(world, 'bruno')?.phase).toBe('called');
  });
});

describe('taken out by a steward', () => {
  it('goes with its reason, is told, and never touches a turn', async () => {
    const world = await contended();
    const told: Change[] = [];
    world.gateway.listen((one) => one.kind === 'told' && told.push(one));
    const skip = (handle: Handle) =>
      world.gateway.skipTicket({
        ...{ pool: 'lasers', member: key(world, handle) },
        ...{ by: 'admin-token', reason: 'absent' },
      });
    expect(await skip('anna')).toEqual({ ok: false, code: 'turn-runs' });
    expect(await skip('dora')).toEqual({ ok: false, code: 'ticket-none' });
    expect(await skip('bruno')).toEqual({ ok: true });
    expect(ticket(world, 'bruno')).toBeUndefined();
    const dropped = world.journal.entries().findLast(({ type }) => type === 'ticket-dropped');
    expect(dropped?.data).toMatchObject({ why: 'skipped', by: 'admin-token', reason: 'absent' });
    expect(told).toMatchObject([{ member: key(world, 'bruno'), told: { code: 'ticket-skipped' } }]);
  });
});

describe('a shorter turn', () => {
  it('keeps place, budget and promise; a longer one is another ticket', async () => {
    const world = await contended();
    const { placeMs, budgetMs, promise } = ticket(world, 'bruno') ?? {};
    expect(await change(world, 'bruno', { minutes: 25 })).toEqual({ ok: true });
    expect(ticket(world, 'bruno')).toMatchObject({ askedMs: 25 * minute, placeMs, budgetMs, promise });
    expect(view(world, 'bruno')?.mine).toMatchObject({ minutes: 25, place: 1 });
    expect(await change(world, 'bruno', { minutes: 26 })).toEqual({ ok: false, code: 'turn-longer' });
    expect(await change(world, 'bruno', { minutes: 4 })).toEqual({ ok: false, code: 'turn-length' });
    await tap(world, 'anna');
    await world.advance(6 * minute);
    await tap(world, 'bruno');
    expect(ticket(world, 'bruno')?.turn?.lengthMs).toBe(25 * minute);
  });
});

describe('the reasons', () => {
  it('name each person ahead with the numbers that were compared, and give the order of the calls', async () => {
    const world = await open();
    // Each uses the laser for another length, so that the order of coming is not the order of the rule.
    for (const [place, handle] of handles.entries()) {
      await tap(world, handle);
      await world.advance((60 - place * 10) * minute);
      await tap(world, handle);
      await world.advance(6 * minute);
    }
    await tap(world, 'anna');
    for (const handle of handles.slice(1)) await tap(world, handle);
    await world.advance(2_000);
    const waiting = handles.slice(1);
    const mine = new Map(waiting.map((handle) => [handle, view(world, handle)?.mine]));
    for (const told of mine.values())
      for (const reason of told?.reasons ?? []) {
        if ('blocker' in reason) expect(reason.takesMs).toBeGreaterThan(reason.leftMs);
        else expect(reason.theirs.usedMs).toBeLessThanOrEqual(reason.mine.usedMs);
      }
    // Whoever has fewer people before them comes first: nothing else is needed for the line.
    const again = waiting.toSorted(
      (one, other) => (mine.get(one)?.reasons.length ?? 0) - (mine.get(other)?.reasons.length ?? 0),
    );
    const line = world.gateway.queue({ pool: 'lasers', member: null })?.line ?? [];
    expect(line.map(({ member }) => member)).toEqual(again.map((handle) => key(world, handle)));
    const least = mine.get('bruno')?.reasons.find((reason) => 'mine' in reason);
    expect(least).toMatchObject({ between: 'members', mine: { heaviest: [{ atMs: expect.any(Number) }] } });
    await tap(world, 'anna');
    const called: string[] = [];
    for (let round = 0; round < again.length; round++) {
      await world.advance(6 * minute);
      const next = waiting.find((handle) => ticket(world, handle)?.phase === 'called');
      if (!next) throw new Error('nobody is called');
      called.push(next);
      await tap(world, next);
      await world.advance(2_000);
      await tap(world, next);
      await world.advance(2_000);
    }
    expect(called).toEqual(again);
  });
});

describe('who may', () => {
  const inTurn = (world: World, handle: Handle) => {
    const asked = world.gateway.access({ member: handle, machine: 'laser', at: null });
    if (!asked.ok) throw new Error(asked.code);
    const { may, rules } = asked.access;
    return { may, no: rules.find(({ rule }) => rule === 'in-turn')?.no ?? null };
  };

  it('knows a machine that is kept for another, and writes nothing', async () => {
    const world = await contended();
    await tap(world, 'anna');
    await world.advance(6 * minute);
    const entries = world.journal.entries().length;
    expect(inTurn(world, 'bruno')).toEqual({ may: true, no: null });
    expect(inTurn(world, 'dora')).toMatchObject({
      may: false,
      no: { code: 'machine-called', sentence: expect.stringContaining('kept for the member'), fromMs: null },
    });
    expect(world.journal.entries()).toHaveLength(entries);
    expect(ticket(world, 'dora')).toBeUndefined();
  });

  it('inv. 8: a list for the time without us holds only whose turn it is, until it ends', async () => {
    const world = await contended();
    const owed = () => {
      const atMs = world.clock.wallMs();
      const found = owedAllowList({ ...world.gateway.state(), synchronised: true }, 'front', { atMs });
      return [...found.values()].map(({ member, untilS }) => [member, untilS]);
    };
    const turn = ticket(world, 'anna')?.turn;
    const endS = Math.floor(((turn?.claimedAtMs ?? 0) + (turn?.lengthMs ?? 0)) / 1000);
    expect(owed()).toEqual([[key(world, 'anna'), endS]]);
    await tap(world, 'anna');
    await world.advance(2_000);
    expect(owed()).toEqual([]);
    await world.advance(6 * minute);
    const graceS = Math.floor(((ticket(world, 'bruno')?.sinceMs ?? 0) + 10 * minute) / 1000);
    expect(owed()).toEqual([[key(world, 'bruno'), graceS]]);
  });
});

// Found by a simulated life: their tickets could have no machine, and waited for ever.
it('a steward who goes past the hours of their plan is called like anybody', async () => {
  const hours = [{ days: ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const, from: '03:00', to: '03:01' }];
  const plans = { night: { name: 'Night', hours } };
  const steward = memberInput('dora', {
    badges: [badge('dora')],
    certificates,
    roles: ['member', 'steward'],
  });
  const world = await openWorld({
    workshop: { ...sampleWorkshop, plans, policy: { pools: { lasers: {} } } },
    members: [...people.filter(({ member }) => member !== 'dora'), { ...steward, plan: 'night' }],
    tickMs: 1_000,
  });
  await tap(world, 'anna');
  await world.advance(2_000);
  world.report('laser', 'idle');
  expect(await tap(world, 'dora')).toMatchObject({ outcome: 'queued' });
  await tap(world, 'anna');
  await world.advance(6 * minute);
  expect(ticket(world, 'dora')?.phase).toBe('called');
  expect(await tap(world, 'dora')).toMatchObject({ outcome: 'granted' });
});
