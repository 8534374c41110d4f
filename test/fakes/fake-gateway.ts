// A gateway that decides nothing: plain state that a test sets up by hand, and a record of what it was asked to do.

import { emptyTally } from '../../src/domain/billing/tally.ts';
import type { MemberRecorded, Role } from '../../src/domain/journal/entry.ts';
import { emptyState, type Session, type State } from '../../src/domain/journal/state.ts';
import type { ControllerMeter } from '../../src/domain/machine/controller-meter.ts';
import type { Readings } from '../../src/domain/machine/reading.ts';
import type { Machine, Workshop } from '../../src/domain/machine/workshop.ts';
import type { AlarmOutcome } from '../../src/gateway/answer-alarm.ts';
import type {
  AccessOutcome,
  AllowancesTold,
  BadgeAwaited,
  BadgeLost,
  BallotOutcome,
  CareAsk,
  CareOutcome,
  CareTold,
  CertifyOutcome,
  Change,
  ClosingOutcome,
  CommentOutcome,
  CorrectionOutcome,
  EndOutcome,
  EraseOutcome,
  Gateway,
  HandOverOffered,
  Health,
  HeldFacts,
  ImportOutcome,
  MaterialOutcome,
  PayersOutcome,
  PinOutcome,
  PolicyTold,
  ProblemOutcome,
  ProposalList,
  ProposalOutcome,
  ProposalTold,
  ProposalWithdrawn,
  QueueFacts,
  QueueLeft,
  RolesOutcome,
  SaleOutcome,
  SessionChanged,
  SessionKept,
  SpellingLearnt,
  StatusOutcome,
  TicketChanged,
  UsageOutcome,
  WalletOutcome,
} from '../../src/gateway/gateway.ts';
import type { LockOutcome, UnlockOutcome } from '../../src/gateway/lock-machine.ts';
import type { Person } from '../../src/gateway/ports.ts';
import type { AlarmRecord } from '../../src/gateway/read-alarms.ts';
import { readPrice } from '../../src/gateway/read-price.ts';
import type { ReleaseOutcome } from '../../src/gateway/release-interlock.ts';
import type { ModeOutcome } from '../../src/gateway/set-machine-mode.ts';
import { createFakeBookings, type FakeBookings } from './fake-bookings.ts';
import { createFakeBooks, type FakeBooks } from './fake-books.ts';
import { createFakeDisputes, type FakeDisputes } from './fake-disputes.ts';
import { createFakeInvoicing, type FakeInvoicing } from './fake-invoicing.ts';
import { createFakeKiosks, type FakeKiosks } from './fake-kiosks.ts';
import { createFakePasskeys } from './fake-passkeys.ts';

