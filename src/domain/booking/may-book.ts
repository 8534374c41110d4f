// Whether a member may book a machine for a stretch of time: the rules in the order in which they are asked, the first no
// is the answer. Pure; the same questions for a member's wish, a draft, a move and a gift.

import { endOfRights } from '../access/end-of-rights.ts';
import { openUntilMs } from '../access/hours-rule.ts';
import { firstNoOfMember } from '../access/rules.ts';
import { machinesOf } from '../access/turn-at.ts';
import { addDays } from '../access/week.ts';
import type { State } from '../journal/state.ts';
import { formatLocal } from '../local-time.ts';
import { machineById } from '../machine/lookup.ts';
import type { Machine } from '../machine/workshop.ts';
import { localDate, minuteMs, type Stamp } from '../time.ts';
import type { BookingNo } from './booking-refusal.ts';
import { type BookingRules, bookingRules, stepMs } from './booking-rules.ts';
import { type Booking, bookingsMost } from './booking-state.ts';
import { isCounted, isLive } from './booking-table.ts';
import { drawnAtMs, weekOf } from './draft-week.ts';
import { daysAtPeak, leavesEnoughFree } from './peak.ts';
import { promisedUntilMs } from './promised-until.ts';
import { overlaps } from './stretches.ts';

export type BookingWish = {
  readonly pool: string;
  readonly machine: string;
  readonly member: string;
  readonly fromMs: number;
  readonly toMs: number;
  /** A booking that this one takes the place of: it does not count. */
  readonly except?: string;
  /** Drawn from wishes: the draft of its week is this one. */
  readonly drawn?: true;
};

export type Asked = {
  readonly state: State;
  readonly wish: BookingWish;
  readonly rules: BookingRules;
  readonly machine: Machine;
  readonly stamp: Stamp;
  readonly timezone: string;
  /** Of all pools, without the one that is replaced. */
  readonly others: readonly Booking[];
};

type Rule = (asked: Asked) => BookingNo | null;

/** Cheap ones first: many stretches are asked for at once. */
const rules: readonly Rule[] = [
  inTimes,
  ofLength,
  notTaken,
  notTwice,
  withinHorizon,
  drawnFirst,
  withinFuture,
  whileOpen,
  withRights,
  oncePerPeakDay,
  leavesFree,
  keepsPromises,
];

/** Null where it may be made. */
export function mayBook(state: State, wish: BookingWish, stamp: Stamp): BookingNo | null {
  const asked = askedOf(state, wish, stamp);
  if ('code' in asked) return asked;
  for (const rule of rules) {
    const no = rule(asked);
    if (no) return no;
  }
  return null;
}

function askedOf(state: State, wish: BookingWish, stamp: Stamp): Asked | BookingNo {
  const found = bookingRules(state, wish.pool);
  if (!found) return { code: 'pool-not-booked', values: { pool: wish.pool } };
  const machine = machineById(state, wish.machine);
  if (!machine || machine.pool !== wish.pool || machine.reader === null)
    return { code: 'machine-not-booked', values: { machine: wish.machine } };
  // A clock that was never set knows no hour (invariant 4).
  if (!state.synchronised) return { code: 'clock-unset', values: {} };
  const others: Booking[] = [];
  for (const one of state.bookings.values()) if (one.booking !== wish.except) others.push(one);
  if (state.bookings.size >= bookingsMost && liveCount(others) >= bookingsMost)
    return { code: 'bookings-full', values: { most: bookingsMost } };
  const timezone = state.workshop?.space.timezone ?? 'UTC';
  return { state, wish, rules: found, machine, stamp, timezone, others };
}

const liveCount = (bookings: readonly Booking[]): number =>
  bookings.filter(({ phase }) => isLive(phase)).length;

const minutes = (ms: number): number => Math.floor(ms / minuteMs);

function inTimes({ wish: { fromMs, toMs }, stamp }: Asked): BookingNo | null {
  const isWhole = [fromMs, toMs].every((ms) => Number.isSafeInteger(ms) && ms % stepMs === 0);
  if (isWhole && fromMs < toMs && fromMs >= stamp.atMs) return null;
  return { code: 'booking-times', values: { step: minutes(stepMs) } };
}

function ofLength({ wish: { fromMs, toMs }, rules: { leastMs, mostMs } }: Asked): BookingNo | null {
  if (toMs - fromMs >= leastMs && toMs - fromMs <= mostMs) return null;
  return { code: 'booking-length', values: { least: minutes(leastMs), most: minutes(mostMs) } };
}

