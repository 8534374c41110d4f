// What the gateway offers to the boxes around it: devices report, people ask. Built by `createGateway`.

import type { EntryBody } from '../domain/journal/entry.ts';
import type { State } from '../domain/journal/state.ts';
import type { ControllerMeter } from '../domain/machine/controller-meter.ts';
import type { LinkWords } from '../domain/machine/link-words.ts';
import type { Readings } from '../domain/machine/reading.ts';
import type { Trouble } from '../domain/machine/trouble.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import type { AlarmAnswer, AlarmOutcome } from './answer-alarm.ts';
import type {
  AccessOutcome,
  AccessWish,
  BadgeAwaited,
  BadgeLost,
  EndOutcome,
  EraseOutcome,
  HandOverOffered,
  HeldFacts,
  PinOutcome,
  SessionChanged,
  SessionKept,
  SessionWish,
  SpellingLearnt,
  StatusOutcome,
  StatusWish,
  UsageInput,
  UsageOutcome,
  WithdrawalInput,
} from './asked.ts';
import type { Bookings } from './bookings-asked.ts';
import type { Allowances } from './create-allowances.ts';
import type { Books } from './create-books.ts';
import type { Care } from './create-care.ts';
import type { Desk } from './create-desk.ts';
import type { Disputes } from './create-disputes.ts';
import type { Kiosks } from './create-kiosks.ts';
import type { Passkeys } from './create-passkeys.ts';
import type { Proposals } from './create-proposals.ts';
import type { Invoicing } from './invoicing-asked.ts';
import type { LockOutcome, LockWish, UnlockOutcome } from './lock-machine.ts';
import type { ImportOutcome, MemberInput } from './member-list.ts';
import type {
  CertifyOutcome,
  CertifyWish,
  RolesOutcome,
  RolesWish,
  ViewNoted,
  WithdrawWish,
} from './people-asked.ts';
import type { PolicyTold, PolicyVersionTold } from './policy-asked.ts';
import type { Person, TapAnswer, Vouched } from './ports.ts';
import type { QueueFacts, QueueLeft, TicketChanged, TicketSkip, TicketWish } from './queue-asked.ts';
import type { AlarmRecord, AlarmSpan } from './read-alarms.ts';
import type { PriceAsked, PriceOutcome } from './read-price.ts';
import type { InterlockRelease, ReleaseOutcome } from './release-interlock.ts';
import type {
  DeviceFacts,
  DeviceSaid,
  MachineReport,
  ProbeOutcome,
  ProbeTap,
  SwitchReport,
  Tap,
} from './said.ts';
import type { ModeOutcome, ModeWish } from './set-machine-mode.ts';
import type { PushWish } from './set-push.ts';
import type { VouchedOutcome } from './sign-in-vouched.ts';

/** Use cases of one noun each that have a file of their own. */
type Nouns = Care & Bookings & Proposals & Desk & Allowances & Kiosks;

