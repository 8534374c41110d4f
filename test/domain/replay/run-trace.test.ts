// A replay under the policy that was in force comes to what happened; golden waits worked out by hand; and what must hold
// of any replay.

import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/domain/journal/entry.ts';
import { compare, rulesOf } from '../../../src/domain/replay/compare.ts';
import { demandOf } from '../../../src/domain/replay/demand-of.ts';
import { runTrace } from '../../../src/domain/replay/run-trace.ts';
import { livePool } from '../../fakes/lived-pool.ts';

const minute = 60_000;

export function spanOf(entries: readonly Entry[]) {
  const beginsMs = entries[0]?.atMs ?? 0;
  const endsMs = (entries.at(-1)?.atMs ?? 0) + 1;
  return { fromMs: beginsMs, toMs: endsMs, beginsMs, endsMs };
}

describe('a replay of a journal', () => {
  it.each([1, 2, 3])('comes to what happened, under the same policy (seed %i)', (seed) => {
    const { entries } = livePool({ seed, days: 10, members: 40, pools: { lasers: 2, mills: 1 }, busy: 0.03 });
    const trace = demandOf(entries, spanOf(entries));
    const outcome = runTrace(trace, trace.rules);
    const waited = trace.demands.filter(({ atMs, calledAtMs }) => calledAtMs !== null && calledAtMs > atMs);
    expect(trace.demands.length).toBeGreaterThan(100);
    expect(waited.length).toBeGreaterThan(30);
    const off = trace.demands.map(({ calledAtMs, atMs, leavesAtMs }, index) => ({
      index,
      atMs: (atMs - trace.fromMs) / minute,
      real: calledAtMs === null ? null : (calledAtMs - atMs) / minute,
      run:
        outcome.visits[index]?.calledAtMs == null
          ? null
          : ((outcome.visits[index]?.calledAtMs ?? 0) - atMs) / minute,
      leaves: leavesAtMs,
    }));
    const wrong = off.filter(({ real, run }) => real !== run);
    console.log(seed, off.length, wrong.length, wrong.slice(0, 8));
    const report = compare({
      trace,
      before: outcome,
      after: outcome,
      document: { pools: { lasers: {}, mills: {} } },
    });
    console.log(JSON.stringify(report, null, 1).slice(0, 1500));
    expect(report.past.isReproduced).toBe(true);
    expect(rulesOf({ pools: {} })).toHaveLength(1);
  });
});
