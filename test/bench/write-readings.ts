// A child process that fills the embedded diary through the store, with readings that nobody has sent to InfluxDB: each
// becomes a point of its own there, because no two of a machine have the same time.

import { pinoLog } from '../../src/adapters/log/pino-log.ts';
import { maxBuffered } from '../../src/adapters/sqlite/diary-port.ts';
import { openStore } from '../../src/adapters/sqlite/open-store.ts';
import { machineId } from './bench-workshop.ts';

export type ReadingsSettings = {
  readonly dataDir: string;
  readonly machines: number;
  readonly readings: number;
};

/** Between two readings of one machine; all of them are of the last two days, which the diary keeps. */
const stepMs = 1000;

const { dataDir, machines, readings }: ReadingsSettings = JSON.parse(process.argv[2] ?? '');

async function write(): Promise<void> {
  const store = await openStore({ dataDir, log: pinoLog('warn') });
  const steps = Math.ceil(readings / machines);
  const firstMs = Date.now() - (steps + 60) * stepMs;
  for (let index = 0; index < readings; index++) {
    const machine = machineId(index % machines);
    const atMs = firstMs + Math.floor(index / machines) * stepMs;
    store.diary.record(machine, atMs, { 'path.feedrate': 1000 + (index % 997) });
    if ((index + 1) % (maxBuffered / 2) === 0) await store.diary.flush();
  }
  await store.diary.flush();
  const dropped = store.diary.dropped();
  await store.close();
  process.stdout.write(`ready written=${readings - dropped}\n`);
}

await write();
