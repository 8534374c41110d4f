// Ten years of a small space exported by the real program: sessions, charges, postings and members as CSV and as JSON lines, and the
// books for hledger. The time of each, and the most memory that its process had.

import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { monthAfter } from '../../../src/domain/ledger/period.ts';
import { configFile, dataDir } from '../bench-workshop.ts';
import { type Benchmark, type Figure, figure } from '../benchmark.ts';
import { counting } from './counting.ts';
import { firstMonth, monthsFrom, openSpace } from './space.ts';
import { bill } from './year.ts';

const years = 10;
const sessionsPerMonth = 500;
const kinds = ['sessions', 'charges', 'postings', 'members'] as const;
/** The years reach beyond today: without an end an export ends now. */
const span = ['--to', `${monthAfter(firstMonth, 12 * years)}-01`] as const;
const program = fileURLToPath(new URL('../../../src/officina.ts', import.meta.url));
/** Memory is looked at so often. */
const lookMs = 50;
const newline = 0x0a;

export const booksExport: Benchmark = { name: 'books-export', limitMs: 1_200_000, run };

async function run(): Promise<readonly Figure[]> {
  const space = await openSpace();
  const months = monthsFrom(firstMonth, 12 * years);
  const tell = counting('months written');
  for (const [index, month] of months.entries()) {
    await space.use(month, sessionsPerMonth);
    await bill(space, month);
    tell(index + 1, months.length);
  }
  await space.close();
  const figures: Figure[] = [];
  for (const kind of kinds)
    for (const format of ['csv', 'jsonl'])
      figures.push(
        ...(await measure(space.folder, [
          `export-${kind}-${format}`,
          'export',
          kind,
          '--format',
          format,
          ...span,
        ])),
      );
  return [
    ...figures,
    ...(await measure(space.folder, ['export-hledger', 'ledger', 'export', '--as', 'hledger'])),
  ];
}

async function measure(folder: string, [name = '', ...words]: readonly string[]): Promise<readonly Figure[]> {
  const file = join(folder, `${name}.out`);
  const beganMs = performance.now();
  const peakMB = await peakOf(file, [
    program,
    ...words,
    '--config',
    configFile(folder),
    '--data',
    dataDir(folder),
  ]);
  const ms = performance.now() - beganMs;
  const text = readFileSync(file);
  const lines = text.reduce((count, byte) => count + (byte === newline ? 1 : 0), 0);
  const written = `${lines} lines, ${(text.length / 1e6).toFixed(1)} MB: ${years} years of ${sessionsPerMonth * 12} sessions`;
  return [
    figure({ name: `books-${name}`, value: ms, unit: 'ms', note: written }),
    figure({
      name: `books-${name}-peak`,
      value: peakMB,
      unit: 'MB',
      note: 'the most memory of that process',
    }),
  ];
}

/** Rejects when the program did not do it. */
function peakOf(file: string, args: readonly string[]): Promise<number> {
  const out = openSync(file, 'w', 0o600);
  const child = spawn(process.execPath, args, { stdio: ['ignore', out, 'inherit'] });
  let peakMB = 0;
  const timer = setInterval(() => {
    peakMB = Math.max(peakMB, peakNow(child.pid ?? 0));
  }, lookMs);
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  child.once('error', reject);
  child.once('exit', (code) => {
    clearInterval(timer);
    closeSync(out);
    if (code === 0) resolve(peakMB);
    else reject(new Error(`officina ${args.slice(1).join(' ')} ended with ${code}`));
  });
  return promise;
}

/** Its high-water mark so far; nothing once it has gone. */
function peakNow(pid: number): number {
  try {
    const [, kB = '0'] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kB) / 1024;
  } catch {
    return 0;
  }
}