export type FakeGateway = Gateway & {
  readonly books: FakeBooks;
  readonly bookings: FakeBookings;
  readonly invoicing: FakeInvoicing;
  readonly disputes: FakeDisputes;
  readonly kiosks: FakeKiosks;
  readonly people: Map<string, Person>;
  readonly live: State;
  /** What was asked, oldest first. */
  readonly asked: { readonly verb: string; readonly with: unknown }[];
  readonly readings: Map<string, Readings>;
  /** Names of programs under way. */
  readonly programs: Map<string, string>;
  readonly controllerMeters: Map<string, ControllerMeter>;
  emit(change: Change): void;
  listeners(): number;
  enrol(member: {
    handle: string;
    name: string;
    team?: string;
    roles?: readonly Role[];
    shown?: boolean;
    status?: 'active' | 'suspended';
    password?: string;
  }): string;
  hold(machine: string, member: string, change?: Partial<Session>): void;
  nextHealth: Health;
  nextImport: ImportOutcome | Error;
  nextEnd: EndOutcome | Error;
  nextErase: EraseOutcome | Error;
  nextUsage: UsageOutcome | Error;
  nextMaterial: MaterialOutcome | Error;
  nextCorrection: CorrectionOutcome | Error;
  nextSale: SaleOutcome | Error;
  nextWallet: WalletOutcome | Error;
  nextPayers: PayersOutcome | Error;
  nextAllowances: AllowancesTold | null;
  nextPin: PinOutcome | Error;
  nextStatus: StatusOutcome | Error;
  nextCertify: CertifyOutcome | Error;
  nextRoles: RolesOutcome | Error;
  nextAwaited: BadgeAwaited | Error;
  nextLost: BadgeLost | Error;
  nextLearnt: SpellingLearnt | Error;
  nextChange: SessionChanged | Error;
  nextOffer: HandOverOffered | Error;
  nextKept: SessionKept | Error;
  nextLeft: QueueLeft | Error;
  nextTicket: TicketChanged | Error;
  nextQueue: QueueFacts | null;
  nextPolicy: PolicyTold;
  nextFacts: HeldFacts | null;
  nextAnswer: AlarmOutcome | Error;
  nextRelease: ReleaseOutcome | Error;
  nextAccess: AccessOutcome;
  nextLock: LockOutcome | Error;
  nextUnlock: UnlockOutcome | Error;
  nextMode: ModeOutcome | Error;
  readonly notes: Map<string, string>;
  readonly photos: Map<string, Uint8Array>;
  pastAlarms: readonly AlarmRecord[];
  nextProblem: ProblemOutcome | Error;
  nextClosing: ClosingOutcome | Error;
  nextCare: CareOutcome | Error;
  careFor: (ask: CareAsk) => CareTold | null;
  nextProposal: ProposalOutcome | Error;
  nextComment: CommentOutcome | Error;
  nextProposalWithdrawn: ProposalWithdrawn | Error;
  nextBallot: BallotOutcome | Error;
  proposalList: ProposalList;
  readonly proposalTold: Map<string, ProposalTold>;
};

export const startMs = Date.UTC(2026, 10, 22, 9, 0, 0);

