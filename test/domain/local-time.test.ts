// Times as people write them: read back as they were meant, and never guessed on the nights when clocks are changed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant, formatLocal, readTime } from '../../src/domain/local-time.ts';

const rome = 'Europe/Rome';
const zones = [rome, 'UTC', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia'];
const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) });
const minutes = instants.map((atMs) => Math.trunc(atMs / 60_000) * 60_000);

describe('a time with an offset', () => {
  it('is the instant it says, in every zone', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (atMs, zone) => {
        const second = Math.trunc(atMs / 1000) * 1000;
        expect(readTime(new Date(atMs).toISOString(), zone)).toEqual({ ok: true, atMs });
        expect(readTime(formatInstant(second, zone), rome)).toEqual({ ok: true, atMs: second });
      }),
    );
  });

  it.each([
    ['2026-11-20T18:00:00+01:00', '2026-11-20T17:00:00.000Z'],
    ['2026-11-20 18:00-03:30', '2026-11-20T21:30:00.000Z'],
    ['2026-11-20T18:00:00.250Z', '2026-11-20T18:00:00.250Z'],
  ])('%s is %s', (text, instant) => {
    expect(readTime(text, rome)).toEqual({ ok: true, atMs: Date.parse(instant) });
  });
});

describe('inv. 4: a time on the wall', () => {
  it('is one instant, or is refused with every instant that shows these digits', () => {
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (atMs, zone) => {
        const read = readTime(formatLocal(atMs, zone), zone);
        if (read.ok) expect(read.atMs).toBe(atMs);
        else
          expect(read).toMatchObject({ code: 'time-ambiguous', readingsMs: expect.arrayContaining([atMs]) });
      }),
      { numRuns: 500 },
    );
  });

  it('that came twice gives both, in order', () => {
    const read = readTime('2026-10-25 02:30', rome);
    expect(read).toMatchObject({ ok: false, code: 'time-ambiguous' });
    expect(read.ok ? [] : read.readingsMs.map((atMs) => formatInstant(atMs, rome))).toEqual([
      '2026-10-25T02:30:00+02:00',
      '2026-10-25T02:30:00+01:00',
    ]);
  });

  it('that never was gives what it may have meant', () => {
    const read = readTime('2026-03-29T02:30', rome);
    expect(read).toMatchObject({ ok: false, code: 'time-skipped' });
    expect(read.ok ? [] : read.readingsMs.map((atMs) => formatInstant(atMs, rome))).toEqual([
      '2026-03-29T01:30:00+01:00',
      '2026-03-29T03:30:00+02:00',
    ]);
  });

  it.each([
    ['2026-10-25 01:59', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25 03:00', '2026-10-25T02:00:00.000Z'],
    ['2026-03-29 01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29 03:00:05', '2026-03-29T01:00:05.000Z'],
  ])('%s beside a change is %s', (text, instant) => {
    expect(readTime(text, rome)).toEqual({ ok: true, atMs: Date.parse(instant) });
  });
});

it.each([
  '',
  'yesterday',
  '20.11.2026 18:00',
  '2026-11-20',
  '2026-11-20 18',
  '2026-02-30 10:00',
  '2026-13-01 10:00',
  '2026-11-20 24:00',
  '2026-11-20 18:60',
  '2026-11-20 18:00+25:00',
  '2026-11-20 18:00+01:60',
  '2026-11-20 18:00 +01:00',
  ' 2026-11-20 18:00',
  '1969-12-31 23:00Z',
  '2026-11-20T18:00:00.1234567890Z',
])('inv. 11: %j is refused', (text) => {
  expect(readTime(text, rome)).toEqual({ ok: false, code: 'time-unreadable', readingsMs: [] });
});
