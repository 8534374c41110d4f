// Bookings through the whole gateway, with its clocks turned by hand: from the page to the machine, over crashes, and what
// members are told.

import { describe, expect, it } from 'vitest';
import { copyState } from '../../src/domain/journal/copy-state.ts';
import type { BookingPolicy } from '../../src/domain/policy/policy-document.ts';
import type { Change, MemberInput } from '../../src/gateway/gateway.ts';
import { recover } from '../../src/gateway/recover.ts';
import { type BookedOptions, bookedWorkshop, hour, minute, pool } from '../fakes/booked-history.ts';
import { memberInput, openWorld, type World } from '../fakes/fake-world.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const { anna, bruno } = sampleBadges;
const certificates = [{ certificate: 'laser-basic', until: null }];
const people: readonly MemberInput[] = [
  memberInput('anna', { badges: [anna], certificates }),
  memberInput('bruno', { badges: [bruno], certificates }),
];
/** Monday, 11 January 2027, 09:00 in Rome. */
const mondayMs = Date.UTC(2027, 0, 11, 8);

async function open(bookings: BookingPolicy = {}, options: BookedOptions = {}): Promise<World> {
  const policy = { pools: { [pool]: { bookings } } };
  const workshop = { ...bookedWorkshop({ machines: 1, ...options }), policy };
  const world = await openWorld({ workshop, members: people, tickMs: 10_000, wallMs: mondayMs });
  return world;
}

const key = (world: World, handle: string): string => world.gateway.personByHandle(handle)?.member ?? handle;
const tap = (world: World, badge: string) => world.tap({ reader: 'front', badge });
const bookings = (world: World) => [...world.gateway.state().bookings.values()];

async function book(world: World, handle: string, at: { inMin: number; minutes?: number }) {
  const fromMs = mondayMs + at.inMin * minute;
  const times = { fromMs, toMs: fromMs + (at.minutes ?? 60) * minute };
  return world.gateway.makeBooking({ pool, machine: 'laser', member: key(world, handle), ...times });
}

