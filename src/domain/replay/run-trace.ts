// Lives through a trace under a policy, by the rule of the gateway itself and a clock that goes from event to event. There
// is no chance in it: the same trace and the same policy give the same outcome, and names decide nothing.

import { emptySchedule, type ScheduleState } from '../schedule/schedule-state.ts';
import { createClockQueue } from './clock-queue.ts';
import { arrive, closeSeat, giveUp, goAway, tellRule } from './deeds.ts';
import { isUsable, type Lane, type Seat } from './lane.ts';
import type { Outcome } from './outcome.ts';
import { settle } from './settle.ts';
import type { Rules, Trace } from './trace.ts';
import { newVisit, type Visit, visitedOf } from './visit.ts';

export type Run = {
  readonly state: ScheduleState;
  readonly clock: ReturnType<typeof createClockQueue>;
  readonly lanes: ReadonlyMap<string, Lane>;
  /** Member → demands that wait until they have given a ticket or a machine back. */
  readonly later: Map<string, Visit[]>;
  weights: ReadonlyMap<string, number>;
  nowMs: number;
  /** Tickets that were ever given. */
  tickets: number;
  /** Somebody taps: they come, or come back. */
  readonly arrive: (lane: Lane, visit: Visit) => void;
};

export type TraceRun = {
  /** Lives through so many events at most; false once there is nothing left. */
  step(most: number): boolean;
  /** How far it is, from 0 to 1. */
  part(): number;
  /** What came of it; to be asked once it is over. */
  outcome(): Outcome;
};

export function runTrace(trace: Trace, rules: Rules): Outcome {
  const run = createRun(trace, rules);
  while (run.step(Number.MAX_SAFE_INTEGER));
  return run.outcome();
}

export function createRun(trace: Trace, rules: Rules): TraceRun {
  const { beginsMs, endsMs } = trace;
  const lanes = lanesOf(trace);
  const run: Run = {
    ...{ state: emptySchedule(), clock: createClockQueue(), lanes, later: new Map() },
    ...{ weights: new Map(), nowMs: beginsMs, tickets: 0 },
    arrive: (lane, visit) => arrive(run, lane, visit),
  };
  const visits = trace.demands.map(newVisit);
  const used = new Map([...lanes.keys()].map((pool) => [pool, { usedMs: 0, openMs: 0 }]));
  const count = usageCounter(run, trace, used);
  planRules(run, trace, rules);
  planSeats(run, trace);
  for (const visit of visits) plan(run, visit);
  return {
    step(most) {
      for (let left = most; left > 0; left--) {
        const deed = run.clock.next();
        if (!deed || deed.atMs >= endsMs) {
          count(endsMs);
          return false;
        }
        count(deed.atMs);
        run.nowMs = Math.max(run.nowMs, deed.atMs);
        deed.run();
      }
      return true;
    },
    part: () => (run.nowMs - beginsMs) / Math.max(1, endsMs - beginsMs),
    outcome: () => ({ visits: visits.map((visit) => visitedOf(visit, endsMs)), used }),
  };
}

function lanesOf({ machines, timezone }: Trace): ReadonlyMap<string, Lane> {
  const lanes = new Map<string, Lane & { seats: Seat[] }>();
  for (const { machine, pool } of machines) {
    const seat: Seat = { machine, closed: 0, broken: 0, held: 0 };
    const lane = lanes.get(pool);
    if (lane) lane.seats.push(seat);
    else
      lanes.set(pool, {
        ...{ pool, timezone, seats: [seat], visits: new Map(), rule: null },
        wakeMs: Number.POSITIVE_INFINITY,
      });
  }
  return lanes;
}

/** The rules that are in force when it begins count from then on. */
function planRules(run: Run, { beginsMs, endsMs }: Trace, rules: Rules): void {
  const first = rules.findLastIndex(({ fromMs }) => fromMs <= beginsMs);
  for (const [index, rule] of rules.entries()) {
    if (index < first || rule.fromMs >= endsMs) continue;
    run.clock.at(Math.max(beginsMs, rule.fromMs), () => {
      run.weights = rule.weights;
      for (const lane of run.lanes.values()) tellRule(run, lane, rule.pools.get(lane.pool) ?? null);
    });
  }
}

function planSeats(run: Run, { machines, holds, endsMs }: Trace): void {
  for (const { machine, pool, closed, broken } of machines) {
    const lane = run.lanes.get(pool);
    const seat = lane?.seats.find((one) => one.machine === machine);
    if (!lane || !seat) continue;
    const marks = [
      ...closed.map((span) => ({ ...span, why: 'closed' as const })),
      ...broken.map((span) => ({ ...span, why: 'broken' as const })),
      ...holds.filter((one) => one.machine === machine).map((span) => ({ ...span, why: 'held' as const })),
    ];
    for (const { fromMs, toMs, why } of marks) {
      if (toMs <= run.nowMs || fromMs >= endsMs) continue;
      run.clock.at(Math.max(run.nowMs, fromMs), () => {
        seat[why] += 1;
        if (why === 'closed') closeSeat(run, lane, seat);
        settle(run, lane);
      });
      run.clock.at(toMs, () => {
        seat[why] -= 1;
        settle(run, lane);
      });
    }
  }
}

function plan(run: Run, visit: Visit): void {
  const { demand } = visit;
  const lane = run.lanes.get(demand.pool);
  if (!lane) return;
  // What ends at that instant has ended.
  run.clock.at(demand.atMs, () => arrive(run, lane, visit), 'last');
  if (demand.leavesAtMs !== null) run.clock.at(demand.leavesAtMs, () => giveUp(run, lane, visit), 'last');
  for (const { fromMs, toMs } of demand.away) {
    run.clock.at(fromMs, () => goAway(run, lane, visit));
    if (toMs < Number.MAX_SAFE_INTEGER) run.clock.at(toMs, () => arrive(run, lane, visit));
  }
}

/** Adds up how long machines were open and used, between one event and the next. */
function usageCounter(
  { lanes, state }: Run,
  { fromMs, toMs, beginsMs }: Trace,
  used: ReadonlyMap<string, { usedMs: number; openMs: number }>,
): (nowMs: number) => void {
  let lastMs = beginsMs;
  return (nowMs) => {
    const passedMs = Math.min(nowMs, toMs) - Math.max(lastMs, fromMs);
    lastMs = Math.max(lastMs, nowMs);
    if (passedMs <= 0) return;
    for (const lane of lanes.values()) {
      const row = used.get(lane.pool);
      if (!row) continue;
      const busy = new Set<string>();
      for (const { phase, turn } of state.queues.get(lane.pool)?.tickets.values() ?? [])
        if (phase === 'running' && turn) busy.add(turn.machine);
      for (const seat of lane.seats) {
        const isBusy = busy.has(seat.machine) || seat.held > 0;
        if (isBusy || isUsable(seat)) row.openMs += passedMs;
        if (isBusy) row.usedMs += passedMs;
      }
    }
  };
}
