// Leafing through the journal: every page holds what was asked for and nothing else, in order, whatever the filters; and the proof in
// its own thread finds what the journal holds.

import { afterEach, describe, expect, it } from 'vitest';
import { openProof } from '../../../src/adapters/sqlite/open-proof.ts';
import type { Entry } from '../../../src/domain/journal/entry.ts';
import type { JournalShelf, ShelfWish } from '../../../src/gateway/ports.ts';
import { commitOf, firstAtMs, sampleEntry } from '../../fakes/sample-entries.ts';
import { scratchStore } from './scratch-store.ts';

const opened: ReturnType<typeof scratchStore>[] = [];
afterEach(async () => {
  for (const scratch of opened.splice(0)) await scratch.dispose();
});

const all: ShelfWish = {
  ...{ member: null, machine: null, type: null },
  ...{ fromMs: null, toMs: null, before: null, limit: 50 },
};

/** Sessions of a few members on a few machines, and alarms in between. */
function livedEntry(seq: number): Entry {
  const data = { member: `m${seq % 7}`, machine: `k${seq % 3}`, by: `m${seq % 5}` };
  return sampleEntry(seq, { type: seq % 11 === 0 ? 'machine-locked' : 'session-started', data } as never);
}

async function shelfOf(count: number, perCommit = 500) {
  const scratch = scratchStore();
  opened.push(scratch);
  const store = await scratch.open();
  const waiting: Promise<void>[] = [];
  for (let from = 1; from <= count; from += perCommit) {
    const size = Math.min(perCommit, count - from + 1);
    waiting.push(
      store.journal.append(commitOf(Array.from({ length: size }, (_, at) => livedEntry(from + at)))),
    );
  }
  await Promise.all(waiting);
  return { scratch, store, shelf: store.shelf };
}

async function leafThrough(shelf: JournalShelf, wish: ShelfWish): Promise<readonly number[]> {
  const seqs: number[] = [];
  let before: number | null = null;
  for (;;) {
    const page = await shelf.page({ ...wish, before });
    seqs.push(...page.rows.map(({ seq }) => seq));
    const last = page.rows.at(-1);
    if (!page.more || !last) return seqs;
    before = last.seq;
  }
}

describe('the shelf', () => {
  const seqs = Array.from({ length: 400 }, (_, at) => 400 - at);
  const cases: readonly (readonly [string, Partial<ShelfWish>, (seq: number) => boolean])[] = [
    ['all', {}, () => true],
    ['a member, who is meant or who did it', { member: 'm3' }, (seq) => seq % 7 === 3 || seq % 5 === 3],
    ['a machine', { machine: 'k1' }, (seq) => seq % 3 === 1],
    ['a type', { type: 'machine-locked' }, (seq) => seq % 11 === 0],
    [
      'all three',
      { member: 'm1', machine: 'k2', type: 'machine-locked' },
      (seq) => (seq % 7 === 1 || seq % 5 === 1) && seq % 3 === 2 && seq % 11 === 0,
    ],
    [
      'a stretch of time',
      { fromMs: firstAtMs + 10_000, toMs: firstAtMs + 20_000 },
      (seq) => seq >= 10 && seq < 20,
    ],
    [
      'a type in a stretch',
      { type: 'machine-locked', fromMs: firstAtMs + 100_000 },
      (seq) => seq % 11 === 0 && seq >= 100,
    ],
    ['nobody', { member: 'm9' }, () => false],
    ['before it began', { toMs: firstAtMs }, () => false],
  ];

  it('pages through what was asked for and nothing else', async () => {
    const { shelf } = await shelfOf(400);
    for (const [name, wish, holds] of cases)
      expect(await leafThrough(shelf, { ...all, ...wish, limit: 13 }), name).toEqual(seqs.filter(holds));
  });

  it('shows an entry with its hash and those of its neighbours', async () => {
    const { shelf, store } = await shelfOf(3);
    const [first, second, third] = await store.journal.hashes([1, 2, 3]);
    const entry = await shelf.entry(2);
    expect(entry).toMatchObject({ seq: 2, hash: second, hashBefore: first, hashAfter: third, last: 3 });
    expect(JSON.parse(entry?.body ?? '')).toMatchObject({ prev: first, data: { member: 'm2' } });
    expect(await shelf.entry(1)).toMatchObject({ hashBefore: null });
    expect(await shelf.entry(3)).toMatchObject({ hashAfter: null });
    expect(await shelf.entry(4)).toBeNull();
  });

  it('inv. 2: the proof beside the running store counts every entry', async () => {
    const { scratch, store } = await shelfOf(2_500);
    const faults: unknown[] = [];
    const proof = openProof({
      dataDir: scratch.dataDir,
      wallMs: () => 7,
      onFault: (cause) => faults.push(cause),
    });
    expect(proof.now()).toEqual({ step: 'none' });
    proof.begin();
    proof.begin();
    await expect.poll(() => proof.now().step, { timeout: 10_000 }).toBe('done');
    const [head] = await store.journal.hashes([2_500]);
    expect(proof.now()).toEqual({ step: 'done', atMs: 7, verdict: { ok: true, entries: 2_500, head } });
    expect(faults).toEqual([]);
    await proof.close();
  });
});
