// A gateway that is killed in the middle of appending loses nothing that it was told is on the disk, and its lock goes
// with it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { verifyJournal } from '../../../src/adapters/sqlite/verify-journal.ts';
import { sampleEntries, sampleEntry } from '../../fakes/sample-entries.ts';
import { allEntries } from '../../ports/journal-outcomes.ts';
import { scratchStore } from './scratch-store.ts';

const scratch = scratchStore();
afterEach(() => scratch.dispose());

it('inv. 1: every acknowledged entry is there after kill -9, and the chain holds', async () => {
  let least = 0;
  for (const enough of [1, 150, 900]) {
    least = await appendAndKill(least + enough);
    const { journal, close } = await scratch.open();
    const entries = await allEntries(journal);
    expect(entries.length).toBeGreaterThanOrEqual(least);
    expect(entries).toEqual(sampleEntries(1, entries.length));
    await journal.append({ entries: [sampleEntry(entries.length + 1)], people: [], messages: [] });
    await close();
    expect(await verifyJournal({ dataDir: scratch.dataDir })).toMatchObject({
      ok: true,
      entries: entries.length + 1,
    });
    least = entries.length + 1;
  }
});

/** Kills the program once it has told of this entry; returns the last one it told of. */
async function appendAndKill(enough: number): Promise<number> {
  const program = new URL('./append-until-killed.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, scratch.dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  let told = 0;
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) told = Math.max(told, Number(line));
    if (told >= enough) child.kill('SIGKILL');
  });
  await ended;
  expect(told).toBeGreaterThanOrEqual(enough);
  return told;
}
