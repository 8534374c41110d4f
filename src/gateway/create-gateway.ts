// Builds the gateway out of its use cases. Everything it needs of the world is in `GatewayPorts`; nothing here decides.

import { decideBoot } from '../domain/access/decide-boot.ts';
import { decideTick } from '../domain/access/decide-tick.ts';
import { restMs } from '../domain/access/rest-ms.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import type { Retention } from '../domain/retention.ts';
import { announce } from './announce.ts';
import { answerAlarm } from './answer-alarm.ts';
import { askMachines } from './ask-machines.ts';
import { endSessionsOfErased, restoredBodies } from './begin-restored.ts';
import { changeTicket } from './change-ticket.ts';
import { buildCore } from './core.ts';
import { createAllowances } from './create-allowances.ts';
import { createBookings } from './create-bookings.ts';
import { createBooks } from './create-books.ts';
import { createCare } from './create-care.ts';
import { createDesk } from './create-desk.ts';
import { createDisputes } from './create-disputes.ts';
import { createInvoicing } from './create-invoicing.ts';
import { createKiosks } from './create-kiosks.ts';
import { createMembers } from './create-members.ts';
import { createPasskeys } from './create-passkeys.ts';
import { createProposals } from './create-proposals.ts';
import { createDescriber } from './describe-workshop.ts';
import { endSession } from './end-session.ts';
import { enterUsage } from './enter-usage.ts';
import type { Gateway } from './gateway.ts';
import { hearDevices } from './hear-devices.ts';
import { holdMachine } from './hold-machine.ts';
import { tellClock } from './judge-clock.ts';
import { createCreditKeeper } from './keep-credits.ts';
import type {
  AllowLists,
  Announcer,
  Chance,
  Clock,
  Controllers,
  Diary,
  Journal,
  Ledger,
  Log,
  Meters,
  Notifier,
  Photos,
  Readers,
  Restored,
  Secrets,
  Switches,
  Texts,
} from './ports.ts';
import { leaveQueue, queueFacts } from './queues.ts';
import { readAccess } from './read-access.ts';
import { readAlarms } from './read-alarms.ts';
import { readPolicy, readPolicyVersion } from './read-policy.ts';
import { releaseInterlock } from './release-interlock.ts';
import { createRest, type Rest } from './rest.ts';
import { forgetCards } from './sealed-cards.ts';
import { skipTicket } from './skip-ticket.ts';
import { peopleNotices } from './warn-people.ts';
import { withdrawUsage } from './withdraw-usage.ts';

export type GatewayPorts = {
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly diary: Pick<Diary, 'record' | 'forget'>;
  readonly switches: Switches;
  readonly readers: Readers;
  readonly controllers: Controllers;
  readonly announcer: Announcer;
  readonly allowLists: AllowLists;
  readonly photos: Photos;
  /** Left out: people are told at readers and on pages alone. */
  readonly notifier?: Notifier;
  readonly secrets: Secrets;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  readonly meters: Meters;
  /** Lets all else go on that waits; left out, long work is done in one piece. */
  readonly pause?: () => Promise<void>;
};

export type GatewayOptions = {
  readonly ports: GatewayPorts;
  readonly workshop: Workshop;
  readonly retention: Retention;
  /** Names the code that applies entries; snapshots of another are not used. */
  readonly reducer: string;
  readonly version: string;
  /** Entries between two snapshots; left out, a few thousand. */
  readonly snapshotEvery?: number;
  /** What a restore left for the first start on it; null where this journal was never restored. */
  readonly restored?: Restored | null;
};

