// A tap at the entrance by somebody who stands in queues: who leaves goes out for a while and keeps every place, who comes
// back waits again, also after a call that they missed. Only a call that stands is left as it is.

import type { State } from '../journal/state.ts';
import type { ScheduleBody } from '../schedule/schedule-entries.ts';
import { comeToQueue, goOut } from '../schedule/take-ticket.ts';
import type { Stamp } from '../time.ts';
import { inTurnAt, ticketOf } from './turn-at.ts';

export type QueuesAtDoor = {
  readonly bodies: readonly ScheduleBody[];
  /** Until when the first of the places is kept, wall clock; null where none is. */
  readonly keptUntilMs: number | null;
};

export function queuesAtDoor(
  state: State,
  { member, goes }: { readonly member: string; readonly goes: 'in' | 'out' },
  { atMs }: Stamp,
): QueuesAtDoor {
  const bodies: ScheduleBody[] = [];
  let keptUntilMs: number | null = null;
  for (const pool of state.schedule.queues.keys()) {
    const at = inTurnAt(state, pool);
    const ticket = at && ticketOf(at.queue, member);
    if (!at || !ticket) continue;
    const deed = { pool, ticket: ticket.ticket, nowMs: atMs };
    const outcome =
      goes === 'out' ? goOut(state.schedule, deed) : comeToQueue(state.schedule, at.policy, deed);
    // Who is called, or holds a machine elsewhere, is left where they are.
    if (!outcome.ok) continue;
    bodies.push(...outcome.events);
    if (goes === 'out') keptUntilMs = Math.min(keptUntilMs ?? Infinity, atMs + at.policy.awayMostMs);
  }
  return { bodies, keptUntilMs };
}
