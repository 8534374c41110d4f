// Closing the open segment of a session: the entry that the bill is later made of. It never counts past the ceiling.

import { withinCeiling } from '../billing/running-price.ts';
import type { SegmentClosed } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import type { Stamp } from '../time.ts';
import { counted, meteringOf } from './meter.ts';

export type Closing = {
  readonly why: SegmentClosed['why'];
  /** Until when it counts: the present, or the last sign of life of the boot before. */
  readonly until: Stamp;
};

/** @returns null when the session has no open segment, that is when it is ending already */
export function closeSegment(state: State, session: Session, closing: Closing): SegmentClosed | null {
  const { segment } = session;
  if (!segment) return null;
  const metering = meteringOf(state, session.machine);
  const rates = {
    tariffs: state.workshop?.tariffs ?? [],
    timezone: state.workshop?.space.timezone ?? 'UTC',
  };
  const closed: SegmentClosed = {
    session: session.session,
    index: session.segmentIndex,
    machine: session.machine,
    pool: session.pool,
    member: session.member,
    team: session.team,
    costCode: session.costCode,
    sessionFromMs: session.startedAtMs,
    fromMs: segment.fromMs,
    // A sign of life may be older than the segment: it then has no length.
    toMs: Math.max(segment.fromMs, closing.until.atMs),
    ...counted(segment, { metering, monoMs: closing.until.monoMs }),
    why: closing.why,
    ...(session.trainer === undefined ? {} : { trainer: session.trainer }),
    ...(session.plan === undefined ? {} : { plan: session.plan }),
    ...(session.ceilingMinor === null ? {} : { ceilingMinor: session.ceilingMinor }),
  };
  return withinCeiling(session, closed, rates);
}
