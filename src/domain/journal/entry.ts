// The entries of the journal, version 1: what is now true. Released shapes are frozen: a change is a new version with
// an upcaster, and a golden file keeps the old one. People appear only as opaque keys (see the people table).

import type { RefusalCode } from '../access/refusal.ts';
import type { Activity, Confidence, Link, Source } from '../machine/activity.ts';
import type { Heat } from '../machine/heat.ts';
import type { Workshop } from '../machine/workshop.ts';
import type { AlarmAnswered, AlarmCleared, AlarmRaised } from './alarm-entries.ts';
import type { AllowanceBody } from './allowance-entries.ts';
import type { BookingBody } from './booking-entries.ts';
import type { CareNoted, PartReplaced, ProblemClosed, ProblemReported, ServiceDone } from './care-entries.ts';
import type { ChargeBody } from './charge-entries.ts';
import type { DisputeBody } from './dispute-entries.ts';
import type { Forgotten, TapsForgotten } from './forgotten.ts';
import type { InterlockLatched, InterlockReleased, MonitorChanged } from './interlock-entries.ts';
import type { InvoiceBody } from './invoice-entries.ts';
import type { JournalRestored } from './journal-restored.ts';
import type { LedgerBody } from './ledger-entries.ts';
import type { MemberBody, MemberRecorded } from './member-entries.ts';
import type { PlaceEntry } from './place-entries.ts';
import type { PolicyBody } from './policy-entries.ts';
import type { ProposalBody } from './proposal-entries.ts';
import type { QueueBody } from './queue-entries.ts';
import type { SessionBody } from './session-entries.ts';
import type { OnTimes, SegmentEnergy, SegmentTerms, UsageEntered, UsageWithdrawn } from './usage-entries.ts';

export type { JournalRestored } from './journal-restored.ts';
export type { MemberRecorded, Role } from './member-entries.ts';
export type { SegmentEnergy } from './usage-entries.ts';

/** An entry as the domain writes it; the journal adds `prev` and `hash`. */
export type Entry = EntryBody & {
  /** Position in this gateway's journal, from 1 without a gap. */
  readonly seq: number;
  /** Id of the gateway that wrote it. */
  readonly gateway: string;
  /** Boot in which it was written; monotonic times are comparable only within one boot. */
  readonly boot: string;
  /** Wall clock, milliseconds since 1970, never before the entry before it. */
  readonly atMs: number;
  /** Monotonic milliseconds of that boot. */
  readonly monoMs: number;
  /** Version of the shape of `data`. */
  readonly v: 1;
};