describe('bookings through the gateway', () => {
  it('are told ahead, begun by the tap of their member, and end as turns do', async () => {
    const world = await open();
    const told: Change[] = [];
    world.gateway.listen((change) => change.kind === 'told' && told.push(change));
    expect(await book(world, 'anna', { inMin: 60 })).toMatchObject({ ok: true });
    await world.advance(51 * minute);
    expect(told).toMatchObject([{ member: key(world, 'anna'), told: { code: 'booking-soon' } }]);
    expect(await tap(world, bruno)).toMatchObject({ outcome: 'refused', code: 'machine-booked' });
    expect(await tap(world, anna)).toMatchObject({ outcome: 'granted', untilMs: mondayMs + 120 * minute });
    await world.advance(minute);
    expect(bookings(world)).toMatchObject([{ phase: 'used' }]);
    world.report('laser', 'idle');
    await world.advance(hour + 11 * minute);
    expect(bookings(world)).toMatchObject([{ phase: 'over', settled: true }]);
  });

  it('inv. 12: a space without a policy of bookings writes nothing of them', async () => {
    const world = await openWorld({ members: people });
    expect(await book(world, 'anna', { inMin: 60 })).toMatchObject({ ok: false, code: 'pool-not-booked' });
    await tap(world, anna);
    await world.advance(hour);
    expect(world.journal.entries().filter(({ type }) => /^(booking|wish|draft|use)-/.test(type))).toEqual([]);
  });

  it('inv. 3: replay gives the same bookings and the same use', async () => {
    const world = await open({ lateHours: 1 });
    await book(world, 'anna', { inMin: 180 });
    await book(world, 'bruno', { inMin: 300 });
    const [first] = bookings(world);
    await world.gateway.cancelBooking({ booking: first?.booking ?? '', by: key(world, 'anna') });
    await world.advance(7 * hour);
    const { state } = await recover(world.journal, 'another reducer');
    expect(copyState(state).bookings).toEqual(world.gateway.state().bookings);
    expect(state.schedule).toEqual(world.gateway.state().schedule);
  });

  it('nobody came while the gateway was down: it is released at the first look', async () => {
    const world = await open();
    await book(world, 'anna', { inMin: 60 });
    await world.crash();
    world.clock.advance(80 * minute);
    await world.restart();
    await world.advance(minute);
    expect(bookings(world)).toMatchObject([{ phase: 'released' }]);
    expect(await tap(world, bruno)).toMatchObject({ outcome: 'granted' });
  });

  it('inv. 6: a no changes nothing, and says when it would be free', async () => {
    const world = await open();
    await book(world, 'anna', { inMin: 60, minutes: 120 });
    const before = world.journal.entries().length;
    const refused = await book(world, 'bruno', { inMin: 90 });
    expect(refused).toMatchObject({ ok: false, code: 'booking-taken', nextMs: mondayMs + 180 * minute });
    expect(world.journal.entries().length).toBe(before);
  });

  it('two at once for the same time: one has it', async () => {
    const world = await open();
    const both = await Promise.all([book(world, 'anna', { inMin: 60 }), book(world, 'bruno', { inMin: 60 })]);
    expect(both.map(({ ok }) => ok)).toEqual([true, false]);
  });

  it('a full disk refuses a booking, and nothing of it is left', async () => {
    const world = await open();
    world.gate.setFull(true);
    await expect(book(world, 'anna', { inMin: 60 })).rejects.toThrow();
    expect(bookings(world)).toEqual([]);
  });

  it('given to another: both agree, use goes over, and only then the other may begin', async () => {
    const world = await open();
    const told: Change[] = [];
    world.gateway.listen((change) => change.kind === 'told' && told.push(change));
    const made = await book(world, 'anna', { inMin: 60 });
    const booking = made.ok ? made.id : '';
    const [from, to] = [key(world, 'anna'), key(world, 'bruno')];
    expect(await world.gateway.acceptBooking({ booking, by: to })).toMatchObject({
      code: 'booking-not-offered',
    });
    await world.gateway.offerBooking({ booking, by: from, to });
    expect(told).toMatchObject([{ member: to, told: { code: 'booking-offered' } }]);
    expect(await world.gateway.acceptBooking({ booking, by: to })).toMatchObject({ ok: true });
    const units = (member: string) =>
      world.gateway.state().schedule.queues.get(pool)?.uses.get(`member-${member}`)?.units ?? 0n;
    expect(units(from)).toBe(0n);
    expect(units(to)).toBeGreaterThan(0n);
    await world.advance(55 * minute);
    expect(await tap(world, anna)).toMatchObject({ outcome: 'refused', code: 'machine-booked' });
    expect(await tap(world, bruno)).toMatchObject({ outcome: 'granted' });
  });

  it('moved in one commit: the old one stands where the new one cannot be had', async () => {
    const world = await open();
    const made = await book(world, 'anna', { inMin: 24 * 60 });
    const taken = await book(world, 'bruno', { inMin: 26 * 60 });
    expect([made.ok, taken.ok]).toEqual([true, true]);
    const booking = made.ok ? made.id : '';
    const by = key(world, 'anna');
    const fromMs = mondayMs + 26 * hour;
    const move = { booking, by, machine: null, fromMs, toMs: fromMs + hour };
    expect(await world.gateway.moveBooking(move)).toMatchObject({ ok: false, code: 'booking-taken' });
    expect(bookings(world)[0]).toMatchObject({ phase: 'booked' });
    const half = { ...move, fromMs: mondayMs + 24.5 * hour, toMs: mondayMs + 25.5 * hour };
    expect(await world.gateway.moveBooking(half)).toMatchObject({ ok: true });
    expect(bookings(world).at(-1)).toMatchObject({ phase: 'booked', uid: booking, sequence: 1 });
  });
});

describe('the weekly draft through the gateway', () => {
  const draft = { day: 'mo', at: '12:00' } as const;

  it('is drawn at its instant, also where the gateway was down then, and is told', async () => {
    const world = await open({ draft });
    const fromMs = mondayMs + 7 * 24 * hour;
    const wish = { pool, machine: null, fromMs, toMs: fromMs + hour };
    expect(await world.gateway.makeBooking({ ...wish, member: key(world, 'anna') })).toMatchObject({
      code: 'booking-draft',
    });
    for (const handle of ['anna', 'bruno'])
      expect(await world.gateway.makeWish({ ...wish, member: key(world, handle) })).toMatchObject({
        ok: true,
      });
    await world.crash();
    world.clock.advance(5 * hour);
    await world.restart();
    const told: Change[] = [];
    world.gateway.listen((change) => change.kind === 'told' && told.push(change));
    await world.advance(minute);
    expect(bookings(world)).toMatchObject([
      { member: key(world, 'anna'), from: 'draft', drawn: { round: 1, place: 1, rank: 1 } },
    ]);
    expect(told).toMatchObject([{ member: key(world, 'anna'), told: { code: 'booking-drawn' } }]);
    expect(world.gateway.state().wishes.size).toBe(0);
    const late = await world.gateway.makeWish({ ...wish, member: key(world, 'bruno') });
    expect(late).toMatchObject({ ok: false, code: 'draft-over' });
  });
});
