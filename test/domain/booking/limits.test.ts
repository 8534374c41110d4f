// The rules of booking under any order of makes and cancels: no overlap, no limit passed, enough left free at peak at
// every instant, also in the weeks in which the clock is put forward or back.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PoolPolicy } from '../../../src/domain/policy/policy-document.ts';
import {
  type BookedHistory,
  createBookedHistory,
  hour,
  minute,
  mondayMs,
  pool,
} from '../../fakes/booked-history.ts';

const evening = { days: ['mo', 'tu', 'we', 'th', 'fr'], from: '17:00', to: '22:00' } as const;
const shared: PoolPolicy = {
  peak: [evening],
  bookings: { horizonDays: 9, futureMinutes: 300, mostMinutes: 180, perPeakDay: 1, lateHours: 1 },
};
const members = ['anna', 'bruno', 'carla', 'dora'];

type Deed = { readonly who: number; readonly machine: number; readonly slot: number; readonly steps: number };
const deeds = fc.array(
  fc.record({
    who: fc.nat(3),
    machine: fc.nat(2),
    slot: fc.nat(9 * 48),
    steps: fc.integer({ min: 3, max: 40 }),
    cancels: fc.boolean(),
    passMin: fc.constantFrom(0, 0, 0, 30, 400),
  }),
  { minLength: 10, maxLength: 60 },
);

const live = (history: BookedHistory) =>
  [...history.state.bookings.values()].filter(({ phase }) => phase === 'booked' || phase === 'used');

/** The wall of Rome at an instant, by another way than the code: `Tue 17:05`. */
const wall = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Europe/Rome', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});
function isEvening(atMs: number): boolean {
  const [day = '', time = ''] = wall.format(atMs).split(/,? /);
  return !day.startsWith('S') && time >= '17:00' && time < '22:00';
}

function act(history: BookedHistory, deed: Deed & { cancels: boolean; passMin: number }): void {
  const own = live(history).filter(({ member }) => member === members[deed.who]);
  if (deed.cancels && own[0]) history.cancel(own[0].booking);
  const machine = ['laser', 'laser-2', 'laser-3'][deed.machine] ?? 'laser';
  const fromMs = mondayStart(history) + deed.slot * 30 * minute;
  history.book(members[deed.who] ?? '', { machine, fromMs, minutes: deed.steps * 5 });
  history.clock.advance(deed.passMin * minute);
  history.settle();
}

const mondayStart = (history: BookedHistory): number => {
  const { atMs } = history.stamp();
  return atMs - (atMs % (30 * minute));
};

function judge(history: BookedHistory, machines: number): void {
  const all = live(history);
  for (const [index, one] of all.entries()) {
    for (const other of all.slice(index + 1)) {
      const isSame = one.machine === other.machine || one.member === other.member;
      if (isSame) expect(one.toMs <= other.fromMs || other.toMs <= one.fromMs).toBe(true);
    }
    expect(one.toMs - one.fromMs).toBeLessThanOrEqual(180 * minute);
    expect(one.toMs - one.fromMs).toBeGreaterThanOrEqual(30 * minute);
  }
  for (const member of members) {
    const comingMs = all
      .filter((one) => one.member === member && one.phase === 'booked')
      .reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
    expect(comingMs).toBeLessThanOrEqual(300 * minute);
  }
  for (const { fromMs, toMs } of all)
    for (let at = fromMs; at < toMs; at += 5 * minute) {
      const taken = all.filter((one) => one.fromMs <= at && at < one.toMs).length;
      if (isEvening(at)) expect(taken).toBeLessThanOrEqual(machines - 1);
    }
  perDay(all);
}

const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' });

function perDay(all: ReturnType<typeof live>): void {
  const touched = new Set<string>();
  for (const { member, fromMs, toMs } of all) {
    const days = new Set<string>();
    for (let at = fromMs; at < toMs; at += 5 * minute) if (isEvening(at)) days.add(dayOf.format(at));
    for (const day of days) {
      expect(touched.has(`${member} ${day}`)).toBe(false);
      touched.add(`${member} ${day}`);
    }
  }
}

