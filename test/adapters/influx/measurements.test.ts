// How points become lines: places that do not collide, and repetitions that land where the first one did.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { positionPoint, toInfluxPoint } from '../../../src/adapters/influx/measurements.ts';
import type { DiaryPoint } from '../../../src/domain/diary/points-of.ts';

const point = (atMs: number, seq: number): DiaryPoint => ({
  measurement: 'access',
  atMs,
  seq,
  gateway: 'gateway-1',
  tags: { reader: 'front', outcome: 'refused' },
  fields: { code: 'badge-unknown' },
});

it('two entries within a million never share a time, the same entry always does', () => {
  const ms = fc.integer({ min: 0, max: 4_000_000_000_000 });
  fc.assert(
    fc.property(ms, fc.nat(), fc.integer({ min: 1, max: 999_999 }), (atMs, seq, later) => {
      const time = toInfluxPoint(point(atMs, seq)).timestamp;
      expect(toInfluxPoint(point(atMs, seq)).timestamp).toBe(time);
      expect(toInfluxPoint(point(atMs, seq + later)).timestamp).not.toBe(time);
      expect(BigInt(String(time)) / 1_000_000n).toBe(BigInt(atMs));
    }),
  );
});

it('carries its place in the journal', () => {
  expect(toInfluxPoint(point(5, 7)).fields).toEqual({ code: 'badge-unknown', seq: 7, gateway: 'gateway-1' });
});

it('marks the position once in ten minutes', () => {
  const at = (nowMs: number) => positionPoint({ gateway: 'g', seq: 1, nowMs }).timestamp;
  expect(at(600_001)).toBe(at(1_199_999));
  expect(at(1_200_000)).not.toBe(at(600_000));
});
