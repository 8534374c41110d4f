// Builds the gateway out of its use cases. Everything it needs of the world is in `GatewayPorts`; nothing here decides.

import { decideBoot } from '../domain/access/decide-boot.ts';
import { decideTick } from '../domain/access/decide-tick.ts';
import { newId } from '../domain/ids.ts';
import type { GatewayBooted } from '../domain/journal/entry.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import type { Retention } from '../domain/retention.ts';
import { useTypes } from '../domain/usage/metered-of.ts';
import { machineNotice } from './announce.ts';
import { answerAlarm } from './answer-alarm.ts';
import { endSessionsOfErased, restoredBodies } from './begin-restored.ts';
import { type Committer, createCommitter } from './commit.ts';
import { createCare } from './create-care.ts';
import { createOutbox } from './deliver.ts';
import { createDescriber } from './describe-workshop.ts';
import { createDeviceFacts } from './device-facts.ts';
import { createEndAccess } from './end-access.ts';
import { endSession } from './end-session.ts';
import { enterUsage } from './enter-usage.ts';
import { eraseMember } from './erase-member.ts';
import { type FollowDurable, followDurable } from './follow-durable.ts';
import { createForgetReadings } from './forget-readings.ts';
import { createForgetTaps } from './forget-taps.ts';
import type { Change, Gateway } from './gateway.ts';
import { createHealth } from './health.ts';
import { changeMember, importMembers } from './import-members.ts';
import { createTurns } from './in-turn.ts';
import { createJudgeClock, tellClock } from './judge-clock.ts';
import { createAlarmKeeper } from './keep-alarms.ts';
import { createKeepAlive } from './keep-alive.ts';
import { createEnergyKeeper } from './keep-energy.ts';
import { createPowerKeeper } from './keep-power.ts';
import { awaitBadge, learnReader, loseBadge } from './manage-badges.ts';
import { createPeopleIndex } from './people-index.ts';
import type {
  Announcer,
  Chance,
  Clock,
  Controllers,
  Diary,
  Journal,
  Log,
  Meters,
  Readers,
  Restored,
  Secrets,
  Switches,
  Texts,
} from './ports.ts';
import { createProbeTap } from './probe-tap.ts';
import { readAlarms } from './read-alarms.ts';
import { recover } from './recover.ts';
import { createMachineReports } from './report-machine.ts';
import { createSwitchReports } from './report-switch.ts';
import { setPin } from './set-pin.ts';
import { createSnapshots } from './snapshots.ts';
import { createSwitchTruths } from './switch-truths.ts';
import { createTapBadge } from './tap-badge.ts';
import { createTellStartUps } from './tell-start-ups.ts';
import { createUsedToday } from './used-today.ts';
import { createWantedCards } from './wanted-cards.ts';
import { withdrawUsage } from './withdraw-usage.ts';

export type GatewayPorts = {
  readonly journal: Journal;
  readonly diary: Pick<Diary, 'record' | 'forget'>;
  readonly switches: Switches;
  readonly readers: Readers;
  readonly controllers: Controllers;
  readonly announcer: Announcer;
  readonly secrets: Secrets;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  readonly meters: Meters;
};

export type GatewayOptions = {
  readonly ports: GatewayPorts;
  readonly workshop: Workshop;
  readonly retention: Retention;
  /** Names the code that applies entries; snapshots of another are not used. */
  readonly reducer: string;
  readonly version: string;
  /** What a restore left for the first start on it; null where this journal was never restored. */
  readonly restored?: Restored | null;
};

/** Recovers the state from the journal and builds the gateway; `start` then writes the boot entry. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const core = await buildCore(options);
  const { box } = core;
  const { committer, people, clock, outbox, inTurn } = box;
  const tap = createTapBadge(box);
  const describer = createDescriber(box);

  return {
    async start() {
      await begin(core, options.restored ?? null);
      await describer.describe(options.workshop);
      await redeliver(box);
    },
    announceAll() {
      const state = committer.durable();
      for (const machine of Object.keys(state.workshop?.machines ?? {})) {
        box.announcer.announce(machine, machineNotice(state, people, machine));
      }
    },
    async stop() {
      for (const work of core.nightly) await work.stop();
      await box.energy.stop(committer);
      if (committer.durable().sessions.size > 0) await core.keepAlive.now();
      await box.snapshots.keep(committer.durable());
    },
    tick() {
      core.machines.settle();
      core.switches.settle();
      core.judgeClock();
      core.tellStartUps();
      const bodies = decideTick(committer.tentative(), committer.stamp());
      // A failure was reported by the committer; the next tick decides anew.
      if (bodies.length > 0) committer.commit(bodies).catch(() => undefined);
      box.power.reconcile(committer.durable(), committer.stamp());
      box.endAccess();
      box.alarms.judge();
      describer.settle();
      box.wanted.settle();
      outbox.settle();
      core.keepAlive.due();
      for (const work of core.nightly) work.due();
    },
    tap,
    reportMachine: core.machines.report,
    reportSwitch: core.switches.report,
    deviceSaid: core.deviceFacts.said,
    readerConnected: outbox.retry,
    probe: createProbeTap({ ...box, keepAlive: core.keepAlive }),
    describe: describer.describe,
    importMembers: (rows, how) => inTurn(() => importMembers(box, rows, how)),
    async setShown(member, shown) {
      await inTurn(() => changeMember(box, member, { recorded: { shown } }));
    },
    async setPassword(member, password) {
      const hash = await box.secrets.hashPassword(password);
      await inTurn(() => changeMember(box, member, { person: { password: hash } }));
    },
    async setPin({ member, pin, unlock }) {
      const hash = pin === null ? null : await box.secrets.hashPassword(pin);
      return inTurn(() => setPin(box, { member, hash, unlock }));
    },
    eraseMember: (request) => inTurn(() => eraseMember(box, request)),
    awaitBadge: async (request) => awaitBadge(box, request),
    loseBadge: (request) => inTurn(() => loseBadge(box, request)),
    learnReader: (request) => learnReader(box, request),
    endSession: (request) => endSession(committer, request),
    enterUsage: (input, how) => inTurn(() => enterUsage(box, input, how)),
    withdrawUsage: (input, how) => inTurn(() => withdrawUsage(box, input, how)),
    answerAlarm: (answer) => answerAlarm(committer, answer),
    alarmsRaised: (span) => readAlarms(box.journal, span),
    ...createCare(box),
    state: () => committer.durable(),
    person: people.byMember,
    personByHandle: people.byHandle,
    usedTodayMs: (machine) => core.usedToday.usedMs(machine, committer.durable(), clock.wallMs()),
    latestReadings: core.machines.latest,
    troubles: core.machines.troubles,
    setNotice: box.health.notice,
    devices: core.deviceFacts.all,
    health: box.health.now,
    listen: core.listen,
  };
}

type Core = Awaited<ReturnType<typeof buildCore>>;
type Box = Core['box'];

/** The first entries of this boot. */
async function begin({ box, boot }: Core, restored: Restored | null): Promise<void> {
  const { committer, health, log } = box;
  const state = committer.tentative();
  await committer.commit([...decideBoot(state, boot), ...restoredBodies(state, restored)]);
  await endSessionsOfErased(committer);
  health.clock(boot.synchronised);
  if (!boot.synchronised) tellClock(log, false);
}

