// How well a run under the policy that was in force comes to what the journal says: whether turns are called in the same
// order, and how far the waits are off. A replay that does not come to the past says nothing of another policy.

import { minuteMs } from '../time.ts';
import type { Visited } from './outcome.ts';
import { rankOf } from './rank-of.ts';
import type { Past } from './report.ts';
import type { Demand, Trace } from './trace.ts';

/** Below that share of turns in order, or above that many minutes off, the past is not reproduced. */
const limits = { sameOrderPercent: 90, offMinutes: 5 } as const;

type Told = { readonly demand: Demand; readonly before: Visited };
type Lived = { readonly demand: Demand; readonly visit: Visited; readonly calledAtMs: number };

/** @param told what the report tells of, and nothing else: two sums over almost the same would tell the rest */
export function pastOf({ rules, toMs }: Trace, told: readonly Told[]): Past {
  const queued = new Set(rules.flatMap(({ pools }) => [...pools.keys()]));
  const lived = told.flatMap(({ demand, before: visit }): readonly Lived[] => {
    const { calledAtMs, pool } = demand;
    return calledAtMs !== null && queued.has(pool) ? [{ demand, visit, calledAtMs }] : [];
  });
  const sameOrderPercent = sameOrder(lived);
  const offMs = lived.flatMap(({ demand, visit, calledAtMs }) => {
    const realMs = calledAtMs - demand.atMs;
    const runMs = (visit.calledAtMs ?? toMs) - demand.atMs;
    return realMs > 0 || runMs > 0 ? [Math.abs(realMs - runMs)] : [];
  });
  const medianMs = rankOf(offMs, 0.5);
  const offMinutes = medianMs === null ? null : Math.round(medianMs / minuteMs);
  const isReproduced =
    (sameOrderPercent ?? 100) >= limits.sameOrderPercent && (offMinutes ?? 0) <= limits.offMinutes;
  return { isReproduced, turns: lived.length, sameOrderPercent, offMinutes };
}

/** Of turns that were called one after the other in a pool, those of which the run says the same. */
function sameOrder(lived: readonly Lived[]): number | null {
  let pairs = 0;
  let same = 0;
  for (const pool of new Set(lived.map(({ demand }) => demand.pool))) {
    const called = lived
      .filter(({ demand }) => demand.pool === pool)
      .sort((one, other) => one.calledAtMs - other.calledAtMs);
    for (const [index, next] of called.entries()) {
      const last = called[index - 1];
      if (!last) continue;
      pairs += 1;
      const [firstMs, secondMs] = [last.visit.calledAtMs, next.visit.calledAtMs];
      if (firstMs !== null && secondMs !== null && firstMs <= secondMs) same += 1;
    }
  }
  return pairs === 0 ? null : Math.floor((100 * same) / pairs);
}
