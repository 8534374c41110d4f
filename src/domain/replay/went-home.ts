// Who waited when the doors closed went home. The journal says it only the next day, as a call that nobody came to; a
// replay must not take that for somebody who does not come.

import type { Stretch } from '../access/week.ts';
import type { Demand, TraceMachine } from './trace.ts';

/** @param machines those of its pool */
export function wentHome(demand: Demand, machines: readonly TraceMachine[]): Demand {
  const { atMs, calledAtMs, missed } = demand;
  const isGone = missed.length > 0 && missed.every((backMs) => backMs === null);
  if (!isGone || calledAtMs === null) return demand;
  const closedMs = closingAfter(machines, { fromMs: atMs, toMs: calledAtMs });
  return closedMs === null ? demand : { ...demand, missed: [], leavesAtMs: closedMs, calledAtMs: null };
}

/** When the last of them closed first; null where one was open all the while. */
function closingAfter(machines: readonly TraceMachine[], { fromMs, toMs }: Stretch): number | null {
  const starts = machines
    .flatMap(({ closed }) => closed.map((span) => span.fromMs))
    .filter((ms) => ms > fromMs && ms <= toMs)
    .sort((one, other) => one - other);
  const isShut = ({ closed }: TraceMachine, ms: number): boolean =>
    closed.some((span) => span.fromMs <= ms && ms < span.toMs);
  return starts.find((ms) => machines.every((machine) => isShut(machine, ms))) ?? null;
}
