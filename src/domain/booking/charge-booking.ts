// What a booking counts as use, in a pool with a queue: all of it when it is made, nothing when it is cancelled in time, and
// in the end only the time in which it kept others away. Given back at the value at which it was charged.

import { inTurnAt, pathOf } from '../access/turn-at.ts';
import type { EntryBody } from '../journal/entry.ts';
import type { State } from '../journal/state.ts';
import type { Branch } from '../schedule/schedule-entries.ts';
import type { Booking } from './booking-state.ts';

type Charged = Pick<Booking, 'booking' | 'pool' | 'path' | 'chargedAtMs'>;

/** By so much more, or less; nothing where the pool remembers no use. */
export function chargeBy(
  { schedule }: Pick<State, 'schedule'>,
  { booking, pool, path, chargedAtMs }: Charged,
  ms: number,
): readonly EntryBody[] {
  if (ms === 0 || !schedule.queues.has(pool)) return [];
  return [{ type: 'use-charged', data: { pool, booking, path, ms, chargedAtMs } }];
}

/** What is charged for a stretch of that length now, and on whose branches. */
export function chargeOf(
  state: State,
  { pool, member, lengthMs }: { readonly pool: string; readonly member: string; readonly lengthMs: number },
): { readonly chargeMs: number; readonly path: readonly Branch[] } {
  const recorded = state.members.get(member);
  if (!recorded || !inTurnAt(state, pool)) return { chargeMs: 0, path: [] };
  return { chargeMs: lengthMs, path: pathOf(state, recorded) };
}