export type Gateway = Nouns & {
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
  /** A suspended member may use nothing and not sign in; what they hold ends. No list takes it back. */
  setStatus(wish: StatusWish): Promise<StatusOutcome>;
  /** Gives members a certificate, all of them or none; with `dryRun` nothing is written. */
  certify(wish: CertifyWish): Promise<CertifyOutcome>;
  /** What they hold with it ends by the rules, a running job may finish. */
  withdrawCertificate(wish: WithdrawWish): Promise<CertifyOutcome>;
  /** Roles given by hand; those that a sign-in service lends stay. */
  setRoles(wish: RolesWish): Promise<RolesOutcome>;
  /** Written down before somebody is shown the usage of another. */
  noteView(view: ViewNoted): Promise<void>;
  /** Null takes it away; `unlock` forgives wrong ones from before, as a steward may. */
  setPin(request: { member: string; pin: string | null; unlock: boolean }): Promise<PinOutcome>;
  /** Where they are told of what happens, null for nowhere; false where nobody has this key. */
  setPush(wish: PushWish): Promise<boolean>;
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
  /** Sets the cost code or the ceiling of one's own session. */
  changeSession(wish: SessionWish): Promise<SessionChanged>;
  /** For a minute the next tap of another member takes one's own session over. */
  offerHandOver(request: { machine: string; by: string }): Promise<HandOverOffered>;
  /** Goes out for a while, comes back, or asks for a shorter turn; the place stays. */
  changeTicket(wish: TicketWish): Promise<TicketChanged>;
  /** Takes somebody's ticket out of the queue, as a steward may. */
  skipTicket(skip: TicketSkip): Promise<QueueLeft>;
  /** Gives one's own ticket back. */
  leaveQueue(request: { pool: string; by: string }): Promise<QueueLeft>;
  /** Says that one is still there, where nothing moves. */
  keepSession(request: { machine: string; by: string }): Promise<SessionKept>;
  /** Writes down a use that no reader saw, or says what would be written. */
  enterUsage(input: UsageInput, options: { dryRun: boolean }): Promise<UsageOutcome>;
  withdrawUsage(input: WithdrawalInput, options: { dryRun: boolean }): Promise<UsageOutcome>;

  /** Takes the latch off a machine, once what latched it is good again. */
  releaseInterlock(release: InterlockRelease): Promise<ReleaseOutcome>;
  /** Anyone may; starting is refused until it is unlocked. It is not an emergency stop. */
  lockMachine(wish: LockWish): Promise<LockOutcome>;
  unlockMachine(wish: Pick<LockWish, 'machine' | 'by'>): Promise<UnlockOutcome>;
  /** Postings, holds and balances. */
  readonly books: Books;
  /** From charges to invoices, and what is paid of them. */
  readonly invoicing: Invoicing;
  /** With what members sign in to the page, beside a password. */
  readonly passkeys: Passkeys;
  /** Whom a sign-in service vouches for, with the roles that its groups lend. */
  signInVouched(vouched: Vouched): Promise<VouchedOutcome>;
  /** What members contest of their charges. */
  readonly disputes: Disputes;

  /** With a note and a picture; whoever holds it finishes, unless it goes back to production. */
  setMachineMode(wish: ModeWish): Promise<ModeOutcome>;

  answerAlarm(answer: AlarmAnswer): Promise<AlarmOutcome>;
  /** Raised in [fromMs, toMs), with what became of them; what is open stands in the state. */
  alarmsRaised(span: AlarmSpan): Promise<readonly AlarmRecord[]>;

  /** Something that a steward should know is so, or is not any more; it stops nothing. `about` is said after it. */
  setNotice(code: NoticeCode, isSo: boolean, about?: About): void;

  // Views, of what is durable. Readers must not change them.
  state(): Readonly<State>;
  person(member: string): Person | undefined;
  personByHandle(handle: string): Person | undefined;
  /** What was said with the mode of a machine; null where nothing was. */
  machineNote(machine: string): string | null;
  /** The picture beside it; null where there is none. */
  machinePhoto(machine: string): Promise<Uint8Array | null>;
  /** How machines are shared: what counts, what is to count, what did. */
  policy(): Promise<PolicyTold>;
  /** Null where there is none of this number. */
  policyVersion(version: number): Promise<PolicyVersionTold | null>;
  /** Null for a pool that is not used in turn. */
  queue(wish: { pool: string; member: string | null }): QueueFacts | null;
  /** Of the session that holds a machine; null when none does. */
  heldFacts(machine: string): HeldFacts | null;
  /** What a member would pay there, if they began now. */
  price(asked: PriceAsked): PriceOutcome;
  usedTodayMs(machine: string): number;
  latestReadings(machine: string): Readings;
  /** What is wrong with the link to a machine, as it was last told. */
  troubles(machine: string): readonly Trouble[];
  /** Name of the program under way; null where the controller tells none. It tells on who runs it. */
  program(machine: string): string | null;
  /** What else its link tells people: what the end of access has left, the sentence of its alarm. */
  linkWords(machine: string): LinkWords;
  /** The hour meters that its controller keeps, beside ours; null while it tells none. */
  controllerMeter(machine: string): ControllerMeter | null;
  /** What stands between a member and a machine, rule by rule. */
  access(wish: AccessWish): AccessOutcome;
  /** Every reader and switch that is described, and what it told of itself since the start. */
  devices(): readonly DeviceFacts[];
  health(): Health;
  /** Answers and notices in the outbox. */
  waitingMessages(): number;
  /** Called after each change that screens may care about; returns how to stop it. */
  listen(listener: (change: Change) => void): () => void;
};

export type * from './allowance-asked.ts';
export type * from './asked.ts';
export type * from './bank-asked.ts';
export type * from './bookings-asked.ts';
export type * from './care-asked.ts';
export type * from './desk-asked.ts';
export type * from './disputes-asked.ts';
export type * from './invoicing-asked.ts';
export type * from './kiosk-asked.ts';
export type * from './ledger-asked.ts';
export type * from './mail-asked.ts';
export type { ImportOutcome, MemberInput } from './member-list.ts';
export type * from './people-asked.ts';
export type * from './policy-asked.ts';
export type * from './proposals-asked.ts';
export type * from './queue-asked.ts';
export type { PriceOutcome } from './read-price.ts';
export type * from './said.ts';

/** What goes on beside the taps and is no reason against them. */
export type NoticeCode =
  | 'influx-behind'
  | 'tls-expires'
  | 'tls-not-renewed'
  | 'switch-unsafe'
  | 'command-retained'
  | 'meter-start-kept'
  | 'policy-not-in-file'
  | 'webhook-disabled'
  | 'budget-nearly-spent'
  | 'budget-spent';

export type Health = {
  /** Whether taps can be decided now. */
  readonly ok: boolean;
  readonly reasons: readonly {
    readonly code: string;
    /** In English. */
    readonly text: string;
    /** What the text names, for whoever says it in another language by its code. */
    readonly values: HealthValues;
  }[];
};

type HealthValues = Readonly<Record<string, string | number>>;

/** What a notice is about and what mends it: said after its sentence, and as values for other languages. */
export type About = { readonly text: string; readonly values: HealthValues };

/** What a member is told of their session without having asked. */
type Told = {
  readonly machine: string;
  readonly code: string;
  /** In the language of the space. */
  readonly text: string;
  /** Wall clock of what it speaks about. */
  readonly untilMs: number | null;
};

export type Change =
  | { readonly kind: 'machine'; readonly machine: string }
  | { readonly kind: 'reading'; readonly machine: string; readonly atMs: number; readonly readings: Readings }
  | { readonly kind: 'workshop' }
  /** Something was said to one member: on the page, and by the reader where that is useful. */
  | { readonly kind: 'told'; readonly member: string; readonly told: Told }
  /** A reader was told what became of a tap. */
  | { readonly kind: 'answered'; readonly reader: string; readonly answer: TapAnswer }
  | { readonly kind: 'alarm' }
  | { readonly kind: 'health' }
  /** Somebody came or went, or found no place. */
  | { readonly kind: 'presence' }
  /** The list of devices that nobody has described. */
  | { readonly kind: 'unassigned' }
  | { readonly kind: 'entry'; readonly body: EntryBody };
