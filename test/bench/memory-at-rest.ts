// What the program holds in memory ten seconds after it is ready, with a small workshop and nobody there; against a bare
// Node and against one that has only loaded the libraries.

import { readFileSync } from 'node:fs';
import { makeWorkshop, startOfficina } from './bench-workshop.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';
import { type Child, startChild } from './child.ts';
import { newFolder } from './leave-nothing.ts';
import { wait } from './pace.ts';

const restMs = 10_000;
const targetMB = 120;

export const memoryAtRest: Benchmark = { name: 'memory-at-rest', limitMs: 60_000, run };

const libraries = ['aedes', 'fastify', 'better-sqlite3'];

async function run(): Promise<readonly Figure[]> {
  const first = await startOfficina(smallWorkshop());
  const folder = smallWorkshop();
  await (await startOfficina(folder)).stop();
  const again = await startOfficina(folder);
  const bare = await startNode('');
  const loaded = await startNode(
    libraries.map((name) => `require(${JSON.stringify(resolved(name))});`).join(''),
  );
  await wait(restMs);
  const all = [first, again, bare, loaded];
  const [firstMB, againMB, bareMB, loadedMB] = all.map(({ pid }) => memoryOf(pid));
  await Promise.all(all.map((child) => child.stop()));
  if (!firstMB || !againMB || !bareMB || !loadedMB) throw new Error('a memory could not be read');
  const told = (name: string, { rss, pss, anonymous }: Memory, what: string) => {
    const parts = `${pss.toFixed(0)} MB with its share of shared pages, ${anonymous.toFixed(0)} MB its own`;
    return { name, value: rss, unit: 'MB', baseline: bareMB.rss, note: `RSS; ${parts}; ${what}` } as const;
  };
  return [
    figure({ ...told('memory-at-rest', againMB, 'started before'), target: targetMB }),
    figure(told('memory-first-start', firstMB, 'nothing compiled before')),
    figure(told('memory-libraries', loadedMB, `only ${libraries.join(', ')} loaded`)),
  ];
}

const smallWorkshop = (): string => makeWorkshop('memory', { stations: 3, machines: 0, members: 0 });

const resolved = (name: string): string => new URL(import.meta.resolve(name)).pathname;

const startNode = (code: string): Promise<Child> =>
  startChild({
    args: ['-e', `${code} setInterval(() => {}, 60_000); console.log("ready")`],
    folder: newFolder('node'),
    ready: /^ready$/,
  });

type Memory = { readonly rss: number; readonly pss: number; readonly anonymous: number };

/** In megabytes of a million bytes; the kernel counts in KiB. */
export function memoryOf(pid: number): Memory {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const of = (word: string): number => {
    const found = new RegExp(`^${word}:\\s+(\\d+) kB$`, 'm').exec(text);
    return (Number(found?.[1] ?? Number.NaN) * 1024) / 1e6;
  };
  return { rss: of('Rss'), pss: of('Pss'), anonymous: of('Anonymous') };
}
