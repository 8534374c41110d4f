// An evening in the workshop on the disk, before and after its refused taps were forgotten: the same state, statement
// and use, read from the first entry, from a snapshot, and by what exports the journal (invariant 3).

import { afterAll, beforeAll, expect, it } from 'vitest';
import { pointPages } from '../../../src/adapters/influx/point-pages.ts';
import type { Store } from '../../../src/adapters/sqlite/open-store.ts';
import { emptyDiaryContext } from '../../../src/domain/diary/diary-context.ts';
import type { Entry } from '../../../src/domain/journal/entry.ts';
import { countsToKeep } from '../../../src/domain/journal/forgotten.ts';
import type { State } from '../../../src/domain/journal/state.ts';
import { readStatement } from '../../../src/gateway/read-statement.ts';
import { recover } from '../../../src/gateway/recover.ts';
import { livedEvening } from '../../fakes/lived-evening.ts';
import { replayed } from '../../fakes/replay.ts';
import { commitOf } from '../../fakes/sample-entries.ts';
import { scratchStore } from './scratch-store.ts';

const scratch = scratchStore();
let store: Store;
let state: State;
let headSeq: number;
let before: Awaited<ReturnType<typeof allOf>>;

async function allOf() {
  const { journal } = store;
  const found = await journal.query({ types: ['session-started', 'segment-closed'], fromMs: 0, toMs: 1e15 });
  const oldest = { tapsMs: Number.NEGATIVE_INFINITY, readingsMs: Number.NEGATIVE_INFINITY };
  const pages = pointPages({ journal, headSeq: () => headSeq, oldest: () => oldest });
  pages.begin(emptyDiaryContext());
  const points = [];
  for (let page = await pages.next(); page; page = await pages.next()) points.push(...page.points);
  return { found, points, statement: await readStatement(journal, '2026-10') };
}

beforeAll(async () => {
  const evening = await livedEvening(5);
  await evening.live(300);
  const entries = evening.entries();
  store = await scratch.open();
  const { journal } = store;
  await journal.append(commitOf(entries));
  await journal.keepSnapshot('r', replayed(entries.slice(0, 100)));
  headSeq = entries.length;
  before = await allOf();
  const last = entries.at(-1);
  const data = await journal.tapsToForget({ beforeMs: (last?.atMs ?? 0) - 600_000, limit: 1000 });
  const bodies = [...countsToKeep(replayed(entries)), { type: 'taps-forgotten', data }];
  const told = bodies.map((body, i) => ({ ...last, seq: entries.length + 1 + i, ...body }) as Entry);
  await journal.append(commitOf(told));
  state = replayed([...entries, ...told]);
  headSeq += told.length;
});
afterAll(scratch.dispose);

it.each(['another', 'r'])('gives the same state (reducer %s)', async (reducer) => {
  expect(await store.journal.gateway()).not.toBe(state.gateway);
  const recovered = await recover(store.journal, reducer);
  expect(recovered.replayed).toBe(reducer === 'r' ? headSeq - 100 : headSeq);
  expect(recovered.state).toEqual(state);
});

it('gives the same statement, the same use, and every tap but the refused ones', async () => {
  const after = await allOf();
  const isRefused = ({ tags }: { tags?: object }) => JSON.stringify(tags).includes('"refused"');
  expect(before.points.filter(isRefused).length).toBeGreaterThan(after.points.filter(isRefused).length);
  expect(after.points.filter((point) => !isRefused(point))).toEqual(
    before.points.filter((point) => !isRefused(point)),
  );
  expect(after.statement).toEqual(before.statement);
  expect(after.statement.accounts.length).toBeGreaterThan(0);
  expect(after.found).toEqual(before.found);
});
