// A full replay of a million entries, as after a new version of the reducer, against reading and parsing the same
// entries with the bare SQLite library.

import { fileURLToPath } from 'node:url';
import { dataDir } from './bench-workshop.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';
import { startChild } from './child.ts';
import { millionEntries } from './million.ts';
import { median } from './percentile.ts';

const runs = 3;
const targetMs = 10_000;

export const replayMillion: Benchmark = { name: 'replay-million', limitMs: 300_000, run };

async function run(): Promise<readonly Figure[]> {
  const { folder, entries } = await millionEntries();
  const program = fileURLToPath(new URL('./replay-program.ts', import.meta.url));
  const ready = /^ready entries=(\d+) replay=([\d.]+) bare=([\d.]+)$/;
  const replaysMs: number[] = [];
  const baresMs: number[] = [];
  for (let round = 0; round < runs; round++) {
    const child = await startChild({ args: [program, dataDir(folder)], folder, ready, limitMs: 120_000 });
    await child.stop();
    const [replayed = 0, replayMs = 0, bareMs = 0] = child.said.map(Number);
    if (replayed !== entries) throw new Error(`${replayed} of ${entries} entries were replayed`);
    replaysMs.push(replayMs);
    baresMs.push(bareMs);
  }
  return [
    figure({
      name: 'replay-million',
      value: median(replaysMs),
      unit: 'ms',
      baseline: median(baresMs),
      target: targetMs,
      note: `${entries} entries without a snapshot; baseline: bare read and JSON.parse`,
    }),
  ];
}
