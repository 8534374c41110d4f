// The reducer: the only place that changes a `State`. Replaying the same entries gives the same state on any machine,
// years later (invariant 3), so what a version of an entry means here is frozen once it is released.

import { oneMoreWrong } from '../access/level.ts';
import { noteCode } from '../allowance/last-code.ts';
import { addSegment, type Rates } from '../billing/rate.ts';
import { powerWaits } from '../machine/heat.ts';
import { countOutside, endBoot, takeSegment } from '../machine/hour-meter.ts';
import { machineById } from '../machine/lookup.ts';
import { openSegment } from '../usage/meter.ts';
import { allowanceEffects, describeBudgets } from './apply-allowance.ts';
import { bookingEffects, heldBookings } from './apply-bookings.ts';
import { beginDays, careAt, careEffects, describeCare } from './apply-care.ts';
import { disputeEffects, forgetDisputes } from './apply-disputes.ts';
import { beginRunOn, bootInterlock, describeInterlock, interlockEffects } from './apply-interlock.ts';
import { invoiceEffects } from './apply-invoices.ts';
import { ledgerEffects } from './apply-ledger.ts';
import { machineChanged, machineOf, switchChanged, unheard } from './apply-machine.ts';
import { forgetInPlace, placeAfterBoot, placeEffects, waits } from './apply-place.ts';
import { policyEffects } from './apply-policy.ts';
import { proposalEffects } from './apply-proposals.ts';
import { queueEffects } from './apply-queue.ts';
import { carryHeldTime, newSession, noteQuiet, planOf, sessionEffects } from './apply-session.ts';
import {
  trainingEarned,
  trainingEnded,
  trainingErased,
  trainingMetered,
  trainingRecorded,
  trainingRefused,
  trainingUsed,
} from './apply-training.ts';
import type { Entry, EntryType, MemberRecorded, SegmentClosed, SessionStarted } from './entry.ts';
import { forgetTaps } from './forgotten.ts';
import { rememberTap } from './remember-tap.ts';
import type { Session, State, TapMemo } from './state.ts';

/** Applies one entry in place. Entries come in the order of `seq`; a caller that skips one is a programmer's error. */
export function apply(state: State, entry: Entry): void {
  if (entry.seq !== state.seq + 1)
    throw new RangeError(`entry ${entry.seq} after ${state.seq}: one is missing`);
  const carry = entry.type === 'gateway-booted' ? carryHeldTime(state, entry) : null;
  state.seq = entry.seq;
  state.lastAtMs = entry.atMs;
  if (entry.type === 'forgotten') return;
  if (entry.type === 'gateway-booted') endBoot(state, entry.data.last);
  state.gateway = entry.gateway;
  state.lastMonoMs = entry.monoMs;
  // The row for a type takes exactly the entries of that type, which the compiler cannot see through the look-up.
  const effect = effects[entry.type] as (state: State, entry: Entry) => void;
  effect(state, entry);
  if (carry) for (const session of state.sessions.values()) carry(session);
  if ('machine' in entry.data && entry.data.machine !== null)
    noteQuiet(state, entry.data.machine, entry.monoMs);
}

type Of<T extends EntryType> = Extract<Entry, { type: T }>;