describe('limits of bookings', () => {
  it.each([
    ['an ordinary week', mondayMs],
    ['the week of 23 hours in March', Date.UTC(2027, 2, 26, 7)],
    ['the week of 25 hours in October', Date.UTC(2027, 9, 29, 6)],
  ])('hold under any order of makes and cancels: %s', (_name, fromMs) => {
    fc.assert(
      fc.property(deeds, (todo) => {
        const history = createBookedHistory({ shared, fromMs });
        for (const deed of todo) act(history, deed);
        judge(history, 3);
      }),
      { numRuns: 12 },
    );
  });

  it('a pool of one machine leaves half of the peak of each day', () => {
    const bookings = { ...shared.bookings, perPeakDay: 9, futureMinutes: 3_000 };
    const history = createBookedHistory({ shared: { ...shared, bookings }, machines: 1 });
    const at17 = mondayMs + 9 * hour;
    expect(history.book('anna', { fromMs: at17, minutes: 120 })).toMatch(/^b-/);
    expect(history.book('bruno', { fromMs: at17 + 3 * hour, minutes: 35 })).toBe('booking-peak-free');
    expect(history.book('bruno', { fromMs: at17 + 3 * hour, minutes: 30 })).toMatch(/^b-/);
    expect(history.book('bruno', { fromMs: at17 - hour, minutes: 60 })).toMatch(/^b-/);
  });

  it('the night of 25 hours is as long as it is: two bookings fit where the wall shows one hour twice', () => {
    const bookings = { ...shared.bookings, futureMinutes: 3_000 };
    const history = createBookedHistory({
      shared: { bookings },
      fromMs: Date.UTC(2027, 9, 30, 6),
      machines: 3,
    });
    const firstTwo = Date.UTC(2027, 9, 31, 0);
    expect(wall.format(firstTwo).slice(-5)).toBe(wall.format(firstTwo + hour).slice(-5));
    expect(history.book('anna', { fromMs: firstTwo })).toMatch(/^b-/);
    expect(history.book('bruno', { fromMs: firstTwo + hour })).toMatch(/^b-/);
    expect(history.book('carla', { fromMs: firstTwo + 30 * minute })).toBe('booking-taken');
  });
});

const alone = { bookings: { freeAtPeak: 1, perPeakDay: 2, futureMinutes: 10_000 } };
const soon = mondayMs + 4 * hour;

describe('a no to a booking', () => {
  it.each<[string, (history: BookedHistory) => string]>([
    ['booking-times', (history) => history.book('anna', { fromMs: mondayMs - hour })],
    ['booking-times', (history) => history.book('anna', { fromMs: soon + 1 })],
    ['booking-length', (history) => history.book('anna', { fromMs: soon, minutes: 20 })],
    ['booking-length', (history) => history.book('anna', { fromMs: soon, minutes: 300 })],
    ['booking-horizon', (history) => history.book('anna', { fromMs: soon + 20 * 24 * hour })],
    ['machine-not-booked', (history) => history.book('anna', { machine: 'mill', fromMs: soon })],
    [
      'booking-own-overlap',
      (history) => {
        history.book('anna', { fromMs: soon });
        return history.book('anna', { machine: 'laser-2', fromMs: soon + 30 * minute });
      },
    ],
    [
      'booking-peak-day',
      (history) => {
        history.book('anna', { fromMs: soon });
        history.book('anna', { fromMs: soon + hour });
        return history.book('anna', { fromMs: soon + 3 * hour });
      },
    ],
    [
      'booking-rights',
      (history) => {
        history.member('anna', { certificates: [] });
        return history.book('anna', { fromMs: soon });
      },
    ],
    [
      'booking-rights',
      (history) => {
        history.member('anna', { certificates: [{ certificate: 'laser-basic', until: '2027-10-11' }] });
        return history.book('anna', { fromMs: mondayMs + 15.5 * hour, minutes: 60 });
      },
    ],
    [
      'clock-unset',
      (history) => {
        history.boot({ synchronised: false });
        return history.book('anna', { fromMs: soon });
      },
    ],
  ])('%s', (code, ask) => {
    const history = createBookedHistory({ shared: alone });
    const before = history.state.bookings.size;
    expect(ask(history)).toBe(code);
    expect(history.state.bookings.size - before).toBeLessThan(3);
  });

  it('booking-closed: the whole of it lies within the hours of the space', () => {
    const hours = { open: [{ days: ['mo'] as const, from: '08:00', to: '20:00' }], closed: [] };
    const history = createBookedHistory({ shared: alone, space: { hours } });
    expect(history.book('anna', { fromMs: mondayMs + 11 * hour, minutes: 60 })).toMatch(/^b-/);
    expect(history.book('bruno', { fromMs: mondayMs + 11.5 * hour, machine: 'laser-2', minutes: 60 })).toBe(
      'booking-closed',
    );
  });

  it('pool-not-booked: where the policy has no bookings', () => {
    expect(createBookedHistory({ shared: {} }).book('anna', { fromMs: soon })).toBe('pool-not-booked');
    expect(pool).toBe('lasers');
  });
});