export type EntryBody =
  | { readonly type: 'gateway-booted'; readonly data: GatewayBooted }
  | { readonly type: 'journal-restored'; readonly data: JournalRestored }
  | { readonly type: 'clock-judged'; readonly data: { readonly synchronised: boolean } }
  | { readonly type: 'workshop-described'; readonly data: { readonly workshop: Workshop } }
  | { readonly type: 'member-recorded'; readonly data: MemberRecorded }
  | MemberBody
  | { readonly type: 'member-erased'; readonly data: { readonly member: string } }
  | { readonly type: 'tap-refused'; readonly data: TapRefused }
  | { readonly type: 'tap-noted'; readonly data: TapNoted }
  | { readonly type: 'badge-counted'; readonly data: { readonly badge: string; readonly counter: number } }
  | { readonly type: 'tap-counted'; readonly data: TapCounted }
  | { readonly type: 'pin-tried'; readonly data: { readonly member: string; readonly right: boolean } }
  | { readonly type: 'pin-set'; readonly data: PinSet }
  | { readonly type: 'taps-forgotten'; readonly data: TapsForgotten }
  | { readonly type: 'forgotten'; readonly data: Forgotten }
  | { readonly type: 'session-started'; readonly data: SessionStarted }
  | { readonly type: 'session-ending'; readonly data: SessionEnding }
  | { readonly type: 'access-ending'; readonly data: AccessEnding }
  | { readonly type: 'access-ended'; readonly data: AccessEnded }
  | { readonly type: 'cooling-ended'; readonly data: CoolingEnded }
  | { readonly type: 'session-ended'; readonly data: SessionEnded }
  | { readonly type: 'segment-closed'; readonly data: SegmentClosed }
  | { readonly type: 'machine-changed'; readonly data: MachineChanged }
  | { readonly type: 'heat-changed'; readonly data: { readonly machine: string; readonly heat: Heat } }
  | { readonly type: 'job-started'; readonly data: JobStarted }
  | { readonly type: 'job-ended'; readonly data: JobEnded }
  | { readonly type: 'switch-changed'; readonly data: SwitchChanged }
  | SessionBody
  | { readonly type: 'alarm-raised'; readonly data: AlarmRaised }
  | { readonly type: 'alarm-cleared'; readonly data: AlarmCleared }
  | { readonly type: 'alarm-answered'; readonly data: AlarmAnswered }
  | { readonly type: 'monitor-changed'; readonly data: MonitorChanged }
  | { readonly type: 'interlock-latched'; readonly data: InterlockLatched }
  | { readonly type: 'interlock-released'; readonly data: InterlockReleased }
  | { readonly type: 'problem-reported'; readonly data: ProblemReported }
  | { readonly type: 'problem-closed'; readonly data: ProblemClosed }
  | { readonly type: 'care-noted'; readonly data: CareNoted }
  | { readonly type: 'part-replaced'; readonly data: PartReplaced }
  | { readonly type: 'service-done'; readonly data: ServiceDone }
  | PlaceEntry
  | QueueBody
  | PolicyBody
  | LedgerBody
  | InvoiceBody
  | ChargeBody
  | AllowanceBody
  | DisputeBody
  | ProposalBody
  | BookingBody
  | { readonly type: 'usage-entered'; readonly data: UsageEntered }
  | { readonly type: 'usage-withdrawn'; readonly data: UsageWithdrawn };

export type EntryType = EntryBody['type'];

export type GatewayBooted = {
  readonly boot: string;
  readonly version: string;
  /** Whether the system clock was synchronised; if not, what depends on the date is refused. */
  readonly synchronised: boolean;
  /** The last sign of life of the boot before, durable within ten seconds of its end; null on the first boot. */
  readonly last: { readonly boot: string; readonly monoMs: number; readonly atMs: number } | null;
};

type TapRefused = {
  readonly reader: string;
  readonly tap: string;
  readonly machine: string | null;
  /** Null for a card that nobody holds; such a card is not recorded in any form. */
  readonly badge: string | null;
  readonly member: string | null;
  readonly code: string;
  /** The session that went on undisturbed, if there was one. */
  readonly session: string | null;
};

/** A tap at a reader that waited for a card: nothing starts by it. */
export type TapNoted = {
  readonly reader: string;
  readonly tap: string;
  readonly code: 'badge-enrolled' | 'spelling-learnt';
  /** Whose badge it has become; null when it became nobody's. */
  readonly member: string | null;
  readonly badge: string;
};

/**
 * How far the taps of a reader were counted, written before any of them is forgotten: what was tapped may be forgotten,
 * that it must not be tapped again may not.
 */
type TapCounted = {
  readonly reader: string;
  readonly boot: string;
  readonly counter: number;
  /** Earlier boots, newest last. */
  readonly past: readonly string[];
};

/** A member has a new PIN, or none any more; what it is stands in the people table, as a hash. */
type PinSet = {
  readonly member: string;
  /** Whether wrong ones from before are forgiven. */
  readonly unlocked: boolean;
};

export type SessionStarted = {
  readonly session: string;
  readonly machine: string;
  readonly pool: string;
  readonly member: string;
  readonly team: string | null;
  readonly costCode: string | null;
  readonly badge: string;
  readonly reader: string;
  readonly tap: string;
  /** Key of the member who stands by and answers for the training that this member lacks; left out: they lack none. */
  readonly trainer?: string;
  /** Ids of the certificates that they lack. */
  readonly learning?: readonly string[];
  /** What would have stood against anybody but a steward; left out: nothing. */
  readonly bypassed?: readonly RefusalCode[];
};

