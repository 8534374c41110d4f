// The queue of a pool as access sees it: what the rule of turns is told of the world, and whose turn it is at a machine.

import { nextBooking } from '../booking/next-booking.ts';
import type { MemberRecorded } from '../journal/entry.ts';
import type { State } from '../journal/state.ts';
import { modeOf } from '../machine/lookup.ts';
import { type PoolTurns, policyOf, turnLengthMs } from '../machine/pool-turns.ts';
import type { Machine } from '../machine/workshop.ts';
import type { SchedulePolicy } from '../schedule/policy.ts';
import type { Branch } from '../schedule/schedule-entries.ts';
import type { Queue, Ticket } from '../schedule/schedule-state.ts';
import { type PoolMachine, type Situation, turnsOf } from '../schedule/situation.ts';
import { hourMs, type Stamp } from '../time.ts';
import { openNow } from './hours-rule.ts';
import { monitorsGood, notLatched } from './interlock-rules.ts';
import { inMode, noJobHeld, noProblemLocks, notLocked } from './machine-rules.ts';
import { firstNoOfMember } from './rules.ts';

export type InTurn = {
  readonly pool: string;
  readonly queue: Queue;
  readonly policy: SchedulePolicy;
  readonly lengthMs: number;
};

/** Null for a pool that is not used in turn. */
export function inTurnAt(state: State, pool: string): InTurn | null {
  const turns = turnsAt(state, pool);
  const queue = state.schedule.queues.get(pool);
  if (!turns || !queue) return null;
  return { pool, queue, policy: policyOf(turns), lengthMs: turnLengthMs(turns) };
}

function turnsAt({ workshop }: Pick<State, 'workshop'>, pool: string): PoolTurns | null {
  const turns = workshop?.turns;
  return turns && Object.hasOwn(turns, pool) ? (turns[pool] ?? null) : null;
}

/** When the turn at a machine ends, wall clock; null without one. */
export function turnEndMs(state: State, { id, pool }: { id: string; pool: string }): number | null {
  const queue = turnsAt(state, pool) && state.schedule.queues.get(pool);
  const turn = queue ? turnsOf(queue).get(id)?.turn : undefined;
  return turn && turn.claimedAtMs !== null ? turn.claimedAtMs + turn.lengthMs : null;
}

export const ticketOf = ({ tickets }: Queue, member: string): Ticket | undefined =>
  [...tickets.values()].find((ticket) => ticket.member === member);

/** Machines of a pool, in the order of their ids. */
export function machinesOf({ workshop }: Pick<State, 'workshop'>, pool: string) {
  const machines = Object.entries(workshop?.machines ?? {}).filter(([, machine]) => machine.pool === pool);
  return machines.map(([id, machine]) => ({ id, machine })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function situationOf(state: State, { pool, queue }: InTurn, stamp: Stamp): Situation {
  const turns = turnsOf(queue);
  const machines = machinesOf(state, pool).map(({ id, machine }): PoolMachine => {
    const isHeld = state.sessions.has(id) && !turns.has(id);
    return {
      machine: id,
      usable: isUsable(state, { id, machine }, stamp),
      // Nobody knows how long; the likely times need a figure.
      heldUntilMs: isHeld ? stamp.atMs + hourMs : null,
      bookedFromMs: nextBooking(state, id)?.fromMs ?? null,
      shortLane: false,
    };
  });
  return { pool, nowMs: stamp.atMs, peak: true, machines };
}

const machineRules = [notLocked, noProblemLocks, inMode, openNow, notLatched, monitorsGood, noJobHeld];

/** Whether a tap there could start anything, whoever taps. */
export function isUsable(
  state: State,
  { id, machine }: { id: string; machine: Machine },
  stamp: Stamp,
): boolean {
  if (machine.reader === null) return false;
  const session = state.sessions.get(id);
  const mode = modeOf(state, id);
  // The job of whoever holds it now is no reason against the next.
  const asked = { state, id, machine, member: anybody, session, mode, stamp };
  return machineRules.every(
    (rule) => rule({ ...asked, flows: false, takesOver: session !== undefined }) === null,
  );
}

const anybody: MemberRecorded = {
  member: '',
  team: null,
  badges: [],
  certificates: [],
  roles: ['member'],
  status: 'active',
  shown: false,
  digest: '',
};

/** Which machines of the pool a member may use by what is known of the member; null for all of them. */
export function machinesFor(
  state: State,
  { member, pool }: { member: MemberRecorded; pool: string },
  stamp: Stamp,
): readonly string[] | null {
  const all = machinesOf(state, pool);
  const may = all.filter(({ machine }) => firstNoOfMember({ state, member, machine, stamp }) === null);
  return may.length === all.length ? null : may.map(({ id }) => id);
}

/** Shares are given by teams first, which weigh as many members as they have. */
export function pathOf(state: State, { member, team }: MemberRecorded): readonly Branch[] {
  const own = { branch: `member-${member}`, weight: 1 };
  if (team === null) return [own];
  let size = 0;
  for (const one of state.members.values()) if (one.team === team) size += 1;
  return [{ branch: `team-${team}`, weight: Math.max(1, size) }, own];
}
