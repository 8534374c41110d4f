// What one machine that speaks OPC UA adds to the memory of the program while its link is up: the library, in a thread
// of its own. Its server runs in another process and is not counted.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTrustStore } from '../../src/adapters/opcua/trust-store.ts';
import { startMill } from '../adapters/opcua/start-mill.ts';
import { waitUntil } from '../adapters/opcua/watched.ts';
import { configFile, dataDir, makeWorkshop, startOfficina } from './bench-workshop.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';
import { newFolder } from './leave-nothing.ts';
import { memoryOf } from './memory-at-rest.ts';
import { wait } from './pace.ts';

/** Half a minute until it looks again whether the server is trusted, and some rest. */
const restMs = 40_000;

export const memoryOpcua: Benchmark = { name: 'memory-opcua', limitMs: 120_000, run };

async function run(): Promise<readonly Figure[]> {
  const mill = await startMill({ pkiDir: newFolder('mill') });
  try {
    const folders = [workshop(null), workshop(mill.endpoint)] as const;
    // What is compiled at the first start is kept; the second is the usual one.
    for (const folder of folders) await (await startOfficina(folder)).stop();
    const [without, speaking] = await Promise.all([startOfficina(folders[0]), startOfficina(folders[1])]);
    await trustAll(folders[1]);
    await wait(restMs);
    const baseline = memoryOf(without.pid).rss;
    const value = memoryOf(speaking.pid).rss;
    await Promise.all([without.stop(), speaking.stop()]);
    const note = `RSS with one OPC UA machine; it adds ${(value - baseline).toFixed(0)} MB`;
    return [figure({ name: 'memory-opcua', value, unit: 'MB', baseline, note })];
  } finally {
    await mill.kill();
  }
}

function workshop(endpoint: string | null): string {
  const folder = makeWorkshop('opcua', { stations: 3, machines: 0, members: 0 });
  if (endpoint === null) return folder;
  const described = JSON.parse(readFileSync(configFile(folder), 'utf8'));
  described.machines.mill = { name: 'Mill', pool: 'mills', link: { kind: 'opcua', endpoint } };
  writeFileSync(configFile(folder), JSON.stringify(described));
  return folder;
}

async function trustAll(folder: string): Promise<void> {
  const store = openTrustStore(join(dataDir(folder), 'opcua'));
  await waitUntil(
    () => store.list().waiting.length > 0,
    () => 'the certificate of the mill',
  );
  for (const { sha256 } of store.list().waiting) store.trust(sha256);
}