export function createFakeGateway(): FakeGateway {
  const live = emptyState('gateway-1');
  live.workshop = workshop;
  live.synchronised = true;
  const people = new Map<string, Person>();
  const listeners = new Set<(change: Change) => void>();
  const asked: FakeGateway['asked'] = [];
  const readings = new Map<string, Readings>();
  const programs = new Map<string, string>();
  const outcome = <T>(value: T | Error): T => {
    if (value instanceof Error) throw value;
    return value;
  };

  const bookings = createFakeBookings(asked);
  const kiosks = createFakeKiosks(asked);
  const fake: FakeGateway = {
    passkeys: createFakePasskeys(),
    async signInVouched({ handle }) {
      const known = [...people.values()].find((person) => person.handle === handle);
      return known ? { ok: true, member: known.member } : { ok: false, code: 'vouched-unknown' };
    },
    bookings,
    ...bookings,
    kiosks,
    ...kiosks,
    live,
    people,
    asked,
    readings,
    programs,
    controllerMeters: new Map(),
    nextHealth: { ok: true, reasons: [] },
    nextImport: { ok: true, added: 1, changed: 2, unchanged: 3, warnings: [] },
    nextEnd: { ok: true, session: 'session-1' },
    nextErase: {
      ok: true,
      goes: { handle: 'bo', name: 'Bo Weiß', email: true, password: true, badges: 1 },
    },
    nextPin: { ok: true },
    nextStatus: { ok: true, ended: ['laser'] },
    nextCertify: { ok: true, changes: [] },
    nextRoles: { ok: true, before: [], after: ['steward'] },
    nextAwaited: { ok: true, untilMs: startMs + 60_000 },
    nextLost: { ok: true, ended: ['laser'], untilMs: null },
    nextLearnt: { ok: true, spelling: 'decimal-low32' },
    nextChange: { ok: true, session: 'session-1' },
    nextOffer: { ok: true, session: 'session-1', untilMs: startMs + 60_000 },
    nextKept: { ok: true, session: 'session-1' },
    nextLeft: { ok: true },
    nextTicket: { ok: true },
    nextQueue: null,
    nextPolicy: { current: null, coming: [], past: [] },
    nextFacts: null,
    nextAnswer: { ok: true },
    nextRelease: { ok: true },
    nextAccess: { ok: false, code: 'machine-unknown', readings: [] },
    nextLock: { ok: true },
    nextUnlock: { ok: true },
    nextMode: { ok: true },
    notes: new Map(),
    photos: new Map(),
    pastAlarms: [],
    nextProblem: { ok: true, problem: 'problem-1' },
    nextClosing: { ok: true },
    nextCare: { ok: true },
    careFor: () => null,
    nextProposal: { ok: true, proposal: 'proposal-1' },
    nextComment: { ok: true },
    nextProposalWithdrawn: { ok: true },
    nextBallot: { ok: true, receipt: null },
    proposalList: { proposals: [], votes: null, document: null },
    proposalTold: new Map(),
    nextSale: { ok: true, lot: 'p-1', expiresMs: startMs, repeated: false },
    nextWallet: { ok: true, posting: 'posting-1', repeated: false },
    nextPayers: { ok: true },
    nextAllowances: null,
    async sellPack(sale) {
      asked.push({ verb: 'sellPack', with: sale });
      return outcome(fake.nextSale);
    },
    async moveWallet(move) {
      asked.push({ verb: 'moveWallet', with: move });
      return outcome(fake.nextWallet);
    },
    async setPayers(wish) {
      asked.push({ verb: 'setPayers', with: wish });
      return outcome(fake.nextPayers);
    },
    allowances: () => fake.nextAllowances,
    nextUsage: { ok: false, code: 'usage-not-entered', about: null, field: null, readings: [] },
    nextMaterial: { ok: false, code: 'material-not-entered', about: null, field: null, readings: [] },
    nextCorrection: { ok: false, code: 'charge-unknown', about: null },
    start: async () => undefined,
    stop: async () => undefined,
    tick: () => undefined,
    setNotice: () => undefined,
    announceAll: () => undefined,
    tap: async () => {
      throw new Error('the API never taps by itself');
    },
    controllerMeter: (machine) => fake.controllerMeters.get(machine) ?? null,
    reportMachine: () => undefined,
    reportSwitch: () => undefined,
    deviceSaid: () => undefined,
    keyPressed: () => undefined,
    devices: () => [],
    readerConnected: () => undefined,
    probe: async () => 'durable',
    describe: async () => undefined,
    async importMembers(rows, options) {
      asked.push({ verb: 'importMembers', with: { rows, ...options } });
      return outcome(fake.nextImport);
    },
    async setShown(member, shown) {
      asked.push({ verb: 'setShown', with: { member, shown } });
      const recorded = live.members.get(member);
      if (recorded) live.members.set(member, { ...recorded, shown });
    },
    async setPassword(member, password) {
      asked.push({ verb: 'setPassword', with: { member } });
      const person = people.get(member);
      if (person) people.set(member, { ...person, password: `plain:${password}` });
    },
    async setPush(wish) {
      asked.push({ verb: 'setPush', with: wish });
      return people.has(wish.member);
    },
    async setPin({ member, unlock }) {
      asked.push({ verb: 'setPin', with: { member, unlock } });
      return outcome(fake.nextPin);
    },
    async certify(wish) {
      asked.push({ verb: 'certify', with: wish });
      return outcome(fake.nextCertify);
    },
    async withdrawCertificate(wish) {
      asked.push({ verb: 'withdrawCertificate', with: wish });
      return outcome(fake.nextCertify);
    },
    async setRoles(wish) {
      asked.push({ verb: 'setRoles', with: wish });
      return outcome(fake.nextRoles);
    },
    async noteView(view) {
      asked.push({ verb: 'noteView', with: view });
    },
    async setStatus(wish) {
      asked.push({ verb: 'setStatus', with: wish });
      return outcome(fake.nextStatus);
    },
    async eraseMember(request) {
      asked.push({ verb: 'eraseMember', with: request });
      return outcome(fake.nextErase);
    },
    async awaitBadge(request) {
      asked.push({ verb: 'awaitBadge', with: request });
      return outcome(fake.nextAwaited);
    },
    async loseBadge(request) {
      asked.push({ verb: 'loseBadge', with: request });
      return outcome(fake.nextLost);
    },
    async learnReader(request) {
      asked.push({ verb: 'learnReader', with: request });
      return outcome(fake.nextLearnt);
    },
    async endSession(request) {
      asked.push({ verb: 'endSession', with: request });
      return outcome(fake.nextEnd);
    },
    async lockMachine(wish) {
      asked.push({ verb: 'lockMachine', with: wish });
      return outcome(fake.nextLock);
    },
    async unlockMachine(wish) {
      asked.push({ verb: 'unlockMachine', with: wish });
      return outcome(fake.nextUnlock);
    },
    async setMachineMode(wish) {
      asked.push({ verb: 'setMachineMode', with: wish });
      return outcome(fake.nextMode);
    },
    machineNote: (machine) => fake.notes.get(machine) ?? null,
    machinePhoto: async (machine) => fake.photos.get(machine) ?? null,
    async changeSession(wish) {
      asked.push({ verb: 'changeSession', with: wish });
      return outcome(fake.nextChange);
    },
    async offerHandOver(request) {
      asked.push({ verb: 'offerHandOver', with: request });
      return outcome(fake.nextOffer);
    },
    async keepSession(request) {
      asked.push({ verb: 'keepSession', with: request });
      return outcome(fake.nextKept);
    },
    heldFacts: () => fake.nextFacts,
    async changeTicket(wish) {
      asked.push({ verb: 'changeTicket', with: wish });
      return outcome(fake.nextTicket);
    },
    async skipTicket(skip) {
      asked.push({ verb: 'skipTicket', with: skip });
      return outcome(fake.nextLeft);
    },
    async leaveQueue(request) {
      asked.push({ verb: 'leaveQueue', with: request });
      return outcome(fake.nextLeft);
    },
    queue: () => fake.nextQueue,
    policy: async () => fake.nextPolicy,
    policyVersion: async (version) =>
      [fake.nextPolicy.current, ...fake.nextPolicy.coming].find((one) => one?.version === version) ?? null,
    invoicing: createFakeInvoicing(),
    books: createFakeBooks(),
    disputes: createFakeDisputes(asked),
    async enterUsage(input, options) {
      asked.push({ verb: 'enterUsage', with: { ...input, ...options } });
      return outcome(fake.nextUsage);
    },
    async withdrawUsage(input, options) {
      asked.push({ verb: 'withdrawUsage', with: { ...input, ...options } });
      return outcome(fake.nextUsage);
    },
    async enterMaterial(input, options) {
      asked.push({ verb: 'enterMaterial', with: { ...input, ...options } });
      return outcome(fake.nextMaterial);
    },
    async withdrawMaterial(input, options) {
      asked.push({ verb: 'withdrawMaterial', with: { ...input, ...options } });
      return outcome(fake.nextMaterial);
    },
    async correctCharge(input, options) {
      asked.push({ verb: 'correctCharge', with: { ...input, ...options } });
      return outcome(fake.nextCorrection);
    },
    async answerAlarm(answer) {
      asked.push({ verb: 'answerAlarm', with: answer });
      return outcome(fake.nextAnswer);
    },
    async releaseInterlock(release) {
      asked.push({ verb: 'releaseInterlock', with: release });
      return outcome(fake.nextRelease);
    },
    async alarmsRaised(span) {
      asked.push({ verb: 'alarmsRaised', with: span });
      return fake.pastAlarms;
    },
    async reportProblem(input) {
      asked.push({ verb: 'reportProblem', with: input });
      return outcome(fake.nextProblem);
    },
    async closeProblem(input) {
      asked.push({ verb: 'closeProblem', with: input });
      return outcome(fake.nextClosing);
    },
    async noteCare(input) {
      asked.push({ verb: 'noteCare', with: input });
      return outcome(fake.nextCare);
    },
    careOf: async (ask) => fake.careFor(ask),
    price: (asked) => readPrice(live, asked, { atMs: startMs, monoMs: 0 }),
    async openProposal(input) {
      asked.push({ verb: 'openProposal', with: input });
      return outcome(fake.nextProposal);
    },
    async commentProposal(input) {
      asked.push({ verb: 'commentProposal', with: input });
      return outcome(fake.nextComment);
    },
    async withdrawProposal(input) {
      asked.push({ verb: 'withdrawProposal', with: input });
      return outcome(fake.nextProposalWithdrawn);
    },
    async castBallot(input) {
      asked.push({ verb: 'castBallot', with: input });
      return outcome(fake.nextBallot);
    },
    proposals: async () => fake.proposalList,
    proposal: async ({ proposal }) => fake.proposalTold.get(proposal) ?? null,
    access: (wish) => {
      asked.push({ verb: 'access', with: wish });
      return fake.nextAccess;
    },
    state: () => live,
    person: (member) => people.get(member),
    personByHandle: (handle) => [...people.values()].find((person) => person.handle === handle),
    usedTodayMs: () => 61_000.4,
    latestReadings: (machine) => readings.get(machine) ?? {},
    troubles: () => [],
    program: (machine) => programs.get(machine) ?? null,
    linkWords: () => ({ left: null, alarm: null }),
    health: () => fake.nextHealth,
    waitingMessages: () => 0,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit(change) {
      for (const listener of listeners) listener(change);
    },
    listeners: () => listeners.size,
    enrol: (wanted) => enrol(fake, wanted),
    hold(machine, member, change = {}) {
      live.sessions.set(machine, {
        ...emptySession,
        machine,
        member,
        session: `session-${machine}`,
        ...change,
      });
    },
  };
  return fake;
}

