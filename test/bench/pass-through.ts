// How much longer a line of a host takes to be answered when it goes through the gateway. Baseline: a plain copy of bytes
// in its place, so that the figure tells what looking at them costs.

import { streamBeside } from '../adapters/serial/stream-beside.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';
import { percentile } from './percentile.ts';

const bytes = 300_000;
const targetMs = 2;

export const passThrough: Benchmark = {
  name: 'pass-through',
  limitMs: 120_000,
  run: async () => [await measure()],
};

async function measure(): Promise<Figure> {
  const one = { seed: 1, bytes, isUnpaced: true } as const;
  const copied = percentile((await streamBeside({ ...one, way: 'copy' })).times, 0.99);
  const { times, lines } = await streamBeside({ ...one, way: 'gateway' });
  return figure({
    name: 'pass-through-line-p99',
    value: Math.max(0, percentile(times, 0.99) - copied),
    unit: 'ms',
    baseline: copied,
    target: targetMs,
    note: `${lines} lines one by one, how much longer than through a plain copy; baseline: the copy`,
  });
}