function notTaken({ wish, others, machine }: Asked): BookingNo | null {
  const isTaken = others.some(
    (one) => one.machine === wish.machine && isLive(one.phase) && overlaps(one, wish),
  );
  return isTaken ? { code: 'booking-taken', values: { machine: machine.name } } : null;
}

/** One member can be at one machine only. */
function notTwice({ wish, others, state, timezone }: Asked): BookingNo | null {
  const own = others.find((one) => one.member === wish.member && isLive(one.phase) && overlaps(one, wish));
  if (!own) return null;
  const machine = machineById(state, own.machine)?.name ?? own.machine;
  return { code: 'booking-own-overlap', values: { machine, at: formatLocal(own.fromMs, timezone) } };
}

function withinHorizon({ wish, rules: { horizonDays }, stamp, timezone }: Asked): BookingNo | null {
  const last = addDays(localDate(stamp.atMs, timezone), horizonDays);
  if (localDate(wish.fromMs, timezone) <= last) return null;
  return { code: 'booking-horizon', values: { days: horizonDays, last } };
}

/** What is wished for is drawn before anybody can be quicker than others. */
function drawnFirst({ wish, rules: { draft }, stamp, timezone }: Asked): BookingNo | null {
  if (draft === null || wish.drawn) return null;
  const drawnMs = drawnAtMs(draft, weekOf(wish.fromMs, timezone), timezone);
  if (drawnMs <= stamp.atMs) return null;
  return { code: 'booking-draft', values: { at: formatLocal(drawnMs, timezone) } };
}

function withinFuture({ wish, rules: { futureMs }, others }: Asked): BookingNo | null {
  const heldMs = others
    .filter(({ pool, member, phase }) => pool === wish.pool && member === wish.member && phase === 'booked')
    .reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  if (heldMs + wish.toMs - wish.fromMs <= futureMs) return null;
  return {
    code: 'booking-future',
    values: { most: minutes(futureMs), left: minutes(Math.max(0, futureMs - heldMs)) },
  };
}

function whileOpen({ state, wish, machine }: Asked): BookingNo | null {
  const untilMs = openUntilMs(state, machine, wish.fromMs);
  if (untilMs !== null && untilMs >= wish.toMs) return null;
  return { code: 'booking-closed', values: { machine: machine.name } };
}

/** The same rules as at the machine, asked for the beginning, and lasting until the end. */
function withRights({ state, wish, machine }: Asked): BookingNo | null {
  const member = state.members.get(wish.member);
  if (!member) return { code: 'booking-rights', values: { why: 'member-suspended' } };
  const asked = { state, member, machine, stamp: { atMs: wish.fromMs } };
  const no = firstNoOfMember(asked);
  if (no) return { code: 'booking-rights', values: { why: no.code } };
  if (endOfRights(asked) >= wish.toMs) return null;
  const after = firstNoOfMember({ ...asked, stamp: { atMs: wish.toMs - 1 } });
  return { code: 'booking-rights', values: { why: after?.code ?? 'plan-hours' } };
}

function oncePerPeakDay(asked: Asked): BookingNo | null {
  const {
    wish,
    others,
    rules: { perPeakDay },
  } = asked;
  const days = daysAtPeak(asked, wish);
  if (days.length === 0) return null;
  const own = others.filter(
    ({ pool, member, phase }) => pool === wish.pool && member === wish.member && isCounted(phase),
  );
  const counts = own.map((one) => daysAtPeak(asked, one));
  const full = days.find((day) => counts.filter((touched) => touched.includes(day)).length >= perPeakDay);
  return full === undefined ? null : { code: 'booking-peak-day', values: { day: full, most: perPeakDay } };
}

function leavesFree(asked: Asked): BookingNo | null {
  const count = machinesOf(asked.state, asked.wish.pool).filter(
    ({ machine }) => machine.reader !== null,
  ).length;
  if (leavesEnoughFree(asked, count)) return null;
  const code = 'booking-peak-free';
  return { code, values: { count, free: count === 1 ? 0 : Math.max(1, asked.rules.freeAtPeak) } };
}

/** T1: what was promised to those who wait is not taken away by a booking. */
function keepsPromises({ state, wish, machine, stamp, timezone }: Asked): BookingNo | null {
  const untilMs = promisedUntilMs(state, { id: wish.machine, machine }, stamp);
  if (wish.fromMs >= untilMs) return null;
  return { code: 'booking-promised', values: { machine: machine.name, at: formatLocal(untilMs, timezone) } };
}
