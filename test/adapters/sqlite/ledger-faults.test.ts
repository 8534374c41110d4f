// The books when things go wrong around them: a gateway that is killed while it posts, a full disk, and a backup that is put
// back. The journal and the books are never of two minds.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { checkBackup } from '../../../src/adapters/sqlite/backup/check-backup.ts';
import { restoreBackup } from '../../../src/adapters/sqlite/backup/restore-backup.ts';
import { writeBackup } from '../../../src/adapters/sqlite/backup/write-backup.ts';
import { verifyBooks } from '../../../src/adapters/sqlite/verify-books.ts';
import { commitOf, firstAtMs } from '../../fakes/sample-entries.ts';
import { closingEntry, postedEntry } from '../../fakes/sample-postings.ts';
import { allEntries, outcomes } from '../../ports/journal-outcomes.ts';
import { scratchStore } from './scratch-store.ts';

const scratch = scratchStore();
afterEach(() => scratch.dispose());

it('inv. 1, 5: killed in the middle of posting, the books are those of the journal', async () => {
  let told = 0;
  for (const enough of [3, 60]) {
    told = await postAndKill(told + enough);
    const { journal, ledger, close } = await scratch.open();
    const entries = await allEntries(journal);
    expect(entries.length).toBeGreaterThanOrEqual(told);
    const sum = BigInt(entries.length) * 1250n;
    expect(await ledger.balances({ account: '', atMs: null })).toEqual([
      { account: 'income:lasers', unit: 'EUR', minor: -sum },
      { account: 'member:anna', unit: 'EUR', minor: sum },
    ]);
    await close();
    expect(verifyBooks(scratch)).toMatchObject({ ok: true, postings: entries.length });
    told = entries.length;
  }
});

/** Kills the program once it has told of this posting; returns the last one it told of. */
async function postAndKill(enough: number): Promise<number> {
  const program = new URL('./post-until-killed.ts', import.meta.url).pathname;
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

it('inv. 1, 5: on a full disk a posting is refused whole, and comes through when there is room', async () => {
  const full = scratchStore();
  try {
    const store = await full.open();
    await store.journal.append(commitOf([postedEntry(1)]));
    // No page more than there are is too few for a long posting.
    await store.limitPages(1);
    const lines = Array.from({ length: 99 }, (_, at) => ({
      account: `member:m${at}`,
      unit: 'EUR',
      minor: '1',
    }));
    const long = { lines: [...lines, { account: 'bank', unit: 'EUR', minor: '-99' }] };
    expect(await outcomes(store.journal, [commitOf([postedEntry(2, long)])])).toEqual(['journal-full']);
    expect(await store.ledger.balances({ account: 'bank', atMs: null })).toEqual([]);
    await store.limitPages(100_000);
    expect(await outcomes(store.journal, [commitOf([postedEntry(2, long)])])).toEqual(['ok']);
    expect(await store.ledger.balances({ account: 'bank', atMs: null })).toMatchObject([{ minor: -99n }]);
    await store.close();
    expect(verifyBooks(full)).toMatchObject({ ok: true, postings: 2, accounts: 102 });
  } finally {
    await full.dispose();
  }
});

it('inv. 5: a backup that is put back makes the books anew, and what was closed is closed', async () => {
  const lived = scratchStore();
  const folder = mkdtempSync(join(tmpdir(), 'officina-put-back-'));
  try {
    const store = await lived.open();
    const closing = closingEntry(2, { month: '2025-10', beforeMs: firstAtMs });
    await store.journal.append(commitOf([postedEntry(1), closing, postedEntry(3)]));
    const before = await store.ledger.balances({ account: '', atMs: null });
    const file = join(folder, 'one.backup');
    const onProgress = (): void => undefined;
    const made = { file, program: '0', madeAtMs: firstAtMs, pepper: null, yaml: null, onProgress };
    await writeBackup({ ...made, dataDir: lived.dataDir });
    const checked = await checkBackup({ file, onProgress });
    const dataDir = join(folder, 'data');
    const restore = { file, checked, dataDir, erasures: new Map(), yamlTo: null, nowMs: firstAtMs };
    await restoreBackup({ ...restore, onProgress });
    expect(verifyBooks({ dataDir })).toEqual({ ok: true, postings: 2, accounts: 2, closed: '2025-10' });
    const back = await lived.open({ dataDir });
    expect(await back.ledger.balances({ account: '', atMs: null })).toEqual(before);
    const late = commitOf([postedEntry(4, { dateMs: firstAtMs - 1 })]);
    expect(await outcomes(back.journal, [late])).toEqual(['journal-broken']);
  } finally {
    await lived.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
});
