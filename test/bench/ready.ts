// From the spawn to the ready line, with a small workshop: the first start ever (nothing compiled before, no data), and
// the median of those after it, against a bare Node that starts and ends.

import { makeWorkshop, startOfficina } from './bench-workshop.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';
import { startChild } from './child.ts';
import { newFolder } from './leave-nothing.ts';
import { median } from './percentile.ts';

const starts = 5;
const targets = { warmMs: 1000, coldMs: 2000 } as const;

export const ready: Benchmark = { name: 'ready', limitMs: 120_000, run };

async function run(): Promise<readonly Figure[]> {
  const bareMs: number[] = [];
  const coldMs: number[] = [];
  const warmMs: number[] = [];
  const bareFolder = newFolder('bare');
  let folder = '';
  for (let round = 0; round < starts; round++) {
    bareMs.push(await bareReadyMs(bareFolder));
    // Compiled code is kept under the folder for temporary files, which is new with each of these folders.
    folder = makeWorkshop('ready', { stations: 3, machines: 0, members: 0 });
    coldMs.push(await readyMs(folder));
    warmMs.push(await readyMs(folder));
  }
  const baseline = median(bareMs);
  const note = `median of ${starts}; baseline: a bare Node`;
  return [
    figure({ name: 'ready-warm', value: median(warmMs), unit: 'ms', baseline, target: targets.warmMs, note }),
    figure({ name: 'ready-cold', value: median(coldMs), unit: 'ms', baseline, target: targets.coldMs, note }),
  ];
}

async function readyMs(folder: string): Promise<number> {
  const officina = await startOfficina(folder);
  await officina.stop();
  return officina.readyMs;
}

async function bareReadyMs(folder: string): Promise<number> {
  const child = await startChild({ args: ['-e', 'console.log("ready")'], folder, ready: /^ready$/ });
  await child.stop();
  return child.readyMs;
}
