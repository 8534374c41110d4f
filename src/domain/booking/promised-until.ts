// Until when a machine is spoken for by those who hold it or wait: before that no booking of it may begin, so that
// none takes away a latest start that was promised (T1).

import { inTurnAt } from '../access/turn-at.ts';
import type { State } from '../journal/state.ts';
import type { Machine } from '../machine/workshop.ts';
import { neededMs } from '../schedule/promise.ts';
import { turnsOf } from '../schedule/situation.ts';
import { hourMs, type Stamp } from '../time.ts';

/** Wall clock; now, where nobody holds it or waits for it. */
export function promisedUntilMs(
  state: State,
  { id, machine }: { readonly id: string; readonly machine: Machine },
  { atMs }: Stamp,
): number {
  const at = inTurnAt(state, machine.pool);
  const turn = at && turnsOf(at.queue).get(id)?.turn;
  if (!at || !turn) {
    // Nobody knows how long a session goes on that is no turn.
    const heldMs = state.sessions.has(id) ? atMs + hourMs : atMs;
    if (!at) return heldMs;
    return Math.max(heldMs, waitedForMs(at, id, atMs));
  }
  return Math.max(atMs, turn.boundMs, waitedForMs(at, id, atMs));
}

/** Whoever counts on it must be able to begin as late as promised, and be done before a booking begins. */
function waitedForMs(
  { queue, policy }: NonNullable<ReturnType<typeof inTurnAt>>,
  id: string,
  atMs: number,
): number {
  let untilMs = atMs;
  for (const ticket of queue.tickets.values()) {
    const { promise, phase } = ticket;
    if (phase !== 'callable' || promise?.latestMs == null || !promise.machines.includes(id)) continue;
    untilMs = Math.max(untilMs, promise.latestMs + neededMs(ticket, policy));
  }
  return untilMs;
}
