// `npm run bench [-- NAME] [--json FILE] [--out FOLDER]`: runs the benchmarks one after the other and prints their figures;
// `books` is all whose name begins so. Exit code 1
// when one of them could not be measured, 2 for wrong use; a missed target is told, not punished.

import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Benchmark, Figure } from './benchmark.ts';
import { booksExport } from './books/export.ts';
import { booksFiles } from './books/files.ts';
import { booksMonths } from './books/months.ts';
import { booksRating } from './books/rating.ts';
import { booksYear } from './books/year.ts';
import { decision } from './decision.ts';
import { drainTaps } from './drain-taps.ts';
import { fairness } from './fairness/fairness.ts';
import { grbl64 } from './grbl-64.ts';
import { leaveNothing } from './leave-nothing.ts';
import { memoryAtRest } from './memory-at-rest.ts';
import { memoryOpcua } from './memory-opcua.ts';
import { nodeRed } from './node-red.ts';
import { passThrough } from './pass-through.ts';
import { readingsRate } from './readings-rate.ts';
import { ready } from './ready.ts';
import { readyMillion } from './ready-million.ts';
import { replayMillion } from './replay-million.ts';
import { replayYear } from './replay-year.ts';
import { rooms } from './rooms.ts';
import { slowDisk } from './slow-disk.ts';
import { tableOf } from './table.ts';
import { tapLatency } from './tap-latency.ts';
import { tapMinute } from './tap-minute.ts';

// The replay comes before the starts, which leave a snapshot in the same journal.
const benchmarks: readonly Benchmark[] = [
  booksRating,
  booksYear,
  booksMonths,
  booksFiles,
  booksExport,
  decision,
  fairness,
  replayYear,
  ready,
  memoryAtRest,
  memoryOpcua,
  tapLatency,
  tapMinute,
  rooms,
  slowDisk,
  readingsRate,
  drainTaps,
  nodeRed,
  passThrough,
  grbl64,
  replayMillion,
  readyMillion,
];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'string' }, out: { type: 'string' } },
    allowPositionals: true,
  });
  const isOf = (wanted: string, name: string): boolean => name === wanted || name.startsWith(`${wanted}-`);
  const chosen = benchmarks.filter(
    ({ name }) => positionals.length === 0 || positionals.some((wanted) => isOf(wanted, name)),
  );
  const unknown = positionals.filter((wanted) => !benchmarks.some(({ name }) => isOf(wanted, name)));
  if (unknown.length > 0) {
    say(
      `There is no benchmark ${unknown.join(', ')}; there are: ${benchmarks.map(({ name }) => name).join(', ')}`,
    );
    return 2;
  }
  sayMachine();
  const { figures, failed } = await measure(chosen, values.out ?? null);
  say('');
  for (const line of tableOf(figures)) say(line);
  if (values.json !== undefined) {
    const bare = figures.map(({ name, value, unit, baseline, target, met }) => ({
      ...{ name, value, unit, baseline, target, met },
    }));
    writeFileSync(values.json, `${JSON.stringify(bare, null, 2)}\n`);
  }
  return failed ? 1 : 0;
}

function sayMachine(): void {
  const [load = 0] = loadavg();
  const cores = cpus();
  say(
    `${cores.length} × ${cores[0]?.model ?? 'unknown processor'}, Node ${process.version}, load ${load.toFixed(2)}`,
  );
  if (load > 1)
    say('This computer is busy with other things: take the figures with care, ratios before times.');
}

async function measure(
  chosen: readonly Benchmark[],
  out: string | null,
): Promise<{ figures: Figure[]; failed: boolean }> {
  const figures: Figure[] = [];
  let failed = false;
  for (const benchmark of chosen) {
    const startedMs = performance.now();
    try {
      figures.push(...(await withinLimit(benchmark, out)));
      say(`${benchmark.name}: ${((performance.now() - startedMs) / 1000).toFixed(0)} s`);
    } catch (fault) {
      failed = true;
      say(
        `${benchmark.name} could not be measured: ${fault instanceof Error ? fault.message : String(fault)}`,
      );
    }
  }
  return { figures, failed };
}

async function withinLimit(
  { name, limitMs, run }: Benchmark,
  out: string | null,
): Promise<readonly Figure[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} took more than ${limitMs / 1000} s`)), limitMs);
  });
  try {
    return await Promise.race([run(out), late]);
  } finally {
    clearTimeout(timer);
  }
}

process.once('exit', leaveNothing);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
// What a benchmark left open after a fault must not keep this process.
process.exit(await main());
