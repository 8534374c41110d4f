// A whole workshop around the real gateway: clocks turned by hand, a journal in memory behind a gate, switches with
// their own lease timers, controllers and readers. The gateway may crash and start again at any moment; the rest of
// the world goes on. Nothing here waits for real time.

import { createHash } from 'node:crypto';
import { createTexts } from '../../src/adapters/texts/create-texts.ts';
import type { Activity } from '../../src/domain/machine/activity.ts';
import type { Workshop } from '../../src/domain/machine/workshop.ts';
import { type Retention, usualRetention } from '../../src/domain/retention.ts';
import { createGateway, type GatewayPorts } from '../../src/gateway/create-gateway.ts';
import type { Gateway, MachineReport, MemberInput, Tap } from '../../src/gateway/gateway.ts';
import { ledgerOfJournal } from '../../src/gateway/ledger-of-journal.ts';
import type { MachineNotice, Restored, Switches, TapAnswer } from '../../src/gateway/ports.ts';
import { createFakeAllowLists, type FakeAllowLists } from './fake-allow-lists.ts';
import { createFakeControllers, type FakeControllers } from './fake-controllers.ts';
import { createFakePhotos } from './fake-photos.ts';
import { createFakeReaders, type FakeReaders } from './fake-readers.ts';
import { createFakeSwitches, type FakeSwitches, type Order } from './fake-switches.ts';
import { createHandClock, type HandClock } from './hand-clock.ts';
import { createJournalGate, type JournalGate } from './journal-gate.ts';
import { type MemoryJournal, memoryJournal } from './memory-journal.ts';
import { sampleBadges, sampleWorkshop } from './sample-workshop.ts';
import { createSeededChance, type SeededChance } from './seeded-chance.ts';

export type WorldOptions = {
  readonly seed?: number;
  readonly workshop?: Workshop;
  readonly members?: readonly MemberInput[];
  readonly wallMs?: number;
  readonly retention?: Retention;
  /** How often the gateway looks at the clock. */
  readonly tickMs?: number;
  /** Called with each order at the moment it is sent. */
  readonly onOrder?: (order: Order) => void;
  /** Other switches than those of this world; who gives them hands their reports to the gateway. */
  readonly outerSwitches?: Switches;
};

export type World = {
  readonly gateway: Gateway;
  readonly clock: HandClock;
  readonly chance: SeededChance;
  /** What is on the disk, whatever the gateway thinks. */
  readonly journal: MemoryJournal;
  /** The disk as the running gateway meets it: slow, full, cut off. */
  readonly gate: JournalGate;
  readonly switches: FakeSwitches;
  readonly controllers: FakeControllers;
  readonly readers: FakeReaders;
  readonly allowLists: FakeAllowLists;
  readonly announced: ReadonlyMap<string, MachineNotice>;
  readonly counted: ReadonlyMap<string, number>;
  readonly faults: readonly Readonly<Record<string, unknown>>[];
  /** Whether the gateway runs; asking for it while it is down is a mistake of the test. */
  isUp(): boolean;
  /** Lets everything happen that needs no time. */
  settle(): Promise<void>;
  /** Turns the clocks, a tick at a time, with what the gateway and the switches do meanwhile. */
  advance(ms: number): Promise<void>;
  /** A tap with a fresh id; `tap` repeats an old one. */
  tap(who: Partial<Tap> & { reader: string; badge: string }): Promise<TapAnswer>;
  report(machine: string, activity: Activity, change?: Partial<MachineReport>): void;
  /** The gateway dies at once; the first `written` of the commits that wait are on the disk all the same. */
  crash(written?: number): Promise<void>;
  /** It is started again; devices come back. */
  restart(options?: { workshop?: Workshop; restored?: Restored }): Promise<void>;
};

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const { tickMs = 500, retention = usualRetention } = options;
  const clock = createHandClock(options.wallMs === undefined ? {} : { wallMs: options.wallMs });
  const chance = createSeededChance(options.seed ?? 1);
  const disk = memoryJournal();
  const readers = createFakeReaders();
  const allowLists = createFakeAllowLists();
  const controllers = createFakeControllers(clock);
  const photos = createFakePhotos();
  const announced = new Map<string, MachineNotice>();
  const counted = new Map<string, number>();
  const faults: Readonly<Record<string, unknown>>[] = [];
  let running: { gateway: Gateway; gate: JournalGate; alive: boolean } | null = null;
  let workshop = options.workshop ?? sampleWorkshop;
  let taps = 0;
  const now = () => {
    if (!running) throw new Error('the gateway is down');
    return running;
  };
  const switches = createFakeSwitches({
    ids: options.outerSwitches ? [] : Object.keys(workshop.switches),
    clock,
    report: (report) => running?.alive && running.gateway.reportSwitch(report),
    onOrder: options.onOrder ?? (() => undefined),
  });

  const start = async (restored: Restored | null = null): Promise<void> => {
    const gate = createJournalGate(disk);
    const boot = { alive: true };
    const outer = { switches: options.outerSwitches ?? switches, readers, controllers, allowLists };
    const outside = whileAlive(boot, outer);
    const ports: GatewayPorts = {
      ...outside,
      ...plainPorts({ announced, counted, faults }),
      texts: createTexts('en'),
      photos,
      journal: gate,
      ledger: ledgerOfJournal(gate),
      clock,
      chance,
    };
    const gateway = await createGateway({
      ports,
      workshop,
      retention,
      reducer: 'test',
      version: '0',
      restored,
    });
    running = Object.assign(boot, { gateway, gate });
    await gateway.start();
    for (const id of switches.ids) if (switches.get(id).isThere()) switches.get(id).connect();
    for (const reader of Object.keys(workshop.readers)) gateway.readerConnected(reader);
    await settle();
  };

  const world: World = {
    get gateway() {
      return now().gateway;
    },
    get gate() {
      return now().gate;
    },
    clock,
    chance,
    journal: disk,
    switches,
    controllers,
    readers,
    allowLists,
    announced,
    counted,
    faults,
    isUp: () => running !== null,
    settle,
    async advance(ms) {
      for (let left = ms; left > 0; left -= tickMs) {
        clock.advance(Math.min(tickMs, left));
        switches.turn();
        await settle();
        running?.gateway.tick();
        await settle();
      }
    },
    tap(who) {
      taps += 1;
      return now().gateway.tap({ spelling: null, tap: `door:${taps}`, machine: null, ...who });
    },
    report: (machine, activity, change) => now().gateway.reportMachine(reportOf(machine, activity, change)),
    async crash(written = 0) {
      const dead = now();
      dead.alive = false;
      dead.gate.cut(written);
      running = null;
      await settle();
    },
    async restart(again = {}) {
      workshop = again.workshop ?? workshop;
      clock.boot();
      await start(again.restored);
    },
  };
  await start();
  await world.gateway.importMembers(options.members ?? sampleMembers, { dryRun: false });
  return world;
}

