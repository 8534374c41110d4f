// Whether a machine whose session is ending may go to the next in turn without going dark in between. A table: why the
// session ended × how far its end is; and only where its record allows it and everything about the machine is certain.

import type { EndCause } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import { machineById, powerAt } from '../machine/lookup.ts';
import { isQuiet } from '../machine/quiet.ts';
import type { Machine } from '../machine/workshop.ts';
import { needsWitness } from './people-rule.ts';

/**
 * Only while it cools: the controller was told that access has ended, so that nothing of the holder's can be woken, and
 * the power is still on because it must be. Before that somebody may have a job there; after it the power is on its way off.
 */
const phases: Readonly<Record<Session['phase'], boolean>> = {
  active: false,
  finishing: false,
  cooling: true,
  darkening: false,
};

/** Whoever ended in the ordinary way leaves it to the next; what ended for danger or by force goes dark first. */
const causes: Readonly<Record<EndCause, boolean>> = {
  'second-tap': true,
  page: true,
  idle: true,
  longest: true,
  ceiling: true,
  turn: true,
  certificate: true,
  hours: true,
  lesson: true,
  // Whoever booked it is next, not whoever was called.
  booking: false,
  steward: false,
  suspension: false,
  'badge-lost': false,
  people: false,
  locked: false,
  'monitor-warning': false,
  'monitor-critical': false,
  'monitor-fatal': false,
  detached: false,
  outage: false,
};

/** The rules of a start are asked beside this: of the member, the place, the interlock and the self-check. */
export function mayLeaveToNext(state: State, session: Session | undefined): boolean {
  const machine = session && machineById(state, session.machine);
  if (!session || !machine || !leavesToQueue(machine)) return false;
  if (!phases[session.phase] || session.cause === null || !causes[session.cause]) return false;
  // Who must stand by is asked at a start, and is asked then.
  if (needsWitness(state, machine) || session.powerUnsure) return false;
  // An alarm is quiet too, and goes with the power.
  const isIdle = isQuiet(state, session.machine) && state.machines.get(session.machine)?.activity === 'idle';
  return isIdle && powerAt(state, session.machine) === 'on';
}

const leavesToQueue = ({ handOver }: Pick<Machine, 'handOver'>): boolean =>
  handOver === 'queue' || handOver === 'team-and-queue';

export const leavesToTeam = ({ handOver }: Pick<Machine, 'handOver'>): boolean =>
  handOver === 'team' || handOver === 'team-and-queue';
