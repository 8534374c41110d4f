// A program for the test that kills it: posts for ever, many at once, and writes the seq of each posting on standard output
// once the store says that it is on the disk.

import { writeSync } from 'node:fs';
import { openStore } from '../../../src/adapters/sqlite/open-store.ts';
import { commitOf } from '../../fakes/sample-entries.ts';
import { postedEntry } from '../../fakes/sample-postings.ts';

const dataDir = process.argv[2];
if (dataDir === undefined) throw new Error('name the data directory');
const { journal } = await openStore({ dataDir, log: { info() {}, warn() {}, error() {} } });
let next = 1;
for await (const batch of journal.read(0)) next += batch.length;

async function postForEver(): Promise<never> {
  for (;;) {
    const seq = next;
    next += 1;
    await journal.append(commitOf([postedEntry(seq)]));
    writeSync(1, `${seq}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, postForEver));
