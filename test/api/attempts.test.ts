// The sliding window against a plain model, and its bound.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAttempts } from '../../src/api/attempts.ts';

describe('attempts', () => {
  it('lets through exactly what a window of the past allows', () => {
    const steps = fc.array(fc.record({ waitMs: fc.nat(500), key: fc.constantFrom('a', 'b', '__proto__') }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(steps, (sequence) => {
        let nowMs = 0;
        const attempts = createAttempts({ limit: 3, windowMs: 1000, clock: { monoMs: () => nowMs } });
        const through: { key: string; atMs: number }[] = [];
        for (const { waitMs, key } of sequence) {
          nowMs += waitMs;
          const recent = through.filter((one) => one.key === key && nowMs - one.atMs < 1000);
          const waitS = attempts.take(key);
          expect(waitS === 0).toBe(recent.length < 3);
          if (waitS === 0) through.push({ key, atMs: nowMs });
        }
      }),
    );
  });

  it('says how long to wait, never less than it takes', () => {
    let nowMs = 0;
    const attempts = createAttempts({ limit: 1, windowMs: 10_000, clock: { monoMs: () => nowMs } });
    attempts.take('a');
    nowMs = 2_500;
    expect(attempts.take('a')).toBe(8);
    nowMs = 9_999;
    expect(attempts.take('a')).toBe(1);
    nowMs = 10_000;
    expect(attempts.take('a')).toBe(0);
  });

  it('inv. 10: forgets the key unused for longest, and counts it', () => {
    const attempts = createAttempts({ limit: 1, windowMs: 1000, clock: { monoMs: () => 0 }, capacity: 2 });
    for (const key of ['a', 'b', 'a', 'c']) attempts.take(key);
    expect(attempts.dropped()).toBe(1);
    expect(attempts.take('a')).toBeGreaterThan(0);
    expect(attempts.take('b')).toBe(0);
  });
});