/** Recovers the state from the journal and builds the gateway; `start` then writes the boot entry. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const core = await buildCore(options);
  const { box } = core;
  const { committer, people, clock, inTurn } = box;
  const describer = createDescriber(box);
  const rest = createRest();
  const books = createBooks(box);
  const invoicing = createInvoicing(box);
  const credits = createCreditKeeper({ ...box, credit: invoicing.creditDisputes });
  core.listen(credits.follow);

  return {
    async start() {
      await begin(core, options.restored ?? null);
      await describer.describe(options.workshop);
      await forgetCards(box);
      await redeliver(box);
    },
    announceAll() {
      const { workshop } = committer.durable();
      for (const machine of Object.keys(workshop?.machines ?? {})) announce(box, machine);
    },
    async stop() {
      for (const work of core.nightly) await work.stop();
      await box.energy.stop(committer, box.onTimes.knows);
      if (committer.durable().sessions.size > 0) await core.keepAlive.now();
      await box.snapshots.keep(committer.durable());
    },
    tick() {
      turn(core, rest, describer.settle);
      credits.settle();
    },
    ...hearDevices(core),
    ...askMachines(box),
    ...holdMachine(box),
    async describe(workshop) {
      await describer.describe(workshop);
      await forgetCards(box);
    },
    ...createMembers(box),
    endSession: (request) => endSession(committer, request),
    changeTicket: (wish) => changeTicket(committer, wish),
    skipTicket: (skip) => skipTicket(box, skip),
    leaveQueue: (request) => leaveQueue(committer, request),
    policy: () => readPolicy(box),
    policyVersion: (version) => readPolicyVersion(box, version),
    queue: (wish) => queueFacts(committer.durable(), wish, committer.stamp()),
    enterUsage: (input, how) => inTurn(() => enterUsage(box, input, how)),
    withdrawUsage: (input, how) => inTurn(() => withdrawUsage(box, input, how)),
    releaseInterlock: (release) => releaseInterlock(committer, release),
    answerAlarm: (answer) => answerAlarm(committer, answer),
    alarmsRaised: (span) => readAlarms(box.journal, span),
    ...createCare(box),
    books,
    invoicing,
    ...createAllowances(box, books),
    disputes: createDisputes(box),
    passkeys: createPasskeys(box),
    ...createProposals(box),
    ...createBookings(box),
    ...createDesk(box),
    ...createKiosks(box),
    state: () => committer.durable(),
    person: people.byMember,
    personByHandle: people.byHandle,
    usedTodayMs: (machine) => core.usedToday.usedMs(machine, committer.durable(), clock.wallMs()),
    latestReadings: core.machines.latest,
    troubles: core.machines.troubles,
    program: core.machines.program,
    linkWords: core.machines.words,
    controllerMeter: box.controllerMeters.of,
    setNotice: box.health.notice,
    access: (wish) => readAccess(box, wish),
    devices: core.deviceFacts.all,
    health: box.health.now,
    waitingMessages: box.outbox.waiting,
    listen: core.listen,
  };
}

type Core = Awaited<ReturnType<typeof buildCore>>;
type Box = Core['box'];

/** What time alone brings about, with the notices that go with it. */
function decideInTime(box: Box, rest: Rest): void {
  const { committer, deliver } = box;
  const state = committer.tentative();
  const stamp = committer.stamp();
  if (rest.holds(state, stamp)) return;
  const bodies = decideTick(state, stamp);
  if (bodies.length === 0) {
    rest.begin(state, stamp, restMs(state, stamp));
    return;
  }
  const messages = peopleNotices(box, state, bodies);
  committer.commit(bodies, { messages }).then(
    () => messages.forEach(deliver),
    // A failure was reported by the committer; the next tick decides anew.
    () => undefined,
  );
}

/** The first entries of this boot. */
async function begin({ box, boot }: Core, restored: Restored | null): Promise<void> {
  const { committer, health, log } = box;
  const state = committer.tentative();
  await committer.commit([...decideBoot(state, boot), ...restoredBodies(state, restored)]);
  await endSessionsOfErased(committer);
  health.clock(boot.synchronised);
  if (!boot.synchronised) tellClock(log, false);
}

/** What time alone brings about, and what could not be done before. */
function turn(core: Core, rest: Rest, describe: () => void): void {
  const { box } = core;
  const { committer } = box;
  core.machines.settle();
  core.switches.settle();
  core.draws.settle();
  core.judgeClock();
  core.tellStartUps();
  decideInTime(box, rest);
  core.keepBookings();
  core.keepTurns();
  core.keepProposals();
  box.power.reconcile(committer.durable(), committer.stamp());
  box.hosts.reconcile(committer.durable());
  box.endAccess();
  core.tellEnds();
  core.tellPolicy();
  box.alarms.judge();
  describe();
  box.wanted.settle();
  box.keypads.settle();
  core.allowLists.reconcile();
  box.outbox.settle();
  box.charges.settle();
  box.allowances.settle();
  core.keepAlive.due();
  for (const work of core.nightly) work.due();
}

async function redeliver({ journal, clock, outbox, log }: Box): Promise<void> {
  const { messages, expired } = await journal.waiting(clock.wallMs());
  if (expired > 0) log.info({ expired }, 'answers to old taps were not sent: they had expired');
  for (const message of messages) outbox.deliver(message);
}
