// Charts show what was measured: gaps stay gaps, buffers stay bounded, ranges stay steady.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chartData, tableRows, valueRange } from '../../src/dashboard/chart/chart-data.ts';
import { createSamples, keepMs, type Sample, sampleOf } from '../../src/dashboard/live/samples.ts';

const at = (atMs: number, value = 1): Sample => ({ atMs, mean: value, min: value, max: value });
const steady = (fromMs: number, count: number, stepMs = 1_000) =>
  Array.from({ length: count }, (_, index) => at(fromMs + index * stepMs));

it('inv. 7: a gap is drawn as a gap, with nulls and its own band', () => {
  const { means, gaps, times } = chartData([...steady(0, 10), ...steady(60_000, 10)]);
  expect(gaps).toEqual([{ fromMs: 9_000, toMs: 60_000 }]);
  expect(means[10]).toBeNull();
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

it('a sample that stands alone is told, so that it is drawn as a point', () => {
  expect(chartData([at(0)]).lone).toEqual([0]);
  expect(chartData([]).lone).toEqual([]);
  expect(chartData(steady(0, 2)).lone).toEqual([]);
  const apart = chartData([...steady(0, 10), at(60_000), ...steady(120_000, 10)]);
  expect(apart.lone.map((index) => apart.times[index])).toEqual([60]);
  // As a month has it whose machine was used once.
  expect(chartData([at(0), at(86_400_000), ...steady(200_000_000, 9)]).lone).toEqual([0, 2]);
});

it('the pauses of a slow controller are not gaps', () => {
  expect(chartData(steady(0, 20, 30_000)).gaps).toEqual([]);
  expect(chartData(steady(0, 20, 250)).gaps).toEqual([]);
  expect(chartData([]).times).toEqual([]);
});

it('inv. 7: nothing is drawn that was not measured', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { maxLength: 60 }), (steps) => {
      let nowMs = 0;
      const samples = steps.map((step) => {
        nowMs += step;
        return at(nowMs, step);
      });
      const { means, gaps } = chartData(samples);
      expect(means.filter((mean) => mean !== null)).toEqual(samples.map(({ mean }) => mean));
      expect(means.filter((mean) => mean === null)).toHaveLength(gaps.length);
    }),
  );
});

it('ranges begin at zero, end round, and leave room above', () => {
  expect(valueRange([at(0, 12_700)], '1/min')).toEqual([0, 15_000]);
  expect(valueRange([at(0, 60)], 'degC')).toEqual([0, 80]);
  expect(valueRange([at(0, 20)], '%')).toEqual([0, 100]);
  expect(valueRange([at(0, -7)], 'mm')).toEqual([-8, 1]);
  expect(valueRange([], 'W')).toEqual([0, 1]);
});

it('inv. 10: the buffer of a machine is bounded in number and time, and counts what it drops', () => {
  const samples = createSamples();
  for (let index = 0; index < 5_000; index += 1) samples.add('laser', at(index * 100));
  expect(samples.of('laser')).toHaveLength(2_400);
  expect(samples.dropped()).toBe(2_600);
  samples.add('laser', at(5_000_000));
  expect(samples.of('laser')).toEqual([at(5_000_000)]);
  expect(samples.of('constructor')).toEqual([]);
});

it('times that go back and values that are no number are dropped', () => {
  const samples = createSamples();
  samples.add('laser', sampleOf('2026-11-21T13:00:00Z', 5));
  samples.add('laser', sampleOf('2026-11-21T12:59:59Z', 5));
  samples.add('laser', sampleOf('2026-11-21T13:00:01Z', Number.NaN));
  samples.add('laser', sampleOf('yesterday', 5));
  expect(samples.of('laser')).toHaveLength(1);
  expect(samples.dropped()).toBe(3);
});

it('what the diary knows replaces what was heard, and newer samples stay', () => {
  const samples = createSamples();
  samples.fill('laser', []);
  for (const sample of steady(10_000, 5)) samples.add('laser', sample);
  samples.fill('laser', steady(0, 13));
  expect(samples.of('laser').map(({ atMs }) => atMs)).toEqual(steady(0, 15).map(({ atMs }) => atMs));
  samples.fill('laser', [at(keepMs * 3)]);
  expect(samples.of('laser')).toHaveLength(1);
  expect(samples.dropped()).toBe(0);
});

it('table rows are newest first, exact in mean and bounds, and bounded', () => {
  const rows = tableRows([at(0, 2), at(5_000, 4), at(10_000, 9)], { stepMs: 10_000, limit: 500 });
  expect(rows).toEqual([
    { atMs: 10_000, mean: 9, min: 9, max: 9 },
    { atMs: 0, mean: 3, min: 2, max: 4 },
  ]);
  expect(tableRows(steady(0, 2_000), { stepMs: 1_000, limit: 500 })).toHaveLength(500);
});
