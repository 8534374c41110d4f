// What the gateway offers to the boxes around it: devices report, people ask. Built by `createGateway`.

import type { SpellingName } from '../domain/access/spelling.ts';
import type { EntryBody, JobResult } from '../domain/journal/entry.ts';
import type { State } from '../domain/journal/state.ts';
import type { UsageReason, WithdrawalReason } from '../domain/journal/usage-entries.ts';
import type { TimeRead } from '../domain/local-time.ts';
import type { Activity, Confidence, Link, Source } from '../domain/machine/activity.ts';
import type { Readings } from '../domain/machine/reading.ts';
import type { Trouble } from '../domain/machine/trouble.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import type { EnteredRefusal, EnteredWarning } from '../domain/usage/decide-entered-use.ts';
import type { ImportOutcome, MemberInput } from './member-list.ts';
import type { Person, TapAnswer } from './ports.ts';
import type { LineRead } from './read-line.ts';

export type Gateway = {
  /** Recovers the state, writes the boot entry, resumes or closes what was open. */
  start(): Promise<void>;
  /** Writes what is owed to the journal and stops; power follows its leases. */
  stop(): Promise<void>;

  /** Tells every machine's state again, when those who listen have just come. */
  announceAll(): void;
  /** What time alone brings about; to be called about twice a second. */
  tick(): void;

  // From devices. `tap` resolves once the tap is durable, and rejects with a JournalFault if it could not be.
  tap(tap: Tap): Promise<TapAnswer>;
  /** A key of a keypad beside a reader: a digit, `*` or `#`. It becomes the PIN of the card that is held there. */
  keyPressed(pressed: { reader: string; key: string }): void;
  reportMachine(report: MachineReport): void;
  reportSwitch(report: SwitchReport): void;
  /** A reader or switch has spoken, or has gone. */
  deviceSaid(said: DeviceSaid): void;
  /** A reader is there again: what waits for it in the outbox is sent. */
  readerConnected(reader: string): void;
  /**
   * Whether a tap still finds its way: decided like any tap, without a trace, and then a sign of life is made durable.
   * Rejects when the journal says nothing at all; a disk that says no has answered.
   */
  probe(tap: ProbeTap): Promise<ProbeOutcome>;

  // From people and scripts.
  describe(workshop: Workshop): Promise<void>;
  importMembers(rows: readonly MemberInput[], options: { dryRun: boolean }): Promise<ImportOutcome>;
  setShown(member: string, shown: boolean): Promise<void>;
  setPassword(member: string, password: string): Promise<void>;
  /** Null takes it away; `unlock` forgives wrong ones from before, as a steward may. */
  setPin(request: { member: string; pin: string | null; unlock: boolean }): Promise<PinOutcome>;
  /** Takes a person's row, badges and tokens away for ever; the journal keeps the opaque key. */
  eraseMember(request: { member: string; dryRun: boolean }): Promise<EraseOutcome>;
  /** For a minute the next card at that reader becomes a badge of that member. */
  awaitBadge(request: { member: string; reader: string }): Promise<BadgeAwaited>;
  /** With `replaceAt` the next card at that reader takes its place. */
  loseBadge(request: { member: string; badge: string; replaceAt: string | null }): Promise<BadgeLost>;
  /** Resolves when that badge is held to that reader, or after a minute. */
  learnReader(request: { reader: string; badge: string }): Promise<SpellingLearnt>;
  /** `by` is the member who asks; a steward may end any session. */
  endSession(request: { machine: string; by: string; steward: boolean }): Promise<EndOutcome>;
  /** Writes down a use that no reader saw, or says what would be written. */
  enterUsage(input: UsageInput, options: { dryRun: boolean }): Promise<UsageOutcome>;
  withdrawUsage(input: WithdrawalInput, options: { dryRun: boolean }): Promise<UsageOutcome>;

  /** Something that a steward should know is so, or is not any more; it stops nothing. */
  setNotice(code: NoticeCode, isSo: boolean): void;

  // Views, of what is durable. Readers must not change them.
  state(): Readonly<State>;
  person(member: string): Person | undefined;
  personByHandle(handle: string): Person | undefined;
  usedTodayMs(machine: string): number;
  latestReadings(machine: string): Readings;
  /** What is wrong with the link to a machine, as it was last told. */
  troubles(machine: string): readonly Trouble[];
  /** Every reader and switch that is described, and what it told of itself since the start. */
  devices(): readonly DeviceFacts[];
  health(): Health;
  /** Called after each change that screens may care about; returns how to stop it. */
  listen(listener: (change: Change) => void): () => void;
};

export type Tap = {
  readonly reader: string;
  /** As the reader spelt it; not yet trusted. */
  readonly badge: string;
  /** How this reader writes cards; null for hexadecimal bytes. */
  readonly spelling: SpellingName | null;
  /** `<boot>:<counter>` of the reader; the same tap may arrive twice. */
  readonly tap: string;
  readonly machine: string | null;
  /** As typed at the reader; compared, and never kept. */
  readonly pin?: string | null;
};

/** A tap that stands at no reader. */
export type ProbeTap = Pick<Tap, 'badge' | 'tap'>;

/** `refused`: the disk said no, promptly, and the journal can still be read. */
export type ProbeOutcome = 'durable' | 'refused';

export type MachineReport = {
  readonly machine: string;
  readonly link: Link;
  readonly activity: Activity;
  readonly substate: string | null;
  readonly raw: string | null;
  readonly confidence: Confidence;
  readonly source: Source;
  /** How long ago the last sample was seen, milliseconds; 0 when this is one. */
  readonly seenAgoMs: number;
  readonly readings: Readings;
  /** Job edges seen with this report, as the profile's rules or the controller tell them. */
  readonly job:
    | { readonly event: 'started' }
    | { readonly event: 'ended'; readonly result: JobResult }
    | null;
  /** What is wrong with the link now, or soon; shown, never journalled. Left out: nothing that we know of. */
  readonly troubles?: readonly Trouble[];
};

