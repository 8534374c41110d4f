// A minute of a hundred taps a second at twenty readers of the real program: the share of them that is in the journal
// exactly once, and how long a reader waits for the acknowledgement.

import { liveTapMinute } from '../e2e/tap-minute.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';

const minuteMs = 60_000;

export const tapMinute: Benchmark = { name: 'tap-minute', limitMs: 180_000, run };

async function run(): Promise<readonly Figure[]> {
  const { taps, lost, twice, p50, p99 } = await liveTapMinute(minuteMs);
  const once = taps - lost.length - twice.length;
  const landed = `${taps} taps, ${lost.length} lost, ${twice.length} twice`;
  return [
    figure({
      name: 'tap-minute-once',
      value: once / taps,
      unit: 'ratio',
      target: 1,
      goal: 'at least',
      note: landed,
    }),
    figure({ name: 'tap-minute-p50', value: p50, unit: 'ms', note: 'from the tap to its acknowledgement' }),
    figure({ name: 'tap-minute-p99', value: p99, unit: 'ms', note: 'from the tap to its acknowledgement' }),
  ];
}
