// The state that replaying the journal gives: plain data, changed only by `apply`. Maps, never objects keyed by
// outside words, so that an id like `constructor` is just an id (invariant 11).

import type { TapCount } from '../access/is-replayed.ts';
import type { Tally } from '../billing/tally.ts';
import { type BookingState, emptyBookings } from '../booking/booking-state.ts';
import type { Activity, Confidence, Link, Source } from '../machine/activity.ts';
import type { Draw } from '../machine/draw.ts';
import type { Heat } from '../machine/heat.ts';
import type { Workshop } from '../machine/workshop.ts';
import { emptySchedule, type ScheduleState } from '../schedule/schedule-state.ts';
import type { OpenAlarm } from './alarm-entries.ts';
import { type AllowanceState, emptyAllowances } from './allowance-entries.ts';
import type { MachineCare } from './care-state.ts';
import { type DisputeState, emptyDisputes } from './dispute-entries.ts';
import type { Clocks, EndCause, MemberRecorded, SessionStarted } from './entry.ts';
import type { Latch, MonitorState } from './interlock-entries.ts';
import { emptyInvoices, type InvoiceState } from './invoice-entries.ts';
import { emptyLedger, type LedgerState } from './ledger-entries.ts';
import { emptyPlace, type PlaceState } from './place-entries.ts';
import { emptyPolicy, type PolicyState } from './policy-entries.ts';
import { emptyProposals, type ProposalState } from './proposal-entries.ts';

export type * from './care-state.ts';

/** What the state holds and has a file of its own. */
type Further = PlaceState &
  PolicyState &
  BookingState &
  LedgerState &
  ProposalState &
  InvoiceState &
  AllowanceState &
  DisputeState;

export type State = Further & {
  gateway: string;
  seq: number;
  /** Wall clock of the last entry; the next one is never before it. */
  lastAtMs: number;
  /** Monotonic time of the last entry, of its boot. */
  lastMonoMs: number;
  boot: string | null;
  synchronised: boolean;
  workshop: Workshop | null;
  members: Map<string, MemberRecorded>;
  /** Badge id → member key. */
  badges: Map<string, string>;
  machines: Map<string, MachineState>;
  switches: Map<string, SwitchState>;
  /** Machine id → the session that holds it; at most one. */
  sessions: Map<string, Session>;
  /** Reader id → its last taps, newest last, at most `tapMemoLimit`. */
  taps: Map<string, TapMemo[]>;
  /** Reader id → how far its taps were counted; outlives the memos. */
  tapCounts: Map<string, TapCount>;
  /** Member key → wrong PINs after each other; a right one takes the row away. */
  pinTries: Map<string, PinTries>;
  /** Badge id → the last counter of a tag that proves itself. */
  badgeCounts: Map<string, number>;
  /** Member key → certificate → when it was last used, or given, wall clock; for certificates that are held. */
  certificateUse: Map<string, Map<string, number>>;
  /** Machine id → who tapped there last and lacked a training; gone once somebody holds it. */
  learners: Map<string, Learner>;
  /** Member key → certificate → supervised sessions that count for it. */
  lessons: Map<string, Map<string, number>>;
  /** Alarm id → what is not over yet; at most `openAlarmLimit`. */
  alarms: Map<string, OpenAlarm>;
  /** `monitorKey` → what it says; one that is not here has not been heard since the start. */
  monitors: Map<string, MonitorState>;
  /** Machine id → why it is latched. */
  latches: Map<string, Latch>;
  /** Switch of an auxiliary → since when nobody holds a machine that it serves, or since the start; monotonic. */
  runOns: Map<string, number>;
  /** Machine id → its hour meter and what people did for it; outlives its description. */
  care: Map<string, MachineCare>;
  /** The queues of pools that are used in turn, and what is remembered of use there. */
  schedule: ScheduleState;
};

/** Somebody whom a trainer may come to help. `monoMs` is of this boot. */
type Learner = { readonly member: string; readonly badge: string; seq: number; monoMs: number };

export type PinTries = { wrong: number; lastAtMs: number };

export const tapMemoLimit = 32;

