// What is known ahead of the session that holds a machine, and what it costs by now: for the board, and for its holder.

import { renewAheadMs } from '../domain/access/decide-turns.ts';
import { handOverMs } from '../domain/access/hand-over.ts';
import { endsOf, isInGrace, type KnownEnd } from '../domain/access/what-ends.ts';
import { tariffOn } from '../domain/billing/bands.ts';
import { allowedCostCodes } from '../domain/billing/cost-codes.ts';
import { type Beside, runningPrice } from '../domain/billing/running-price.ts';
import type { Session, State } from '../domain/journal/state.ts';
import { localDate, type Stamp } from '../domain/time.ts';
import type { HeldFacts } from './gateway.ts';
import type { ChargeKeeper } from './keep-charges.ts';
import type { EnergyKeeper } from './keep-energy.ts';
import type { OnTimeKeeper } from './keep-on-times.ts';

export type HeldBox = {
  readonly energy: Pick<EnergyKeeper, 'openOf'>;
  readonly onTimes: Pick<OnTimeKeeper, 'openOf'>;
  readonly charges: Pick<ChargeKeeper, 'usesBeside'>;
};

/** Null when nobody holds it. */
export function heldFacts(
  box: HeldBox,
  state: State,
  { machine, stamp }: { readonly machine: string; readonly stamp: Stamp },
): HeldFacts | null {
  const session = state.sessions.get(machine);
  if (!session) return null;
  const offeredMs = session.offeredMonoMs === null ? handOverMs : stamp.monoMs - session.offeredMonoMs;
  return {
    ends: endsOf(state, session, stamp).filter(
      (end) => end.cause !== 'turn' || !goesOn(state, { session, end }, stamp),
    ),
    price: runningPrice(state, session, stamp, besideOf(box, session, { state, stamp })),
    ceilingMinor: session.ceilingMinor,
    costCode: session.costCode,
    costCodes: allowedCostCodes(state.workshop, session.team),
    canKeep: isInGrace(state, session, stamp),
    offeredUntilMs: offeredMs < handOverMs ? stamp.atMs + handOverMs - offeredMs : null,
  };
}

type Now = { readonly state: State; readonly stamp: Stamp };

/** What meters and books know of a session beyond the state. */
function besideOf({ energy, onTimes, charges }: HeldBox, session: Session, now: Now): Beside {
  const drawn = energy.openOf(session, now);
  const { times, on } = onTimes.openOf(session, now.stamp);
  const uses = hasCaps(session, now) ? charges.usesBeside(session) : null;
  return {
    open: { ...times, ...(drawn && { energy: drawn.energy }) },
    now: { watts: drawn?.watts ?? 0, on },
    ...(uses && { uses }),
  };
}

function hasCaps({ pool, team, plan }: Session, { state: { workshop }, stamp }: Now): boolean {
  const date = localDate(stamp.atMs, workshop?.space.timezone ?? 'UTC');
  const user = { pool, team, ...(plan === undefined ? {} : { plan }) };
  const { dayMinor, monthMinor } = tariffOn(workshop?.tariffs ?? [], { ...user, date })?.caps ?? {};
  return dayMinor !== undefined || monthMinor !== undefined;
}

type Asked = { readonly session: Session; readonly end: KnownEnd };

/** A turn is renewed before its end while nobody waits: what will not come is not shown. */
function goesOn(state: State, { session, end }: Asked, stamp: Stamp): boolean {
  const tickets = state.schedule.queues.get(session.pool)?.tickets.values() ?? [];
  const isWaitedFor = [...tickets].some(({ phase }) => phase === 'callable' || phase === 'called');
  return !isWaitedFor && end.atMs - stamp.atMs > renewAheadMs;
}
