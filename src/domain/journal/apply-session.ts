// What the entries about a running session change. Part of the reducer: what a version of an entry means here is frozen
// once it is released.

import { noteCode } from '../allowance/last-code.ts';
import { emptyTally } from '../billing/tally.ts';
import { isQuiet } from '../machine/quiet.ts';
import { openSegment } from '../usage/meter.ts';
import { heldBookings } from './apply-bookings.ts';
import { practised } from './apply-training.ts';
import type { Entry, SessionStarted } from './entry.ts';
import { rememberTap } from './remember-tap.ts';
import type { SessionBody } from './session-entries.ts';
import type { Session, State } from './state.ts';

type Of<T extends SessionBody['type']> = Extract<Entry, { type: T }>;

export const sessionEffects: {
  readonly [T in Exclude<SessionBody['type'], 'draw-changed'>]: (state: State, entry: Of<T>) => void;
} = {
  'hand-over-opened': (state, entry) => {
    const session = state.sessions.get(entry.data.machine);
    if (session) session.offeredMonoMs = entry.monoMs;
    noteTap(state, entry, { outcome: 'notice', code: 'hand-over-opened' });
  },
  'session-handed-over': handedOver,
  'session-kept': (state, entry) => {
    const session = state.sessions.get(entry.data.machine);
    if (session && session.quietMonoMs !== null) session.quietMonoMs = entry.monoMs;
    noteTap(state, entry, { outcome: 'notice', code: 'kept' });
  },
  'cost-code-set': (state, { data }) => {
    const session = state.sessions.get(data.machine);
    if (!session) return;
    session.costCode = data.costCode;
    noteCode(state, session.member, data.costCode);
  },
  'ceiling-set': (state, { data }) => {
    const session = state.sessions.get(data.machine);
    if (session) session.ceilingMinor = data.minor;
  },
};

/** @param by the entry that began it */
export function newSession(by: Entry, held: Omit<SessionStarted, 'tap' | 'reader'>): Session {
  return {
    ...held,
    phase: 'active',
    startedAtMs: by.atMs,
    cause: null,
    phaseMonoMs: by.monoMs,
    phaseAtMs: by.atMs,
    accessEnding: false,
    powerUnsure: false,
    segmentIndex: 0,
    segment: openSegment(by, 0),
    tally: emptyTally(),
    ceilingMinor: null,
    quietMonoMs: null,
    heldMs: 0,
    heldMonoMs: by.monoMs,
    offeredMonoMs: null,
  };
}

/** At its prices the whole session is charged, also when it changes meanwhile. */
export function planOf({ members }: Pick<State, 'members'>, member: string): Pick<Session, 'plan'> {
  const plan = members.get(member)?.plan;
  return plan === undefined ? {} : { plan };
}

/** The power is what it was: of whoever held it before, nothing else is left. */
function handedOver(state: State, entry: Of<'session-handed-over'>): void {
  const { from: _, to, reader, tap, ...held } = entry.data;
  practised(state, held, entry.atMs);
  heldBookings(state, state.sessions.get(held.machine), entry.atMs);
  const powerUnsure = state.sessions.get(held.machine)?.powerUnsure ?? false;
  const plan = planOf(state, held.member);
  state.sessions.set(held.machine, { ...newSession(entry, { ...held, session: to }), ...plan, powerUnsure });
  const memo = { seq: entry.seq, tap, outcome: 'granted', code: 'handed-over' } as const;
  rememberTap(state, reader, { ...memo, machine: held.machine, session: to });
}

function noteTap(
  state: State,
  { seq, data }: Of<'hand-over-opened' | 'session-kept'>,
  memo: { readonly outcome: 'notice'; readonly code: string },
): void {
  const { reader, tap, machine, session } = data;
  if (reader !== null && tap !== null) rememberTap(state, reader, { seq, tap, ...memo, machine, session });
}

/**
 * How long it was held goes on over a restart, and so does an offer to hand it over; the time between counts as far as the
 * clock is set.
 * @param before the state as the boot before left it
 */
export function carryHeldTime(
  before: Pick<State, 'boot' | 'lastAtMs' | 'lastMonoMs'>,
  entry: Extract<Entry, { type: 'gateway-booted' }>,
): (session: Session) => void {
  const { last, synchronised } = entry.data;
  const isOfBoot = last !== null && last.boot === before.boot;
  const untilMonoMs = Math.max(before.lastMonoMs, isOfBoot ? last.monoMs : 0);
  const betweenMs = entry.atMs - Math.max(before.lastAtMs, isOfBoot ? last.atMs : 0);
  const awayMs = synchronised ? Math.max(0, betweenMs) : 0;
  const sinceMs = (monoMs: number): number => Math.max(0, untilMonoMs - monoMs) + awayMs;
  return (session) => {
    session.heldMs += sinceMs(session.heldMonoMs);
    session.heldMonoMs = entry.monoMs;
    session.quietMonoMs = null;
    if (session.offeredMonoMs !== null) session.offeredMonoMs = entry.monoMs - sinceMs(session.offeredMonoMs);
  };
}

/** Notes since when nothing moves under a session; called after every entry about its machine. */
export function noteQuiet(state: State, machine: string, monoMs: number): void {
  const session = state.sessions.get(machine);
  if (!session) return;
  session.quietMonoMs = isQuiet(state, machine) ? (session.quietMonoMs ?? monoMs) : null;
}