export const openAlarmLimit = 256;

export type MachineState = {
  link: Link;
  /** Since when the link is as it is. */
  linkSinceMs: number;
  activity: Activity;
  substate: string | null;
  raw: string | null;
  confidence: Confidence;
  source: Source;
  sinceMs: number;
  /** Monotonic time of the same moment, or of the boot when it is older than that. */
  sinceMonoMs: number;
  /** Unknown while it cannot be heard, and where nothing must cool. */
  heat: Heat;
  /** Of a machine without a controller, in a space that asks for it; unknown everywhere else. */
  draw: Draw;
  job: string | null;
};

type SwitchState = { on: boolean | null; sinceMs: number };

/**
 * active: the member holds it; finishing: permitted until idle; cooling: controller ended, power stays until it is cool;
 * darkening: power is to go.
 */
type SessionPhase = 'active' | 'finishing' | 'cooling' | 'darkening';

export type Session = Omit<SessionStarted, 'tap' | 'reader' | 'costCode'> & {
  costCode: string | null;
  phase: SessionPhase;
  startedAtMs: number;
  cause: EndCause | null;
  /** Monotonic time of the last change of phase, or of the boot when that was earlier: time limits begin anew. */
  phaseMonoMs: number;
  phaseAtMs: number;
  /** Its controller is being told to end access, or was when the gateway died. */
  accessEnding: boolean;
  /**
   * After a restart, or when a switch that was on goes away or says off: nobody knows whether it (still) gives power. It
   * is then neither told on nor off until it says on; power that went away comes back only by a tap at the machine
   * (invariant 8).
   */
  powerUnsure: boolean;
  segmentIndex: number;
  /** Loaded time of the closed segments of a supervised session; left out of all others. */
  supervisedMs?: number;
  /** The open segment; null once the session is ending. */
  segment: OpenSegment | null;
  /** What its closed segments used of all that costs something. */
  tally: Tally;
  /** Plan of the member when it began; left out without one. */
  plan?: string;
  /** What it may cost, minor units in a decimal string; null without a ceiling. */
  ceilingMinor: string | null;
  /** Since when nothing moves, or the holder said to be there still; monotonic. Null while something does, or may. */
  quietMonoMs: number | null;
  /** How long it was held up to `heldMonoMs`, earlier boots included. */
  heldMs: number;
  heldMonoMs: number;
  /** When its holder offered to hand it over; monotonic, below zero where that was before this boot. */
  offeredMonoMs: number | null;
};

/** Counted up to `countedMonoMs`; from there on the machine has been in its present activity. */
export type OpenSegment = {
  fromMs: number;
  fromMonoMs: number;
  countedMonoMs: number;
  clocks: { -readonly [clock in keyof Clocks]: Clocks[clock] };
  gapMs: number;
};

/** Enough to answer a tap that is delivered twice in the same words. */
export type TapMemo = {
  /** The entry that decided it. */
  seq: number;
  tap: string;
  outcome: 'granted' | 'ended' | 'queued' | 'refused' | 'notice';
  code: string | null;
  machine: string | null;
  session: string | null;
};

export function emptyState(gateway: string): State {
  return {
    gateway,
    seq: 0,
    lastAtMs: 0,
    lastMonoMs: 0,
    boot: null,
    synchronised: false,
    workshop: null,
    members: new Map(),
    badges: new Map(),
    machines: new Map(),
    switches: new Map(),
    sessions: new Map(),
    taps: new Map(),
    tapCounts: new Map(),
    pinTries: new Map(),
    badgeCounts: new Map(),
    certificateUse: new Map(),
    learners: new Map(),
    lessons: new Map(),
    alarms: new Map(),
    monitors: new Map(),
    latches: new Map(),
    runOns: new Map(),
    care: new Map(),
    schedule: emptySchedule(),
    ...emptyPlace(),
    ...emptyPolicy(),
    ...emptyBookings(),
    ...emptyProposals(),
    ...emptyLedger(),
    ...emptyInvoices(),
    ...emptyAllowances(),
    ...emptyDisputes(),
  };
}
