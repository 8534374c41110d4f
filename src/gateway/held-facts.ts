// What is known ahead of the session that holds a machine, and what it costs by now: for the board, and for its holder.

import { renewAheadMs } from '../domain/access/decide-turns.ts';
import { handOverMs } from '../domain/access/hand-over.ts';
import { endsOf, isInGrace, type KnownEnd } from '../domain/access/what-ends.ts';
import { allowedCostCodes } from '../domain/billing/cost-codes.ts';
import { runningPrice } from '../domain/billing/running-price.ts';
import type { Session, State } from '../domain/journal/state.ts';
import type { Stamp } from '../domain/time.ts';
import type { HeldFacts } from './gateway.ts';

/** Null when nobody holds it. */
export function heldFacts(state: State, machine: string, stamp: Stamp): HeldFacts | null {
  const session = state.sessions.get(machine);
  if (!session) return null;
  const offeredMs = session.offeredMonoMs === null ? handOverMs : stamp.monoMs - session.offeredMonoMs;
  return {
    ends: endsOf(state, session, stamp).filter(
      (end) => end.cause !== 'turn' || !goesOn(state, { session, end }, stamp),
    ),
    price: runningPrice(state, session, stamp),
    ceilingMinor: session.ceilingMinor,
    costCode: session.costCode,
    costCodes: allowedCostCodes(state.workshop, session.team),
    canKeep: isInGrace(state, session, stamp),
    offeredUntilMs: offeredMs < handOverMs ? stamp.atMs + handOverMs - offeredMs : null,
  };
}

type Asked = { readonly session: Session; readonly end: KnownEnd };

/** A turn is renewed before its end while nobody waits: what will not come is not shown. */
function goesOn(state: State, { session, end }: Asked, stamp: Stamp): boolean {
  const tickets = state.schedule.queues.get(session.pool)?.tickets.values() ?? [];
  const isWaitedFor = [...tickets].some(({ phase }) => phase === 'callable' || phase === 'called');
  return !isWaitedFor && end.atMs - stamp.atMs > renewAheadMs;
}
