// What a million entries add to a start: the snapshot that the stop before left makes it independent of the journal's
// length. Starts with and without them take turns.

import { startOfficina } from './bench-workshop.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';
import { millionEntries, noEntries } from './million.ts';
import { medianBy } from './percentile.ts';

const starts = 5;
const targetMs = 150;

export const readyMillion: Benchmark = { name: 'ready-million', limitMs: 300_000, run };

async function run(): Promise<readonly Figure[]> {
  const full = await millionEntries();
  const none = await noEntries();
  await readyMs(none.folder);
  // The first start replays all and leaves a snapshot when it stops.
  const replayingMs = await readyMs(full.folder);
  const pairs: { noneMs: number; fullMs: number }[] = [];
  for (let round = 0; round < starts; round++) {
    pairs.push({ noneMs: await readyMs(none.folder), fullMs: await readyMs(full.folder) });
  }
  const middle = medianBy(pairs, ({ noneMs, fullMs }) => fullMs - noneMs);
  const first = `${(replayingMs / 1000).toFixed(1)} s the first time, without a snapshot`;
  return [
    figure({
      name: 'ready-million',
      value: middle.fullMs - middle.noneMs,
      unit: 'ms',
      baseline: middle.noneMs,
      target: targetMs,
      note: `added by ${full.entries} entries to the baseline's start; ${first}`,
    }),
  ];
}

async function readyMs(folder: string): Promise<number> {
  const officina = await startOfficina(folder);
  await officina.stop();
  return officina.readyMs;
}