/** One row per type of entry: what it changes. */
const effects: { readonly [T in Exclude<EntryType, 'forgotten'>]: (state: State, entry: Of<T>) => void } = {
  'gateway-booted': booted,
  // It says where the entries before it come from; what they say holds as it did.
  'journal-restored': () => undefined,
  'clock-judged': (state, { atMs, data }) => {
    state.synchronised = data.synchronised;
    beginDays(state, atMs);
  },
  'workshop-described': (state, entry) => {
    state.workshop = entry.data.workshop;
    describeInterlock(state);
    describeCare(state, entry);
    describeBudgets(state, entry.data.workshop, entry.atMs);
  },
  'member-recorded': (state, { atMs, data }) => {
    trainingRecorded(state, data, atMs);
    recorded(state, data);
  },
  'certificate-earned': trainingEarned,
  // Nothing at a machine is decided by how somebody signs in to a page.
  'passkey-added': () => undefined,
  'usage-viewed': () => undefined,
  'passkey-removed': () => undefined,
  'member-erased': (state, { data }) => {
    for (const badge of state.members.get(data.member)?.badges ?? []) state.badgeCounts.delete(badge);
    forget(state, data.member);
    forgetInPlace(state, data.member);
    state.pinTries.delete(data.member);
    state.careGiven.delete(data.member);
    noteCode(state, data.member, null);
    trainingErased(state, data.member);
    forgetDisputes(state, data.member);
  },
  'badge-counted': (state, { data }) => {
    state.badgeCounts.set(data.badge, data.counter);
  },
  'pin-tried': (state, { atMs, data }) => {
    const { member, right } = data;
    if (right) state.pinTries.delete(member);
    else state.pinTries.set(member, oneMoreWrong(state.pinTries.get(member), atMs));
  },
  'pin-set': (state, { data }) => {
    if (data.unlocked) state.pinTries.delete(data.member);
  },
  'tap-refused': (state, entry) => {
    const { seq, atMs, data } = entry;
    const { tap, code, machine, member } = data;
    trainingRefused(state, entry);
    if (code === 'space-full' && member !== null) waits(state, { member, seq, atMs });
    // It must not push out what a reader may still ask for again.
    if (code === 'tap-replayed') return;
    rememberTap(state, data.reader, { seq, tap, outcome: 'refused', code, machine, session: null });
  },
  'tap-noted': (state, { seq, data }) => {
    const { tap, code } = data;
    rememberTap(state, data.reader, { seq, tap, outcome: 'notice', code, machine: null, session: null });
  },
  ...placeEffects,
  'tap-counted': (state, { data }) => {
    const { reader, boot, counter, past } = data;
    state.tapCounts.set(reader, { boot, counter, past: [...past], kept: true });
  },
  'taps-forgotten': (state, { data }) => forgetTaps(state, data.throughSeq),
  'session-started': (state, entry) => started(state, entry, entry.data),
  'session-ending': ending,
  'access-ending': (state, { data }) => {
    const session = state.sessions.get(data.machine);
    if (session) session.accessEnding = true;
  },
  'access-ended': (state, entry) => {
    const waits = powerWaits(machineById(state, entry.data.machine));
    enter(state, entry, waits ? 'cooling' : 'darkening');
  },
  'cooling-ended': (state, entry) => enter(state, entry, 'darkening'),
  'session-ended': (state, entry) => {
    heldBookings(state, state.sessions.get(entry.data.machine), entry.atMs);
    state.sessions.delete(entry.data.machine);
    state.short.delete(entry.data.machine);
    beginRunOn(state, entry);
  },
  'segment-closed': (state, entry) => segmentClosed(state, entry, entry.data),
  'machine-changed': (state, entry) => machineChanged(state, entry, entry.data),
  'heat-changed': (state, { data }) => {
    machineOf(state, data.machine).heat = data.heat;
  },
  'job-started': (state, { data }) => {
    machineOf(state, data.machine).job = data.job;
    careAt(state, data.machine).meter.settled.jobs += 1;
  },
  'job-ended': (state, { data }) => {
    machineOf(state, data.machine).job = null;
  },
  'switch-changed': switchChanged,
  'alarm-raised': (state, { atMs, data }) => {
    state.alarms.set(data.alarm, { ...data, raisedAtMs: atMs, answered: null });
  },
  'alarm-answered': (state, { atMs, data: { alarm, by, what } }) => {
    const open = state.alarms.get(alarm);
    if (open) state.alarms.set(alarm, { ...open, answered: { by, what, atMs } });
  },
  'alarm-cleared': (state, { data }) => {
    state.alarms.delete(data.alarm);
  },
  ...interlockEffects,
  ...careEffects,
  // Written down when it was over: it holds no machine, gives no power and moves no hour meter.
  'usage-entered': () => undefined,
  'usage-withdrawn': () => undefined,
  ...allowanceEffects,
  'material-entered': () => undefined,
  'material-withdrawn': () => undefined,
  ...sessionEffects,
  ...queueEffects,
  ...policyEffects,
  ...ledgerEffects,
  ...invoiceEffects,
  ...proposalEffects,
  ...bookingEffects,
  ...disputeEffects,
  'draw-changed': (state, { data }) => {
    machineOf(state, data.machine).draw = data.draw;
  },
};

