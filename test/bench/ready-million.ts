// What a million entries add to a start: the snapshot that the stop before left makes it independent of the journal's
// length; and what they add to the slowest of the first taps, while the charges of two months are looked through. Starts
// with and without them take turns.

import { importMembers, startOfficina } from './bench-workshop.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';
import { measureTaps } from './measure-taps.ts';
import { millionEntries, noEntries } from './million.ts';
import { medianBy } from './percentile.ts';
import { openStations } from './stations.ts';

const starts = 5;
const targetMs = 150;
/** Of the journal that is looked through. */
const stations = { count: 12, members: 300 };
const firstTaps = { perSecond: 5, forMs: 5_000 };
const tapTargetMs = 50;

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
  // Those of the journal have no badges that a reader could see.
  for (const { folder } of [none, full]) importMembers(folder, stations.members);
  const taps: { noneMs: number; fullMs: number }[] = [];
  for (let round = 0; round < 3; round++)
    taps.push({ noneMs: await slowestTapMs(none.folder), fullMs: await slowestTapMs(full.folder) });
  const tap = medianBy(taps, ({ noneMs, fullMs }) => fullMs - noneMs);
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
    figure({
      name: 'first-taps-million',
      value: tap.fullMs - tap.noneMs,
      unit: 'ms',
      baseline: tap.noneMs,
      target: tapTargetMs,
      note: `added to the slowest tap of the first five seconds; ${tap.fullMs.toFixed(1)} ms with the journal`,
    }),
  ];
}

async function readyMs(folder: string): Promise<number> {
  const officina = await startOfficina(folder);
  await officina.stop();
  return officina.readyMs;
}

/** From the ready line on. */
async function slowestTapMs(folder: string): Promise<number> {
  const officina = await startOfficina(folder);
  const open = await openStations(officina.mqttPort, stations);
  const grantsMs = await measureTaps(open, firstTaps);
  await open.close();
  await officina.stop();
  return Math.max(...grantsMs);
}
