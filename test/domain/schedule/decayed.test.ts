// Forward decay: halves after a half-life, never changes an order by the passing of time, the same on any runtime.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Memory, revalued, unitsOf, worthMs } from '../../../src/domain/schedule/decayed.ts';

const weekMs = 7 * 86_400_000;
const memory: Memory = { halfLifeMs: weekMs, epochMs: 1_760_000_000_000 };
const later = (ms: number): number => memory.epochMs + ms;
const times = fc.integer({ min: 0, max: 5 * 366 * 86_400_000 });
const lengths = fc.integer({ min: 0, max: 86_400_000 });

describe('decayed use', () => {
  it('counts half after a half-life, a quarter after two', () => {
    const units = unitsOf(3_600_000, memory, later(0));
    const worth = [0, 1, 2, 3].map((halves) => worthMs(units, memory, later(halves * weekMs)));
    expect(worth).toEqual([3_600_000, 1_800_000, 900_000, 450_000]);
  });

  it('is within 0.02 % of the power it stands for', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 20 * weekMs }), (at, passed) => {
        const worth = worthMs(unitsOf(1_000_000_000, memory, later(at)), memory, later(at + passed));
        const exact = 1_000_000_000 * 2 ** (-passed / weekMs);
        expect(Math.abs(worth - exact)).toBeLessThanOrEqual(exact * 0.0002 + 1);
      }),
    );
  });

  it('gives the same units on any runtime', () => {
    // Written down once; a runtime that differs would give another order to the same journal.
    const units = [0, 1, 147_656, 604_799_999, weekMs, 3 * weekMs + 1234567].map((ms) =>
      unitsOf(60_000, memory, later(ms)),
    );
    expect(units.map(String)).toMatchInlineSnapshot(`
      [
        "65970697666560000",
        "65970697666560000",
        "65970697666560000",
        "131919069388680000",
        "131941395333120000",
        "528480555863520000",
      ]
    `);
  });

  it('never puts another one first because time passes', () => {
    fc.assert(
      fc.property(times, times, lengths, lengths, (one, other, long, short) => {
        const [mine, theirs] = [unitsOf(long, memory, later(one)), unitsOf(short, memory, later(other))];
        const now = Math.max(one, other);
        const compared = [now, now + weekMs, now + 9 * weekMs].map((ms) => {
          const [left, right] = [worthMs(mine, memory, later(ms)), worthMs(theirs, memory, later(ms))];
          return mine < theirs ? left <= right : left >= right;
        });
        expect(compared).toEqual([true, true, true]);
      }),
    );
  });

  it('is worth the same after a new half-life', () => {
    fc.assert(
      fc.property(times, lengths, fc.integer({ min: 0, max: 10 * weekMs }), (at, ms, passed) => {
        const units = unitsOf(ms, memory, later(at));
        const now = later(at + passed);
        const anew: Memory = { halfLifeMs: 3 * weekMs, epochMs: now };
        expect(worthMs(revalued(units, memory, now), anew, now)).toBe(worthMs(units, memory, now));
      }),
    );
  });
});
