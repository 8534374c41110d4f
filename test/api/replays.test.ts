// The past under another policy over HTTP: who may ask, what is refused with which remedy, and a whole report of a journal.

import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ReplayReport } from '../../src/contract/replay.ts';
import { createReplay } from '../../src/gateway/replay-policy.ts';
import { livePool } from '../fakes/lived-pool.ts';
import { expectProblem, expectShape, openApi } from './open-api.ts';

const url = '/api/policy/replay';
const document = { pools: { lasers: { minutes: 30 } } };
const body = { document, from: '2026-11-22' };
const post = (payload: object) => ({ method: 'POST', url, payload }) as const;

const lived = livePool({ seed: 5, days: 4, members: 30, pools: { lasers: 2, mills: 1 }, busy: 0.03 });
const lastMs = lived.entries.at(-1)?.atMs ?? 0;

function deskOf(nowMs = lastMs) {
  let pauses = 0;
  const journal = {
    query: async ({ types, fromMs, toMs }: { types: readonly string[]; fromMs: number; toMs: number }) =>
      lived.entries.filter((one) => types.includes(one.type) && one.atMs >= fromMs && one.atMs < toMs),
  };
  // Every look at the clock is a millisecond later.
  let monoMs = 0;
  const clock = { wallMs: () => nowMs, monoMs: () => monoMs++ };
  const pause = async () => {
    pauses += 1;
    await setImmediate();
  };
  return { desk: createReplay({ journal, clock, pause }), pauses: () => pauses };
}

describe('POST /api/policy/replay', () => {
  it('tells who would wait less or more', async () => {
    const { desk, pauses } = deskOf();
    const { as } = await openApi({ replay: desk });
    const answer = await (await as('eva'))(post(body));
    expect(answer.statusCode).toBe(200);
    const report = answer.json<ReplayReport>();
    expectShape(ReplayReport, report);
    expect(report.past.isReproduced).toBe(true);
    expect(report.groups[0]).toMatchObject({ by: 'all', group: 'everybody', people: 30 });
    expect(report.pools.find(({ pool }) => pool === 'lasers')).toMatchObject({
      before: { turnMinutes: 60 },
      after: { turnMinutes: 30 },
    });
    expect(report.notes).toContainEqual({ code: 'pool-left-out', pool: 'mills' });
    // Taps come in between.
    expect(pauses()).toBeGreaterThan(50);
  });

  it('runs one at a time, and tells how far it is', async () => {
    const { desk } = deskOf();
    const { as } = await openApi({ replay: desk });
    const eva = await as('eva');
    const first = eva(post(body));
    await expect.poll(() => desk.part(), { interval: 1 }).not.toBeNull();
    const second = await eva(post(body));
    expectProblem(second, 503, 'replay-busy');
    expect(second.headers['retry-after']).toBe('10');
    expect((await eva({ url })).json<{ part: number }>().part).toBeLessThan(1);
    expect((await first).statusCode).toBe(200);
    expect((await eva({ url })).json()).toMatchObject({
      part: null,
      pools: expect.arrayContaining(['lasers']),
    });
  });

  it.each([
    ['a span of three years', { from: '2023-11-22' }, 400, 'replay-span'],
    ['a day that is none', { from: '2026-02-30' }, 400, 'replay-span'],
    ['a day to come', { from: '2027-02-01' }, 400, 'replay-span'],
    ['an end before the beginning', { from: '2026-11-24', to: '2026-11-23' }, 400, 'replay-span'],
    ['a pool that there is not', { document: { pools: { kilns: {} } } }, 422, 'replay-document'],
    [
      'numbers that do not go together',
      { document: { pools: { lasers: { peakMinutes: 300, longMinutes: 200 } } } },
      422,
      'replay-document',
    ],
    ['a key that is not known', { document: { pools: { lasers: { colour: 1 } } } }, 400, 'request-invalid'],
    ['an id that is none', { document: { pools: { 'A B': {} } } }, 400, 'request-invalid'],
  ])('refuses %s', async (_what, change, status, code) => {
    const { as } = await openApi({ replay: deskOf().desk });
    expectProblem(await (await as('eva'))(post({ ...body, ...change })), status, code);
  });

  it('goes on after a fault', async () => {
    const { desk } = deskOf();
    let isBroken = true;
    const replay = createReplay({
      journal: { query: () => Promise.reject(new Error('disk')) },
      clock: { wallMs: () => lastMs, monoMs: () => 0 },
      pause: async () => undefined,
    });
    const { as } = await openApi({
      replay: { run: (wish) => (isBroken ? replay.run(wish) : desk.run(wish)), part: replay.part },
    });
    const eva = await as('eva');
    expectProblem(await eva(post(body)), 500, 'fault');
    expect(replay.part()).toBeNull();
    isBroken = false;
    expect((await eva(post(body))).statusCode).toBe(200);
  });

  it('is for those who decide about machines', async () => {
    const { as } = await openApi({ replay: deskOf().desk });
    for (const handle of ['ada', 'tom'])
      expectProblem(await (await as(handle))(post(body)), 403, 'scope-missing');
  });
});
