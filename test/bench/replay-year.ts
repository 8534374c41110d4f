// A year of four pools and 120 members run under the policy that was in force and under another, from the entries to the
// report. Baseline: the events of the same queues, only applied, so that the figure tells what deciding anew costs.

import type { Entry } from '../../src/domain/journal/entry.ts';
import { compare, rulesOf } from '../../src/domain/replay/compare.ts';
import { demandOf } from '../../src/domain/replay/demand-of.ts';
import { runTrace } from '../../src/domain/replay/run-trace.ts';
import { applySchedule } from '../../src/domain/schedule/apply-schedule.ts';
import type { ScheduleEvent } from '../../src/domain/schedule/schedule-entries.ts';
import { emptySchedule } from '../../src/domain/schedule/schedule-state.ts';
import { livePool } from '../fakes/lived-pool.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';
import { median } from './percentile.ts';

const rounds = 3;
const targetMs = 10_000;

export const replayYear: Benchmark = { name: 'replay-year', limitMs: 300_000, run: async () => measure() };

function measure(): readonly Figure[] {
  const pools = { lasers: 2, mills: 1, saws: 2, looms: 1 };
  const { entries } = livePool({ seed: 1, days: 365, members: 120, pools, busy: 0.02 });
  const fromMs = entries[0]?.atMs ?? 0;
  const toMs = (entries.at(-1)?.atMs ?? 0) + 1;
  const document = {
    pools: { lasers: { minutes: 30 }, mills: { overtakePercent: 50 }, saws: {}, looms: {} },
  };
  const [wholeMs, bareMs]: [number[], number[]] = [[], []];
  let turns = 0;
  for (let round = 0; round < rounds; round++) {
    const beganMs = performance.now();
    const trace = demandOf(entries, { fromMs, toMs, beginsMs: fromMs, endsMs: toMs });
    const before = runTrace(trace, trace.rules);
    const after = runTrace(trace, rulesOf(document));
    const { past } = compare({ trace, before, after, document });
    wholeMs.push(performance.now() - beganMs);
    if (!past.isReproduced) throw new Error('the replay does not come to the past');
    turns = past.turns;
    bareMs.push(timeOf(() => applyAll(entries)));
  }
  return [
    figure({
      ...{
        name: 'replay-year',
        value: median(wholeMs),
        unit: 'ms',
        baseline: median(bareMs),
        target: targetMs,
      },
      note: `${turns} turns, two runs and the report; baseline: the events of the queues, applied`,
    }),
  ];
}

function timeOf(work: () => void): number {
  const beganMs = performance.now();
  work();
  return performance.now() - beganMs;
}

function applyAll(entries: readonly Entry[]): void {
  const state = emptySchedule();
  for (const entry of entries) if (isOfQueue(entry)) applySchedule(state, entry);
}

const isOfQueue = (entry: Entry): entry is Entry & ScheduleEvent =>
  /^(ticket-|turn-|promises-|queue-)/.test(entry.type);
