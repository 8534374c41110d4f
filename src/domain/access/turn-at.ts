// The queue of a pool as access sees it: what the rule of turns is told of the world, and whose turn it is at a machine.

import { nextBooking } from '../booking/next-booking.ts';
import type { MemberRecorded } from '../journal/entry.ts';
import type { State } from '../journal/state.ts';
import { formatLocal } from '../local-time.ts';
import { modeOf } from '../machine/lookup.ts';
import type { Machine } from '../machine/workshop.ts';
import type { PoolPolicy } from '../policy/policy-document.ts';
import { isPeakAt, ruleOf, turnLengthMs } from '../policy/rule-of.ts';
import { weightOfMember, weightOfTeam } from '../policy/weights.ts';
import type { SchedulePolicy } from '../schedule/policy.ts';
import type { Branch } from '../schedule/schedule-entries.ts';
import type { Queue, Ticket } from '../schedule/schedule-state.ts';
import { type PoolMachine, type Situation, turnsOf } from '../schedule/situation.ts';
import { formatterPerZone, hourMs, localDate, type Stamp } from '../time.ts';
import { openNow } from './hours-rule.ts';
import { monitorsGood, notLatched } from './interlock-rules.ts';
import { inMode, noJobHeld, noProblemLocks, notLocked } from './machine-rules.ts';
import { firstNoOfMember } from './rules.ts';

export type InTurn = {
  readonly pool: string;
  readonly queue: Queue;
  readonly policy: SchedulePolicy;
  /** What a tap asks for. */
  readonly lengthMs: number;
};

/** Null for a pool that is not used in turn. */
export function inTurnAt(state: State, pool: string): InTurn | null {
  const decided = poolPolicyAt(state, pool);
  const queue = state.schedule.queues.get(pool);
  if (!decided || !queue) return null;
  return { pool, queue, policy: ruleOf(decided), lengthMs: turnLengthMs(decided) };
}

/** What counts for a pool now; null where it has no queue. */
function poolPolicyAt({ policy }: Pick<State, 'policy'>, pool: string): PoolPolicy | null {
  const pools = policy?.document.pools;
  return pools && Object.hasOwn(pools, pool) ? (pools[pool] ?? null) : null;
}

/** What a tap at that machine asks for: less at one that only takes short turns. */
export function askedAtMs(state: State, { pool, policy, lengthMs }: InTurn, machine: string): number {
  const isShort = poolPolicyAt(state, pool)?.short?.machines.includes(machine) ?? false;
  return isShort ? Math.min(lengthMs, policy.shortLaneMs) : lengthMs;
}

/** A clock that is not set knows no hour: then it is peak. */
export function isPeak(state: State, pool: string, { atMs }: Pick<Stamp, 'atMs'>): boolean {
  const timezone = state.workshop?.space.timezone ?? 'UTC';
  const { synchronised } = state;
  return isPeakAt(poolPolicyAt(state, pool) ?? {}, { timezone, synchronised, atMs });
}

/** When the turn at a machine ends, wall clock; null without one. */
export function turnEndMs(state: State, { id, pool }: { id: string; pool: string }): number | null {
  const queue = poolPolicyAt(state, pool) && state.schedule.queues.get(pool);
  const turn = queue ? turnsOf(queue).get(id)?.turn : undefined;
  return turn && turn.claimedAtMs !== null ? turn.claimedAtMs + turn.lengthMs : null;
}

/** Whose turn it is at a machine and until when, wall clock; null for nobody's, `anybody` where its pool has no turns. */
export function turnHolderAt(
  state: State,
  { id, pool }: { id: string; pool: string },
): { readonly member: string; readonly untilMs: number } | 'anybody' | null {
  const at = inTurnAt(state, pool);
  if (!at) return 'anybody';
  const found = turnsOf(at.queue).get(id);
  if (!found) return null;
  const { ticket, turn } = found;
  if (turn.claimedAtMs === null)
    return { member: ticket.member, untilMs: ticket.sinceMs + at.policy.claimGraceMs };
  // It stays with the machine when that goes from hand to hand.
  const session = state.sessions.get(id);
  const isHeld = session?.phase === 'active';
  return isHeld ? { member: session.member, untilMs: turn.claimedAtMs + turn.lengthMs } : null;
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
  const short = poolPolicyAt(state, pool)?.short?.machines ?? [];
  const machines = machinesOf(state, pool).map(({ id, machine }): PoolMachine => {
    const isHeld = state.sessions.has(id) && !turns.has(id);
    return {
      machine: id,
      usable: isUsable(state, { id, machine }, stamp),
      // Nobody knows how long; the likely times need a figure.
      heldUntilMs: isHeld ? stamp.atMs + hourMs : null,
      bookedFromMs: nextBooking(state, id)?.fromMs ?? null,
      shortLane: short.includes(id),
    };
  });
  return { pool, nowMs: stamp.atMs, peak: isPeak(state, pool, stamp), machines };
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

/** Shares are given by teams first; all weights of one level are per cent of one member. */
export function pathOf(state: State, { member, team }: MemberRecorded): readonly Branch[] {
  const own = { branch: `member-${member}`, weight: weightOfMember(state, member).percent };
  return team === null ? [own] : [{ branch: `team-${team}`, weight: weightOfTeam(state, team) }, own];
}

/** A time as people are told it: with its day, where that is not today. */
export function timeText({ workshop }: State, atMs: number, stamp: Stamp): string {
  const timezone = workshop?.space.timezone ?? 'UTC';
  const isToday = localDate(atMs, timezone) === localDate(stamp.atMs, timezone);
  return isToday ? hours(timezone).format(atMs) : formatLocal(atMs, timezone);
}

const hours = formatterPerZone('en-GB', { hour: '2-digit', minute: '2-digit' });