async function redeliver({ journal, clock, outbox, log }: Box): Promise<void> {
  const { messages, expired } = await journal.waiting(clock.wallMs());
  if (expired > 0) log.info({ expired }, 'answers to old taps were not sent: they had expired');
  for (const message of messages) outbox.deliver(message);
}

/** The parts and how they hang together; the boxes of the use cases are subsets of `box`. */
async function buildCore({ ports, retention, reducer, version }: GatewayOptions) {
  const { journal, clock, chance, log } = ports;
  const id = (): string => newId(clock.wallMs(), chance.bytes(10));
  const newSalt = (): string => hex(chance.bytes(16));
  const { state, replayed } = await recover(journal, reducer);
  const last = await journal.lastBeat();
  const boot: GatewayBooted = { boot: id(), version, synchronised: clock.synchronised(), last };
  const people = createPeopleIndex(await journal.people());
  const usedToday = createUsedToday();
  const nowMs = clock.wallMs();
  const lately = await journal.query({ types: useTypes, fromMs: nowMs - dayMs, toMs: nowMs + dayMs });
  usedToday.follow(lately);
  const energy = createEnergyKeeper(ports);
  energy.follow(lately);

  const { emit, listen } = createListeners(log);
  const health = createHealth({ emit });
  const committer: Committer = createCommitter({
    journal,
    clock,
    state,
    boot: boot.boot,
    notBeforeMs: last?.atMs ?? 0,
    complete: energy.complete,
    onDurable: (done) => followDurable(follower, done),
    onFault: (fault) => {
      // Said once; what is tried again and again meanwhile would only fill the log.
      if (health.fault(fault))
        log.error({ fault }, 'the journal could not write; what waited for it is refused');
    },
  });
  const truths = createSwitchTruths(committer);
  const power = createPowerKeeper({ ...ports, switches: truths.watch(ports.switches) });
  const outbox = createOutbox(ports);
  const snapshots = createSnapshots({ journal, reducer, replayed, log });
  const shared = {
    ...ports,
    retention,
    committer,
    people,
    emit,
    power,
    truths,
    alarms: createAlarmKeeper({ ...ports, committer, truths, newId: id }),
    energy,
    newId: id,
    newSalt,
    inTurn: createTurns(),
    wanted: createWantedCards(committer.stamp),
    health,
    snapshots,
    usedToday,
  };
  const endAccess = createEndAccess(shared);
  const box = { ...shared, outbox, deliver: outbox.deliver, endAccess };
  const follower: FollowDurable = box;
  const keepAlive = createKeepAlive({ journal, committer, boot: boot.boot, health });
  return {
    box,
    boot,
    listen,
    keepAlive,
    usedToday,
    machines: createMachineReports(box),
    switches: createSwitchReports(box),
    deviceFacts: createDeviceFacts({
      health,
      workshop: () => committer.durable().workshop,
      truths: (one) => truths.of(one, committer.durable()),
    }),
    judgeClock: createJudgeClock(box),
    tellStartUps: createTellStartUps(box),
    nightly: [createForgetTaps(box), createForgetReadings(box)],
  };
}

const dayMs = 26 * 3_600_000;

/** A listener that throws is a fault of its own; the others and the gateway go on. */
function createListeners(log: Log) {
  const listeners = new Set<(change: Change) => void>();
  return {
    emit(change: Change): void {
      for (const listener of listeners) {
        try {
          listener(change);
        } catch (fault) {
          log.error({ fault }, 'a screen could not be told of a change');
        }
      }
    },
    listen(listener: (change: Change) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
