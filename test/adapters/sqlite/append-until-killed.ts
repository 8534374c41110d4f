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

async function appendForEver(): Promise<never> {
  for (;;) {
    const seq = next;
    next += 1;
    await journal.append(commitOf([sampleEntry(seq)]));
    writeSync(1, `${seq}\n`);
  }
}

await Promise.all(Array.from({ length: 20 }, appendForEver));
