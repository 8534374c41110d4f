// A journal of a million entries, written once per run of the benchmarks, and one of the same workshop with nothing but
// its members.

import { fileURLToPath } from 'node:url';
import { dataDir, makeWorkshop } from './bench-workshop.ts';
import { startChild } from './child.ts';
import type { MillionSettings } from './write-million.ts';

export type Filled = { readonly folder: string; readonly entries: number };

const workshop = { stations: 12, machines: 12 };
const members = 300;

let million: Promise<Filled> | null = null;

/** Not yet started once: there is no snapshot. */
export function millionEntries(): Promise<Filled> {
  million ??= fill(1_000_000);
  return million;
}

export const noEntries = (): Promise<Filled> => fill(0);

async function fill(entries: number): Promise<Filled> {
  const folder = makeWorkshop(`journal-${entries}`, { ...workshop, members: 0 });
  const settings: MillionSettings = { dataDir: dataDir(folder), entries, workshop, members };
  const program = fileURLToPath(new URL('./write-million.ts', import.meta.url));
  const ready = /^ready entries=(\d+)$/;
  const args = [program, JSON.stringify(settings)];
  const child = await startChild({ args, folder, ready, limitMs: 180_000 });
  await child.stop();
  return { folder, entries: Number(child.said[0]) };
}
