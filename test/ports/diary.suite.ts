// What every implementation of the port `Diary` promises. `settle` resolves when what was recorded can be read.

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diary, Sample } from '../../src/gateway/ports.ts';

export type DiarySubject = {
  readonly diary: Pick<Diary, 'record' | 'series'>;
  settle(): Promise<void>;
  dispose(): Promise<void>;
};

const base = 1_760_000_000_000;

export function diarySuite(name: string, open: () => Promise<DiarySubject>): void {
  describe(`diary: ${name}`, () => {
    let subject: DiarySubject;
    beforeEach(async () => {
      subject = await open();
    });
    afterEach(() => subject.dispose());

    const watts = (request: { fromMs: number; toMs: number; limit: number }): Promise<readonly Sample[]> =>
      subject.diary.series({ machine: 'laser', name: 'electric.power', ...request });

    it('gives each sample a bucket of its own where there are enough', async () => {
      for (const value of [0, 10.5, -20]) {
        subject.diary.record('laser', base + Math.abs(value) * 100, { 'electric.power': value });
      }
      await subject.settle();
      expect(await watts({ fromMs: base, toMs: base + 4000, limit: 4 })).toEqual([
        { atMs: base, mean: 0, min: 0, max: 0 },
        { atMs: base + 1000, mean: 10.5, min: 10.5, max: 10.5 },
        { atMs: base + 2000, mean: -20, min: -20, max: -20 },
      ]);
    });

    it('keeps machines and readings apart, and includes the beginning but not the end', async () => {
      const { diary } = subject;
      diary.record('laser', base, { 'electric.power': 1, 'spindle.speed': 100 });
      diary.record('laser', base + 1000, { 'electric.power': 2 });
      diary.record('lathe', base, { 'electric.power': 3 });
      diary.record('__proto__', base, { 'electric.power': 4 });
      await subject.settle();
      expect(await watts({ fromMs: base, toMs: base + 1000, limit: 1 })).toEqual([
        { atMs: base, mean: 1, min: 1, max: 1 },
      ]);
      const range = { fromMs: base, toMs: base + 1000, limit: 1 };
      const one = async (machine: string, name: 'electric.power' | 'spindle.speed') =>
        (await diary.series({ machine, name, ...range }))[0]?.mean;
      expect(await one('laser', 'spindle.speed')).toBe(100);
      expect(await one('lathe', 'electric.power')).toBe(3);
      expect(await one('__proto__', 'electric.power')).toBe(4);
      expect(await one('absent', 'electric.power')).toBeUndefined();
    });

    it('gives nothing for a range or a limit that holds nothing', async () => {
      subject.diary.record('laser', base, { 'electric.power': 1 });
      await subject.settle();
      expect(await watts({ fromMs: base, toMs: base, limit: 10 })).toEqual([]);
      expect(await watts({ fromMs: base + 1, toMs: base, limit: 10 })).toEqual([]);
      expect(await watts({ fromMs: base, toMs: base + 1, limit: 0 })).toEqual([]);
      expect(await watts({ fromMs: base + 1, toMs: base + 2, limit: 10 })).toEqual([]);
    });

    it('tells a month by the day, long after the single samples are gone', async () => {
      const dayMs = 86_400_000;
      const fromMs = Math.floor(base / dayMs) * dayMs;
      for (let day = 0; day < 31; day++) {
        for (const [hour, value] of [
          [0, day],
          [6, 100],
          [23, -100],
        ] as const) {
          const atMs = fromMs + day * dayMs + hour * 3_600_000;
          subject.diary.record('laser', atMs, { 'electric.power': value });
        }
        // As it would come, day after day.
        await subject.settle();
      }
      const days = await watts({ fromMs, toMs: fromMs + 31 * dayMs, limit: 31 });
      expect(days.map(({ atMs }) => (atMs - fromMs) / dayMs)).toEqual(
        Array.from({ length: 31 }, (_, i) => i),
      );
      for (const [day, { mean, min, max }] of days.entries()) {
        expect(mean).toBeCloseTo(day / 3, 9);
        expect([min, max]).toEqual([-100, 100]);
      }
    });

    it('sums up exactly what was recorded, whatever the buckets', async () => {
      let turn = 0;
      const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 });
      const property = fc.asyncProperty(values, fc.integer({ min: 1, max: 70 }), async (recorded, limit) => {
        turn += 1;
        const machine = `machine-${turn}`;
        for (const [index, value] of recorded.entries()) {
          subject.diary.record(machine, base + index * 10, { 'path.feedrate': value });
        }
        await subject.settle();
        const range = { fromMs: base, toMs: base + recorded.length * 10 };
        const samples = await subject.diary.series({ machine, name: 'path.feedrate', ...range, limit });
        expect(samples.length).toBeLessThanOrEqual(limit);
        expect(Math.min(...samples.map(({ min }) => min))).toBe(Math.min(...recorded));
        expect(Math.max(...samples.map(({ max }) => max))).toBe(Math.max(...recorded));
        const times = samples.map(({ atMs }) => atMs);
        expect(times).toEqual([...times].sort((one, other) => one - other));
        for (const { mean, min, max } of samples) {
          expect(mean).toBeGreaterThanOrEqual(min - 1e-9);
          expect(mean).toBeLessThanOrEqual(max + 1e-9);
        }
        if (limit === 1) {
          const mean = recorded.reduce((sum, value) => sum + value) / recorded.length;
          expect(samples[0]?.mean).toBeCloseTo(mean, 6);
        }
      });
      await fc.assert(property, { numRuns: 40 });
    });
  });
}
