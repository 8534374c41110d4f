// A week to be booked on the clock of the space: days without a gap, also where one has 23 or 25 hours, and starts that
// belong to exactly one of them.

import { describe, expect, it } from 'vitest';
import {
  halfHours,
  lengthsBetween,
  onDay,
  spanOf,
  startsOf,
  weekDays,
} from '../../src/dashboard/booking/week-days.ts';

const place = { locale: 'en', timezone: 'Europe/Rome' };

describe('a week to be booked', () => {
  it.each([
    ['in March', Date.UTC(2027, 2, 25, 22, 30), '2027-03-25'],
    ['in October', Date.UTC(2027, 9, 28, 22, 30), '2027-10-29'],
  ])('has seven days after each other, %s', (_name, nowMs, first) => {
    const days = weekDays(nowMs, { week: 0, place });
    expect(days[0]).toBe(first);
    expect(new Set(days).size).toBe(7);
    const next = weekDays(nowMs, { week: 1, place });
    expect(Date.parse(next[0] ?? '') - Date.parse(days[6] ?? '')).toBe(86_400_000);
    const { from, to } = spanOf(days, nowMs);
    expect(Date.parse(to) - Date.parse(from)).toBeLessThanOrEqual(9 * 86_400_000);
  });

  it.each([
    ['2027-03-28', 46],
    ['2027-10-31', 50],
    ['2027-10-12', 48],
  ])('%s has %i half hours', (day, count) => {
    const halves = halfHours(day, place);
    expect(halves).toHaveLength(count);
    expect(new Set(halves).size).toBe(count);
  });

  it('offers each start once, at the first machine that has it', () => {
    const starts = [
      { machine: 'b', from: '2027-10-12T08:00:00.000Z' },
      { machine: 'a', from: '2027-10-12T07:00:00.000Z' },
      { machine: 'a', from: '2027-10-12T08:00:00.000Z' },
    ];
    expect(startsOf(starts, null).map(({ machine }) => machine)).toEqual(['a', 'b']);
    expect(startsOf(starts, 'b')).toHaveLength(1);
    expect(onDay(starts, { day: '2027-10-12', place })).toHaveLength(3);
    expect(onDay(starts, { day: '2027-10-11', place })).toHaveLength(0);
  });

  it('offers lengths in half hours', () => {
    expect(lengthsBetween(30, 120)).toEqual([30, 60, 90, 120]);
  });
});
