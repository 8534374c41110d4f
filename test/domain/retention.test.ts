// What is old enough to be forgotten, and when the night begins, also when the clocks are changed.

import { describe, expect, it } from 'vitest';
import { nightOf, oldestKept } from '../../src/domain/retention.ts';

const atMs = Date.parse('2026-11-22T12:00:00Z');

describe('what is kept', () => {
  it('is counted back in whole days', () => {
    const kept = oldestKept({ tapsDays: 90, readingsDays: 400 }, { atMs, synchronised: true });
    expect(new Date(kept.tapsMs).toISOString()).toBe('2026-08-24T12:00:00.000Z');
    expect(new Date(kept.readingsMs).toISOString()).toBe('2025-10-18T12:00:00.000Z');
  });

  it('inv. 4: is everything while the clock is not set', () => {
    const kept = oldestKept({ tapsDays: 7, readingsDays: 7 }, { atMs, synchronised: false });
    expect(kept).toEqual({ tapsMs: Number.NEGATIVE_INFINITY, readingsMs: Number.NEGATIVE_INFINITY });
  });

  it('is every reading where they are kept', () => {
    const kept = oldestKept({ tapsDays: 7, readingsDays: null }, { atMs, synchronised: true });
    expect(kept.readingsMs).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('the night', () => {
  it.each([
    ['2026-11-22T01:59:59Z', '2026-11-21'],
    ['2026-11-22T02:00:00Z', '2026-11-22'],
    ['2026-11-22T22:59:59Z', '2026-11-22'],
  ])('of %s in Rome is that of %s', (at, night) => {
    expect(nightOf(Date.parse(at), 'Europe/Rome')).toBe(night);
  });

  it.each(['2026-10-25', '2026-03-29'])('begins once on %s, when the clocks are changed', (day) => {
    const fromMs = Date.parse(`${day}T00:00:00Z`) - 6 * 3_600_000;
    const nights = Array.from({ length: 24 }, (_, hour) => nightOf(fromMs + hour * 3_600_000, 'Europe/Rome'));
    expect(new Set(nights).size).toBe(2);
    expect(nights).toEqual([...nights].sort());
  });
});
