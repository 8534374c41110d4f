// What auxiliaries are owed: on while somebody holds a machine that they serve, and so long after the last session. Their
// lease outlives that of the machine, so that the air does not stop before the beam when the gateway dies.

import type { State } from '../journal/state.ts';
import { auxiliariesOf, runOnMsOf, servedBy } from '../machine/auxiliary.ts';
import type { Stamp } from '../time.ts';
import type { OwedPower } from './owed.ts';

/** Between the last order and its being heard, seconds. */
const marginS = 10;

/** Switch id → what it should be told, of auxiliaries only. */
export function owedAuxiliaries(state: State, stamp: Stamp): ReadonlyMap<string, OwedPower> {
  const owed = new Map<string, OwedPower>();
  for (const id of auxiliariesOf(state)) {
    const runOnMs = runOnMsOf(state, id) ?? 0;
    const runOnS = runOnMs / 1000;
    const held = servedBy(state, id).filter(({ machine }) => state.sessions.has(machine));
    const longestS = Math.max(
      ...held.map(({ described }) => Math.max(described.leaseS, described.jobLeaseS)),
    );
    const sinceMonoMs = state.runOns.get(id);
    const runsOn = sinceMonoMs !== undefined && stamp.monoMs - sinceMonoMs < runOnMs;
    if (held.length > 0) owed.set(id, { on: true, leaseS: longestS + runOnS });
    else owed.set(id, { on: runsOn, leaseS: runsOn ? runOnS + marginS : 0 });
  }
  return owed;
}

/** For how long time alone changes nothing of it, milliseconds. */
export function runOnRestMs(state: State, { monoMs }: Stamp): number {
  let leftMs = Number.POSITIVE_INFINITY;
  for (const [id, sinceMonoMs] of state.runOns) {
    const endsInMs = sinceMonoMs + (runOnMsOf(state, id) ?? 0) - monoMs;
    if (endsInMs > 0) leftMs = Math.min(leftMs, endsInMs);
  }
  return leftMs;
}