/** All microtasks, and what they start, are done when this resolves. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A dead gateway reaches nothing any more: its calls go nowhere and are never answered. */
function whileAlive(
  boot: { readonly alive: boolean },
  outside: Pick<GatewayPorts, 'switches' | 'readers' | 'controllers' | 'allowLists'>,
): Pick<GatewayPorts, 'switches' | 'readers' | 'controllers' | 'allowLists'> {
  const ask = <T>(call: () => Promise<T>): Promise<T> =>
    boot.alive ? call() : new Promise<T>(() => undefined);
  return {
    switches: { set: (order) => ask(() => outside.switches.set(order)) },
    readers: { answer: (reader, answer) => ask(() => outside.readers.answer(reader, answer)) },
    controllers: {
      endAccess: (machine) => ask(() => outside.controllers.endAccess(machine)),
      allow: (machine, isOpen) => outside.controllers.allow?.(machine, isOpen) ?? false,
    },
    allowLists: {
      held: (reader) => ask(() => outside.allowLists.held(reader)),
      allow: (reader, held) => ask(() => outside.allowLists.allow(reader, held)),
      disallow: (reader, uid) => ask(() => outside.allowLists.disallow(reader, uid)),
    },
  };
}

function plainPorts(seen: {
  readonly announced: Map<string, MachineNotice>;
  readonly counted: Map<string, number>;
  readonly faults: Readonly<Record<string, unknown>>[];
}): Pick<GatewayPorts, 'diary' | 'announcer' | 'secrets' | 'log' | 'meters'> {
  return {
    diary: { record: () => undefined, forget: async () => 'done' },
    announcer: { announce: (machine, notice) => void seen.announced.set(machine, notice) },
    secrets: {
      // As a tag of ours would say it, without the cryptography.
      readSun(text) {
        const [, uid, counter] = /^sun:([0-9a-f]{14}|bad):([0-9]+)$/.exec(text) ?? [];
        if (uid === undefined) return null;
        return uid === 'bad' ? 'unproven' : { uid, counter: Number(counter) };
      },
      badgeKey: (badge) => sha256(`pepper ${badge}`),
      digest: sha256,
      seal: ({ badge, text }) => `sealed for ${badge}: ${text}`,
      unseal: ({ badge, sealed }) =>
        sealed.startsWith(`sealed for ${badge}: `) ? sealed.slice(`sealed for ${badge}: `.length) : null,
      hashPassword: async (password) => `hash of ${sha256(password)}`,
      verifyPassword: async (password, hash) => hash === `hash of ${sha256(password)}`,
    },
    log: { info: () => undefined, warn: () => undefined, error: (facts) => void seen.faults.push(facts) },
    meters: { count: (name) => void seen.counted.set(name, (seen.counted.get(name) ?? 0) + 1) },
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A report in full, of which tests give what matters. */
function reportOf(machine: string, activity: Activity, change: Partial<MachineReport> = {}): MachineReport {
  return {
    machine,
    link: 'up',
    activity,
    substate: null,
    raw: null,
    confidence: 'reported',
    source: 'status',
    seenAgoMs: 0,
    readings: {},
    job: null,
    ...change,
  };
}

export const memberInput = (member: string, change: Partial<MemberInput> = {}): MemberInput => ({
  member,
  name: `${member} Rossi`,
  email: null,
  team: null,
  badges: [],
  certificates: [],
  roles: ['member'],
  ...change,
});

/** Anna and Bruno may use everything; Carla has no certificate. */
const sampleMembers: readonly MemberInput[] = [
  memberInput('anna', {
    badges: [sampleBadges.anna],
    certificates: [{ certificate: 'laser-basic', until: null }],
  }),
  memberInput('bruno', {
    badges: [sampleBadges.bruno],
    certificates: [{ certificate: 'laser-basic', until: null }],
  }),
  memberInput('carla', { badges: [sampleBadges.carla] }),
];
