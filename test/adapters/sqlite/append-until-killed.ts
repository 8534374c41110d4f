// A program for the test that kills it: appends for ever, many at once, and writes the seq of each entry on standard
// output once the store says that it is on the disk.

import { writeSync } from 'node:fs';
import { openStore } from '../../../src/adapters/sqlite/open-store.ts';
import { commitOf, sampleEntry } from '../../fakes/sample-entries.ts';

const dataDir = process.argv[2];
if (dataDir === undefined) throw new Error('name the data directory');
const log = { info() {}, warn() {}, error() {} };
const { journal } = await openStore({ dataDir, log });
// Goes on where the program before it was killed.
let next = 1;
for await (const batch of journal.read(0)) next += batch.length;

/** At once, as the process may be killed next; the pipe may be full for a moment. */
function tell(line: string): void {
  for (;;) {
    try {
      writeSync(1, line);
      return;
    } catch (fault) {
      if (!(fault instanceof Error && 'code' in fault && fault.code === 'EAGAIN')) throw fault;
    }
  }
}

async function appendForEver(): Promise<never> {
  for (;;) {
    const seq = next;
    next += 1;
    await journal.append(commitOf([sampleEntry(seq)]));
    tell(`${seq}\n`);
  }
}

await Promise.all(Array.from({ length: 20 }, appendForEver));