export type EndCause =
  | 'second-tap'
  | 'page'
  | 'steward'
  | 'suspension'
  | 'badge-lost'
  | 'certificate'
  /** Nothing moved for longer than the machine allows. */
  | 'idle'
  /** Held for longer than anybody should: forgotten. */
  | 'longest'
  /** The workshop, or the plan of the member, closes. */
  | 'hours'
  /** It has cost what the member wanted to spend. */
  | 'ceiling'
  /** The turn that the queue gave is over. */
  | 'turn'
  /** Another member has booked the machine from then on. */
  | 'booking'
  /** Fewer people are there than the machine needs while it runs. */
  | 'people'
  /** Somebody locked the machine. */
  | 'locked'
  /** A reading is out of its limits; by how much, in the words of `machine/monitor.ts`. */
  | 'monitor-warning'
  | 'monitor-critical'
  | 'monitor-fatal'
  /** A trainer had opened it, and a learner took it over under their eyes. */
  | 'lesson'
  | 'detached'
  | 'outage';

type SessionEnding = {
  readonly session: string;
  readonly machine: string;
  readonly cause: EndCause;
  /** The tap that ended it, null when it was no tap. */
  readonly reader: string | null;
  readonly tap: string | null;
};

/**
 * The controller is about to be told to end access. From here on nothing is waited for: after a crash it is told again,
 * whatever it then shows, for instance the hold that we brought about ourselves.
 */
type AccessEnding = { readonly session: string; readonly machine: string };

/** The controller was asked to end access and this came back, or it was not worth asking. */
type AccessEnded = {
  readonly session: string;
  readonly machine: string;
  readonly outcome: 'confirmed' | 'refused' | 'unknown' | 'not-needed';
};

/** A machine that must cool before its power goes: it has, or is not waited for any longer. */
type CoolingEnded = {
  readonly session: string;
  readonly machine: string;
  /** The temperature fell, its time was up, or the power had gone already. */
  readonly why: 'cool' | 'limit' | 'dark';
};

type SessionEnded = {
  readonly session: string;
  readonly machine: string;
  /**
   * How we know that the power is off: the switch said so, its lease ran out, or there is no switch. `handed-over`: it
   * stays on, for the session that starts in the same commit.
   */
  readonly power: 'off' | 'lease-expired' | 'no-switch' | 'handed-over';
};

export type Clocks = {
  readonly loadedMs: number;
  readonly poweredMs: number;
  readonly workingMs: number;
  readonly operatingMs: number;
};

/** A metered stretch of a session; it knows no price. */
export type SegmentClosed = OnTimes &
  SegmentTerms & {
    readonly session: string;
    /** From 0, without a gap within a session. */
    readonly index: number;
    readonly machine: string;
    readonly pool: string;
    readonly member: string;
    readonly team: string | null;
    readonly costCode: string | null;
    readonly sessionFromMs: number;
    readonly fromMs: number;
    readonly toMs: number;
    readonly clocks: Clocks;
    /** Time in which we could not see the machine: recorded, not billed. */
    readonly gapMs: number;
    /** Left out where the switch of the machine has no meter, and in entries from before energy was written. */
    readonly energy?: SegmentEnergy;
    /** Who taught; left out where nobody did. */
    readonly trainer?: string;
    /** `band`: another day, or other hours of the price, begin. */
    readonly why: 'ending' | 'restart' | 'length' | 'cost-code' | 'band';
  };

export type MachineChanged = {
  readonly machine: string;
  readonly link: Link;
  readonly activity: Activity;
  readonly substate: string | null;
  /** The controller's own word, at most 40 printable characters. */
  readonly raw: string | null;
  readonly confidence: Confidence;
  readonly source: Source;
  /** How long before this entry the activity before it was last known to hold, milliseconds; 0 for a fresh report. */
  readonly seenAgoMs: number;
};

export type JobResult = 'completed' | 'aborted' | 'failed' | 'unknown';

type JobStarted = { readonly machine: string; readonly job: string; readonly session: string | null };
type JobEnded = { readonly machine: string; readonly job: string; readonly result: JobResult };

type SwitchChanged = {
  readonly switch: string;
  /** What the switch says of itself; null when it is not there to say. */
  readonly on: boolean | null;
};
