// The life of a booking at the machine: the rows of its table, who may begin, nobody who comes, and what it is charged.

import { describe, expect, it } from 'vitest';
import { endsOf } from '../../../src/domain/access/what-ends.ts';
import { bookingSteps } from '../../../src/domain/booking/booking-table.ts';
import { unitsOf } from '../../../src/domain/schedule/decayed.ts';
import {
  type BookedHistory,
  createBookedHistory,
  hour,
  minute,
  mondayMs,
} from '../../fakes/booked-history.ts';

const shared = { bookings: { freeAtPeak: 1, lateHours: 2 } };
const at = (hours: number): number => mondayMs + hours * hour;
const open = (queue = true): BookedHistory => createBookedHistory({ shared, queue, machines: 1 });
const worth = (history: BookedHistory, ms: number, chargedAtMs: number): bigint => {
  const queue = history.state.schedule.queues.get('lasers');
  if (!queue) throw new Error('no queue');
  return unitsOf(ms, queue.memory, chargedAtMs);
};

describe('the table of a booking', () => {
  it('has no way back from what is over', () => {
    const ends = ['over', 'released', 'late', 'cancelled', 'moved', 'given'];
    for (const [type, { from, to }] of Object.entries(bookingSteps))
      if (type !== 'booking-settled' && from.some((phase) => ends.includes(phase))) expect(to).toEqual([]);
  });

  it('inv. 3: an entry that it does not allow is a fault, not a silent change', () => {
    const history = open();
    const booking = history.book('anna', { fromMs: at(6) });
    expect(history.cancel(booking)).toBe('ok');
    expect(() => history.add({ type: 'booking-released', data: { booking } })).toThrow(/cancelled/);
  });
});

describe.each([true, false])('at the machine, in a pool with a queue: %s', (queue) => {
  it('its member begins ten minutes before, and has it until its end', () => {
    const history = open(queue);
    const booking = history.book('anna', { fromMs: at(2), minutes: 90 });
    history.clock.advance(2 * hour - 10 * minute);
    expect(history.tap('anna')).toMatchObject({ outcome: 'granted', untilMs: at(2) + 90 * minute });
    expect(history.booking(booking)).toMatchObject({ phase: 'used', chargeMs: 0 });
    history.clock.advance(20 * minute);
    expect(history.settle()).toEqual([]);
    history.end();
    expect(history.settle()).toContain('booking-ended');
  });

  it('earlier it is as for anybody: too close to be over before', () => {
    const history = open(queue);
    history.book('anna', { fromMs: at(1) });
    history.clock.advance(hour - 25 * minute);
    expect(history.tap('bruno')).toMatchObject({
      outcome: 'refused',
      code: 'machine-booked',
      values: { at: '09:00', until: '10:00' },
    });
    expect(history.state.sessions.size).toBe(0);
  });

  it('backfill: whoever is done before it begins is let on', () => {
    const history = open(queue);
    history.book('anna', { fromMs: at(2) });
    expect(history.tap('bruno')).toMatchObject({ outcome: 'granted' });
  });

  it('nobody came: the machine is given on, and the tap of the member comes too late', () => {
    const history = open(queue);
    const booking = history.book('anna', { fromMs: at(1) });
    history.clock.advance(hour + 15 * minute - 1);
    expect(history.settle()).toEqual([]);
    history.clock.advance(1);
    expect(history.settle()).toContain('booking-released');
    expect(history.booking(booking)).toMatchObject({ phase: 'released' });
    expect(history.tap('bruno')).toMatchObject({ outcome: 'granted' });
  });

  it('found after any downtime: days later it is released and settled at the first look', () => {
    const history = open(queue);
    const booking = history.book('anna', { fromMs: at(1) });
    history.clock.advance(72 * hour);
    expect(history.settle().filter((type) => type.startsWith('booking'))).toEqual([
      'booking-released',
      'booking-settled',
    ]);
    expect(history.booking(booking)).toMatchObject({ settled: true, chargeMs: queue ? hour : 0 });
  });

  it('inv. 6: who holds it is never cut off; they end as turns do, and the no-show clock waits for them', () => {
    const history = open(queue);
    expect(history.tap('bruno')).toMatchObject({ outcome: 'granted' });
    const booking = history.book('anna', { fromMs: at(3) });
    const session = history.state.sessions.get('laser');
    if (!session) throw new Error('nobody holds the laser');
    const known = endsOf(history.state, session, history.stamp());
    expect(known).toContainEqual({ cause: 'booking', atMs: at(3) });
    history.clock.advance(3 * hour + 30 * minute);
    history.settle();
    expect(history.state.sessions.get('laser')?.phase).toBe('active');
    expect(history.tap('anna')).toMatchObject({ outcome: 'refused', code: 'booking-busy' });
    history.end();
    history.clock.advance(14 * minute);
    history.settle();
    expect(history.booking(booking).phase).toBe('booked');
    expect(history.tap('bruno', 'front').outcome).toBe('refused');
    expect(history.tap('anna')).toMatchObject({ outcome: 'granted' });
  });

  it('a machine that cannot be used costs nobody a booking', () => {
    const history = open(queue);
    const booking = history.book('anna', { fromMs: at(1) });
    history.add({ type: 'machine-locked', data: { machine: 'laser', by: 'bruno', lock: 'after' } });
    history.clock.advance(hour + 15 * minute);
    history.settle();
    expect(history.booking(booking)).toMatchObject({ phase: 'cancelled', chargeMs: 0 });
    expect(history.units('anna')).toBe(0n);
  });

  it('who is suspended has none any more', () => {
    const history = open(queue);
    const booking = history.book('anna', { fromMs: at(5) });
    history.member('anna', { status: 'suspended' });
    expect(history.settle()).toContain('booking-cancelled');
    expect(history.booking(booking).phase).toBe('cancelled');
  });
});

describe('what a booking counts', () => {
  it('all of it when it is made, nothing when it is cancelled in time', () => {
    const history = open();
    const madeMs = history.stamp().atMs;
    const booking = history.book('anna', { fromMs: at(6) });
    expect(history.units('anna')).toBe(worth(history, hour, madeMs));
    history.clock.advance(3 * hour);
    expect(history.cancel(booking)).toBe('ok');
    expect(history.booking(booking).phase).toBe('cancelled');
    expect(history.units('anna')).toBe(0n);
  });

  it('late, only what nobody used of it', () => {
    const history = open();
    const madeMs = history.stamp().atMs;
    const booking = history.book('anna', { fromMs: at(3) });
    history.clock.advance(2 * hour);
    expect(history.cancel(booking)).toBe('ok');
    expect(history.booking(booking).phase).toBe('late');
    expect(history.units('anna')).toBe(worth(history, hour, madeMs));
    history.clock.advance(hour + 20 * minute);
    expect(history.tap('bruno')).toMatchObject({ outcome: 'granted' });
    history.clock.advance(30 * minute);
    history.end();
    history.clock.advance(2 * hour);
    history.settle();
    expect(history.booking(booking)).toMatchObject({ heldMs: 30 * minute, chargeMs: 30 * minute });
    expect(history.units('anna')).toBe(worth(history, 30 * minute, madeMs));
  });

  it('used: its turn counts, and what was left of it and nobody wanted', () => {
    const history = open();
    const booking = history.book('anna', { fromMs: at(1), minutes: 120 });
    history.clock.advance(hour);
    history.tap('anna');
    history.clock.advance(40 * minute);
    history.end();
    history.settle();
    history.clock.advance(2 * hour);
    history.settle();
    expect(history.booking(booking)).toMatchObject({ phase: 'over', settled: true, chargeMs: 80 * minute });
  });
});