function enrol(fake: FakeGateway, wanted: Parameters<FakeGateway['enrol']>[0]): string {
  const {
    handle,
    name,
    team = null,
    roles = [],
    shown = false,
    status = 'active',
    password = `${handle}-password`,
  } = wanted;
  const member = `key-${handle}`;
  const recorded: MemberRecorded = {
    member,
    status,
    team,
    roles,
    certificates: [{ certificate: 'laser-basic', until: null }],
    badges: [`badge-${handle}`],
    shown,
    digest: 'd',
  };
  fake.live.members.set(member, recorded);
  fake.people.set(member, {
    member,
    handle,
    name,
    email: `${handle}@example.org`,
    salt: '00',
    password: `plain:${password}`,
    pin: null,
    badges: [
      {
        badge: `badge-${handle}`,
        key: 'secret-badge-key',
        views: [],
        tail: 'e580',
        from: 'list',
        sealed: null,
      },
    ],
    lost: [],
  });
  return member;
}

const emptySession: Session = {
  session: '',
  machine: '',
  pool: 'pool',
  member: '',
  team: null,
  costCode: null,
  badge: 'badge',
  phase: 'active',
  startedAtMs: startMs - 60_000,
  cause: null,
  phaseMonoMs: 0,
  phaseAtMs: startMs - 60_000,
  accessEnding: false,
  powerUnsure: false,
  segmentIndex: 0,
  segment: null,
  tally: emptyTally(),
  ceilingMinor: null,
  quietMonoMs: null,
  heldMs: 0,
  heldMonoMs: 0,
  offeredMonoMs: null,
};

const machine: Machine = {
  name: 'Laser',
  pool: 'lasers',
  link: 'serial',
  profile: 'grbl-1.1',
  reader: 'front',
  switch: 'laser-plug',
  requires: ['laser-basic'],
  leaseS: 60,
  jobLeaseS: 900,
  coolBelowC: null,
  chart: 'spindle.speed',
};

const workshop: Workshop = {
  space: { name: 'Officina', timezone: 'Europe/Rome', currency: 'EUR', locale: 'it' },
  machines: {
    laser: machine,
    lathe: {
      ...machine,
      name: 'Lathe',
      pool: 'lathes',
      link: 'none',
      profile: null,
      switch: null,
      chart: null,
    },
  },
  readers: { front: { kind: 'native' } },
  switches: { 'laser-plug': { kind: 'native' } },
  // Not the order of the keys, nor of the alphabet.
  order: ['lathe', 'laser'],
  tariffs: [],
};
