// A run under the policy that was in force comes to what happened; and waits that were worked out on paper.

import { describe, expect, it } from 'vitest';
import type { PoolPolicy } from '../../../src/domain/policy/policy-document.ts';
import { compare } from '../../../src/domain/replay/compare.ts';
import { demandOf } from '../../../src/domain/replay/demand-of.ts';
import { runTrace } from '../../../src/domain/replay/run-trace.ts';
import type { Trace } from '../../../src/domain/replay/trace.ts';
import { livePool } from '../../fakes/lived-pool.ts';
import { minute, mondayMs, traceOf, type Wanted } from '../../fakes/sample-trace.ts';

describe('a journal that the gateway wrote', () => {
  it.each([1, 2, 3])('is reproduced under the policy that was in force (seed %i)', (seed) => {
    const { entries } = livePool({ seed, days: 8, members: 40, pools: { lasers: 2, mills: 1 }, busy: 0.03 });
    const fromMs = entries[0]?.atMs ?? 0;
    const toMs = (entries.at(-1)?.atMs ?? 0) + 1;
    const trace = demandOf(entries, { fromMs, toMs, beginsMs: fromMs, endsMs: toMs });
    const outcome = runTrace(trace, trace.rules);
    const waited = trace.demands.filter(({ atMs, calledAtMs }) => calledAtMs !== null && calledAtMs > atMs);
    expect(waited.length).toBeGreaterThan(30);
    const called = trace.demands.filter(({ calledAtMs }) => calledAtMs !== null);
    const isOff = ({ calledAtMs }: Trace['demands'][number], index: number): boolean =>
      calledAtMs !== outcome.visits[index]?.calledAtMs;
    // Where several come within one minute their order is not in the journal.
    expect(trace.demands.filter(isOff).length).toBeLessThan(trace.demands.length * 0.02);
    const document = { pools: { lasers: {}, mills: {} } };
    const { past } = compare({ trace, before: outcome, after: outcome, document });
    expect(past).toMatchObject({ isReproduced: true, turns: called.length, offMinutes: 0 });
  });

  it('is told not to be, where the run does not come to it', () => {
    const wanted = Array.from({ length: 12 }, (_, index) => ({ at: index * 120, member: `m${index}` }));
    const trace = traceOf({ wanted, pools: { lasers: {} } });
    const demands = trace.demands.map((demand) => ({ ...demand, calledAtMs: demand.atMs + 40 * minute }));
    const outcome = runTrace(trace, trace.rules);
    const told = { trace: { ...trace, demands }, before: outcome, after: outcome };
    const { past } = compare({ ...told, document: { pools: { lasers: {} } } });
    expect(past).toMatchObject({ isReproduced: false, offMinutes: 40 });
  });
});

describe('waits worked out on paper', () => {
  const waits = (wanted: readonly Wanted[], lasers: PoolPolicy, change: Partial<Trace> = {}) => {
    const trace = { ...traceOf({ wanted, pools: { lasers } }), ...change };
    return runTrace(trace, trace.rules).visits.map(({ waitMs }) => waitMs / minute);
  };
  const three: readonly Wanted[] = [
    { at: 0, member: 'ann' },
    { at: 10, member: 'bob' },
    { at: 20, member: 'cid' },
  ];

  it('one after the other: half an hour of use, five minutes between, two to come', () => {
    // ann 0–30; the machine is ready at 35, bob comes at 37 and ends at 67; ready at 72.
    expect(waits(three, {})).toEqual([0, 25, 52]);
    // Ten minutes between: ready at 40, bob 42–72, ready at 82.
    expect(waits(three, { turnoverMinutes: 10 })).toEqual([0, 30, 62]);
  });

  it('who used it goes behind who did not, as far as the budget lets them', () => {
    const wanted: readonly Wanted[] = [
      { at: 0, member: 'ann' },
      { at: 36, member: 'dan' },
      { at: 40, member: 'ann' },
      { at: 50, member: 'bob' },
    ];
    // dan 36–66, ready at 71: bob used nothing, and his 90 minutes fit into ann's budget of as many; ready again at 108.
    expect(waits(wanted, {})).toEqual([0, 0, 68, 21]);
    // Nobody may be overtaken: ann at 71, bob at 108.
    const never = { overtakePercent: 0, overtakeLeastMinutes: 0, overtakeMostMinutes: 0 };
    expect(waits(wanted, never)).toEqual([0, 0, 31, 58]);
  });

  it('a use that is cut is gone on with, and that wait counts', () => {
    const wanted: readonly Wanted[] = [
      { at: 0, member: 'eva', useMs: 50 * minute },
      { at: 10, member: 'fox', useMs: 10 * minute },
    ];
    // Renewed once at 9, to 25; fox 32–42, ready at 47: eva waits from 25 for the other half of hers.
    expect(waits(wanted, { minutes: 20, renewMinutes: 5 })).toEqual([22, 20]);
  });

  it('who gave up then gives up now, unless they were called before', () => {
    const [ann, bob, cid] = three as [Wanted, Wanted, Wanted];
    const left = { ...bob, leavesAtMs: mondayMs + 36 * minute };
    expect(waits([ann, left, cid], {})).toEqual([0, 25, 52]);
    // Ready at 40 only: bob left at 36, and cid is called.
    expect(waits([ann, left, cid], { turnoverMinutes: 10 })).toEqual([0, 26, 20]);
  });

  it('who did not come when called does not come now, and the next waits for the grace', () => {
    const [ann, bob, cid] = three as [Wanted, Wanted, Wanted];
    expect(waits([ann, { ...bob, missed: [null] }, cid], {})).toEqual([0, 25, 25]);
    // Called at 35, back at 35 + 10 + 5: cid has the machine 47–77, ready at 82; bob waits 32 more.
    expect(waits([ann, { ...bob, missed: [5 * minute] }, cid], {})).toEqual([0, 25 + 32, 25]);
  });

  it('nobody begins at a machine that is broken, and closing ends a turn', () => {
    const broken = { machine: 'lasers-0', pool: 'lasers', closed: [] };
    const out = [{ fromMs: mondayMs + 5 * minute, toMs: mondayMs + 100 * minute }];
    expect(waits(three, {}, { machines: [{ ...broken, broken: out }] })).toEqual([0, 90, 117]);
    const shut = [{ fromMs: mondayMs + 15 * minute, toMs: mondayMs + 100 * minute }];
    const closing = { machines: [{ ...broken, closed: shut, broken: [] }] };
    // Who waits then goes home, unless they stayed.
    expect(waits(three, {}, closing)).toEqual([0, 5, 80]);
  });
});