/** After a start nothing is known of the world until it speaks again; jobs and sessions are kept (invariant 7). */
function booted(state: State, entry: Entry & { type: 'gateway-booted' }): void {
  state.boot = entry.data.boot;
  // When they tapped cannot be compared with the clock of this boot.
  state.learners.clear();
  state.synchronised = entry.data.synchronised;
  beginDays(state, entry.atMs);
  for (const machine of state.machines.values()) {
    Object.assign(machine, unheard(entry), { job: machine.job });
  }
  for (const known of state.switches.values()) known.on = null;
  placeAfterBoot(state, entry.monoMs);
  for (const session of state.sessions.values()) {
    session.phaseMonoMs = entry.monoMs;
    session.powerUnsure = true;
  }
  bootInterlock(state, entry);
}

function recorded(state: State, member: MemberRecorded): void {
  const gone = state.members.get(member.member)?.badges.filter((badge) => !member.badges.includes(badge));
  for (const badge of gone ?? []) state.badgeCounts.delete(badge);
  forget(state, member.member);
  state.members.set(member.member, member);
  for (const badge of member.badges) state.badges.set(badge, member.member);
}

function forget(state: State, member: string): void {
  for (const badge of state.members.get(member)?.badges ?? []) state.badges.delete(badge);
  state.members.delete(member);
}

function started(state: State, entry: Entry, data: SessionStarted): void {
  countOutside(state, data.machine, entry.monoMs);
  state.asks.delete(data.machine);
  const { tap, reader, ...held } = data;
  trainingUsed(state, data, entry.atMs);
  if (data.costCode !== null) noteCode(state, data.member, data.costCode);
  state.sessions.set(data.machine, { ...newSession(entry, held), ...planOf(state, data.member) });
  rememberTap(state, reader, {
    seq: entry.seq,
    tap,
    outcome: 'granted',
    code: null,
    machine: data.machine,
    session: data.session,
  });
}

function ending(state: State, entry: Entry & { type: 'session-ending' }): void {
  const { data } = entry;
  enter(state, entry, 'finishing');
  state.short.delete(data.machine);
  const session = state.sessions.get(data.machine);
  if (session) {
    session.cause = data.cause;
    trainingEnded(state, session);
  }
  if (data.reader === null || data.tap === null) return;
  const memo: TapMemo = {
    seq: entry.seq,
    tap: data.tap,
    outcome: 'ended',
    code: null,
    machine: data.machine,
    session: data.session,
  };
  rememberTap(state, data.reader, memo);
}

function enter(state: State, entry: Entry & { data: { machine: string } }, phase: Session['phase']): void {
  const session = state.sessions.get(entry.data.machine);
  if (!session) return;
  session.phase = phase;
  session.phaseMonoMs = entry.monoMs;
  session.phaseAtMs = entry.atMs;
}

function segmentClosed(state: State, entry: Entry, data: SegmentClosed): void {
  takeSegment(careAt(state, data.machine), data, entry.monoMs);
  const session = state.sessions.get(data.machine);
  if (!session) return;
  session.segmentIndex = data.index + 1;
  trainingMetered(session, data);
  addSegment(session.tally, { segment: data, ...rates(state) });
  // The time between two boots was watched by nobody: it opens the next segment as a gap.
  const unwatchedMs = data.why === 'restart' ? Math.max(0, entry.atMs - data.toMs) : 0;
  session.segment = data.why === 'ending' ? null : openSegment(entry, unwatchedMs);
}

const rates = ({ workshop }: State): Rates => ({
  tariffs: workshop?.tariffs ?? [],
  timezone: workshop?.space.timezone ?? 'UTC',
});