export type SwitchReport = {
  readonly switch: string;
  /** Null when the switch has gone. */
  readonly on: boolean | null;
  readonly powerW: number | null;
  readonly energyWh: number | null;
};

/** What a reader or a switch tells of itself; what is left out was not said. Kept in memory only. */
export type DeviceSaid = {
  readonly device: { readonly role: 'reader' | 'switch'; readonly id: string };
  /** False when it has gone. */
  readonly there: boolean;
  /** Wall clock. */
  readonly seenMs?: number;
  readonly firmware?: string;
  readonly signalDbm?: number;
  readonly address?: string;
  readonly setting?: DeviceSetting;
};

/** A setting that decides what a device does without us. */
export type DeviceSetting = {
  readonly name: string;
  readonly value: string;
  /** Whether power stays off, or goes off, when the gateway is away. */
  readonly safe: boolean;
  /** What mends it, as a person types it; null when it is safe. */
  readonly remedy: string | null;
};

export type DeviceFacts = {
  readonly role: 'reader' | 'switch';
  readonly id: string;
  readonly kind: string;
  readonly there: boolean;
  /** Wall clock; null when it has said nothing since the start. */
  readonly seenAtMs: number | null;
  readonly firmware: string | null;
  readonly signalDbm: number | null;
  readonly address: string | null;
  readonly settings: readonly DeviceSetting[];
  /** Null for what keeps no list of badges. */
  readonly allowList: AllowListFacts | null;
};

/** How the list of a reader stands, in badges. */
export type AllowListFacts = {
  /** Of members who could start its machine now. */
  readonly owed: number;
  /** It holds them, and long enough. */
  readonly told: number;
  /** Their cards are not known well enough to be told. */
  readonly missing: number;
  /** More than such a reader has room for. */
  readonly left: number;
};

export type { ImportOutcome, MemberInput } from './member-list.ts';

export type EraseOutcome =
  | { readonly ok: true; readonly goes: ErasedParts }
  | { readonly ok: false; readonly code: 'member-unknown' | 'member-in-session' | 'admin-last' };

/** What goes; tokens and sign-ins go too. */
type ErasedParts = {
  readonly handle: string;
  readonly name: string;
  readonly email: boolean;
  readonly password: boolean;
  readonly badges: number;
};

export type PinOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'member-unknown' | 'pin-locked' };

type ReaderNotFree = { readonly ok: false; readonly code: 'reader-unknown' | 'reader-busy' };

export type BadgeAwaited =
  /** Until when the reader waits, wall clock. */
  | { readonly ok: true; readonly untilMs: number }
  | ReaderNotFree
  | { readonly ok: false; readonly code: 'member-unknown' };

export type BadgeLost =
  /** Machines whose sessions end by it; until when the reader waits for another card, null where it does not. */
  | { readonly ok: true; readonly ended: readonly string[]; readonly untilMs: number | null }
  | ReaderNotFree
  | { readonly ok: false; readonly code: 'member-unknown' | 'badge-none' };

export type SpellingLearnt =
  | { readonly ok: true; readonly spelling: SpellingName }
  | ReaderNotFree
  | { readonly ok: false; readonly code: 'badge-none' | 'spelling-none' };

export type EndOutcome =
  | { readonly ok: true; readonly session: string }
  | {
      readonly ok: false;
      readonly code: 'machine-unknown' | 'session-none' | 'session-not-yours' | 'session-ending';
    };

export type UsageInput = {
  /** Handle or key of the member who used it. */
  readonly member: string;
  readonly machine: string;
  /** RFC 3339 with an offset, or local to the space: `2026-11-20 18:00`. */
  readonly from: string;
  readonly to: string;
  readonly why: UsageReason;
  /** In a person's own words; it can be erased. */
  readonly note: string | null;
  /** Who says so: a member key, or `admin-token` or `console`. */
  readonly by: string;
};

export type WithdrawalInput = {
  readonly session: string;
  readonly why: WithdrawalReason;
  readonly by: string;
};

export type UsageOutcome =
  | {
      readonly ok: true;
      /** The id of the use; null when nothing was written. */
      readonly session: string | null;
      /** Of the member. */
      readonly name: string;
      /** As it stands on the statement of `month`, `yyyy-mm`. */
      readonly line: LineRead;
      readonly month: string;
      readonly currency: string;
      readonly digits: number;
      /** Said, and no reason against it. */
      readonly warnings: readonly EnteredWarning[];
    }
  | UsageRefusal;

export type UsageRefusal = {
  readonly ok: false;
  readonly code:
    | EnteredRefusal['code']
    | Extract<TimeRead, { ok: false }>['code']
    | 'note-unreadable'
    | 'usage-not-entered'
    | 'usage-withdrawn-already';
  /** What was refused or stands in the way: ids and times, in no language. */
  readonly about: string | null;
  readonly field: keyof UsageInput | null;
  /** What a time may have meant, RFC 3339. */
  readonly readings: readonly string[];
};

/** What goes on beside the taps and is no reason against them. */
export type NoticeCode = 'influx-behind' | 'tls-expires' | 'tls-not-renewed' | 'switch-unsafe';

export type Health = {
  /** Whether taps can be decided now. */
  readonly ok: boolean;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
};

export type Change =
  | { readonly kind: 'machine'; readonly machine: string }
  | { readonly kind: 'reading'; readonly machine: string; readonly atMs: number; readonly readings: Readings }
  | { readonly kind: 'workshop' }
  | { readonly kind: 'health' }
  | { readonly kind: 'entry'; readonly body: EntryBody };
