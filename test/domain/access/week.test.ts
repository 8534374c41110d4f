// Weekly hours on the wall of a space, above all on the nights on which its clock is put forward or back (invariant 4).

import { assert, constantFrom, integer, property, subarray, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Hours,
  isWithin,
  type Span,
  stretchAfter,
  stretchAt,
  weekdays,
} from '../../../src/domain/access/week.ts';
import { formatInstant } from '../../../src/domain/local-time.ts';
import { hourMs, minuteMs } from '../../../src/domain/time.ts';

const rome = 'Europe/Rome';
const always = (from: string, to: string): Hours => ({ open: [{ days: weekdays, from, to }], closed: [] });
const at = (text: string): number => Date.parse(text);

function shown(hours: Hours, text: string, timezone = rome): readonly (string | number)[] | null {
  const stretch = stretchAt({ hours, timezone }, at(text));
  if (!stretch) return null;
  const { fromMs, toMs } = stretch;
  return [formatInstant(fromMs, timezone), formatInstant(toMs, timezone), (toMs - fromMs) / hourMs];
}

describe('weekly hours', () => {
  it('begin and end as the wall says: the first instant is in, the last is out', () => {
    const hours = always('08:00', '22:00');
    const within = (text: string) => isWithin({ hours, timezone: rome }, at(text));
    expect(within('2026-11-20T07:59:59.999+01:00')).toBe(false);
    expect(within('2026-11-20T08:00:00+01:00')).toBe(true);
    expect(within('2026-11-20T21:59:59.999+01:00')).toBe(true);
    expect(within('2026-11-20T22:00:00+01:00')).toBe(false);
  });

  it('go past midnight, of the day on which they begin', () => {
    const hours: Hours = { open: [{ days: ['fr'], from: '18:00', to: '02:00' }], closed: [] };
    expect(shown(hours, '2026-11-21T01:00:00+01:00')).toEqual([
      '2026-11-20T18:00:00+01:00',
      '2026-11-21T02:00:00+01:00',
      8,
    ]);
    expect(shown(hours, '2026-11-22T01:00:00+01:00')).toBeNull();
  });

  it('join where they adjoin, and have no end where they never stop', () => {
    const two: Hours = {
      open: [
        { days: ['fr'], from: '18:00', to: '24:00' },
        { days: ['sa'], from: '00:00', to: '06:00' },
      ],
      closed: [],
    };
    expect(shown(two, '2026-11-20T23:00:00+01:00')?.[2]).toBe(12);
    const ever = stretchAt({ hours: always('00:00', '24:00'), timezone: rome }, at('2026-11-20T23:00:00Z'));
    expect(ever?.toMs).toBe(Number.POSITIVE_INFINITY);
  });

  it('do not begin on a closed day', () => {
    const hours = { ...always('08:00', '22:00'), closed: ['2026-12-25'] };
    expect(shown(hours, '2026-12-25T12:00:00+01:00')).toBeNull();
    const next = stretchAfter({ hours, timezone: rome }, at('2026-12-25T12:00:00+01:00'));
    expect(next && formatInstant(next.fromMs, rome)).toBe('2026-12-26T08:00:00+01:00');
  });

  it.each([
    ['put forward', '22:00', '06:00', '2026-03-29T00:30:00+01:00', 7],
    ['put back', '22:00', '06:00', '2026-10-25T00:30:00+02:00', 9],
    ['put forward past its beginning', '02:30', '06:00', '2026-03-29T04:00:00+02:00', 2.5],
    ['put forward past its end', '22:00', '02:30', '2026-03-29T00:30:00+01:00', 4.5],
    ['put back at its beginning', '02:30', '06:00', '2026-10-25T02:45:00+02:00', 4.5],
    ['put back at its end', '22:00', '02:30', '2026-10-25T02:15:00+01:00', 5.5],
  ])('inv. 4: with the clock %s from %s to %s last as long as the wall says', (_, from, to, now, lengthH) => {
    expect(shown(always(from, to), now)?.[2]).toBe(lengthH);
  });

  it('inv. 4: where half an hour is put back', () => {
    const hours = always('22:00', '06:00');
    expect(shown(hours, '2026-04-05T01:45:00+11:00', 'Australia/Lord_Howe')?.[2]).toBe(8.5);
  });

  const time = tuple(integer({ min: 0, max: 23 }), integer({ min: 0, max: 59 })).map(
    ([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
  );
  const span = tuple(subarray([...weekdays], { minLength: 1 }), time, time).map(
    ([days, from, to]): Span => ({ days, from, to }),
  );
  const zone = constantFrom(rome, 'Australia/Lord_Howe', 'America/St_Johns', 'UTC');
  const instant = integer({ min: at('2026-03-01T00:00:00Z'), max: at('2026-11-30T00:00:00Z') });

  it('inv. 4: are never shorter than nothing, and agree with themselves at every instant', () => {
    assert(
      property(span, span, zone, instant, (one, other, timezone, atMs) => {
        const where = { hours: { open: [one, other], closed: [] }, timezone };
        const here = stretchAt(where, atMs);
        expect(here !== null).toBe(isWithin(where, atMs));
        if (here) {
          expect(here.fromMs).toBeLessThanOrEqual(atMs);
          expect(here.toMs).toBeGreaterThan(atMs);
          if (Number.isFinite(here.toMs)) {
            expect(isWithin(where, here.toMs)).toBe(false);
            expect(isWithin(where, here.toMs - 1)).toBe(true);
          }
        }
        const next = stretchAfter(where, atMs);
        if (next) {
          expect(next.fromMs).toBeGreaterThan(atMs);
          expect(isWithin(where, next.fromMs)).toBe(true);
          expect(isWithin(where, next.fromMs - minuteMs / 60)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});
