// When many machines are woken together: never much before their time, never long after it, and at a pace that holds.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delayUntil } from '../../src/edge/timers.ts';

const togetherMs = 50;

describe('waking many together', () => {
  it.each([
    { dueMs: 1200, nowMs: 1000, delayMs: 200 },
    { dueMs: 1204.9, nowMs: 1004.9, delayMs: 195.1 },
    { dueMs: 1206, nowMs: 1006, delayMs: 244 },
    { dueMs: 1030, nowMs: 1000, delayMs: 30 },
    { dueMs: 990, nowMs: 1000, delayMs: 1 },
  ])('due at $dueMs, asked at $nowMs: in $delayMs', ({ dueMs, nowMs, delayMs }) => {
    expect(delayUntil(dueMs, { nowMs, togetherMs })).toBeCloseTo(delayMs);
    expect(delayUntil(dueMs, { nowMs })).toBeCloseTo(Math.max(dueMs - nowMs, 1));
  });

  it('is at most 5 ms early and less than 50 ms late', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.double({ min: 100, max: 1e6, noNaN: true }),
        (nowMs, inMs) => {
          const lateMs = delayUntil(nowMs + inMs, { nowMs, togetherMs }) - inMs;
          expect(lateMs).toBeGreaterThanOrEqual(-5.001);
          expect(lateMs).toBeLessThan(togetherMs);
        },
      ),
    );
  });

  it('keeps a pace that common instants can keep, though timers are a little late', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 49 }),
        fc.array(fc.double({ min: 0, max: 4, noNaN: true }), { minLength: 50, maxLength: 50 }),
        (startMs, latesMs) => {
          let nowMs = 1000 + startMs;
          let first = 0;
          for (const [turn, lateMs] of latesMs.entries()) {
            const dueMs = nowMs + 200;
            nowMs = Math.max(dueMs, nowMs + delayUntil(dueMs, { nowMs, togetherMs }) + lateMs);
            if (turn === 0) first = nowMs;
          }
          expect((nowMs - first) / (latesMs.length - 1)).toBeLessThan(201);
        },
      ),
    );
  });
});
