// The lives of the gateway within a simulated life: it is started, dies at any moment, also between any two of its effects,
// and is started again. A dead one reaches nothing any more: its calls go nowhere and are never answered.

import { usualRetention } from '../domain/retention.ts';
import { createGateway, type GatewayPorts } from '../gateway/create-gateway.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { ledgerOfJournal } from '../gateway/ledger-of-journal.ts';
import type { TapAnswer } from '../gateway/ports.ts';
import { digestOf } from './digest-of.ts';
import { createSeededChance } from './seeded-chance.ts';
import type { Watch } from './watch.ts';
import type { Counts, World } from './world.ts';

export type Boots = Pick<World, 'settle' | 'crash' | 'crashAfter' | 'boot' | 'setDiaryDown'> & {
  /** Null while it is down. */
  gateway(): Gateway | null;
  /** Whether it is down and is to be started by now. */
  isDue(): boolean;
  /** Whether anything was asked of the world since it last came to rest. */
  isBusy(): boolean;
  disturb(): void;
};

type Parts = Pick<
  World,
  'clock' | 'mail' | 'disk' | 'relays' | 'benches' | 'shop' | 'counts' | 'deafReaders'
>;

type Boot = { alive: boolean; fuse: { effects: number; downMs: number } | null };

/** Entries: it starts often, and each start replays what came since. */
const snapshotEvery = 500;

/** After a start that failed. */
const retryMs = 10_000;

export function createBoots(
  parts: Parts & { readonly seed: number; readonly tapsDays: number; readonly onTold: Watch['told'] },
): Boots {
  const { clock, disk, counts } = parts;
  const chance = createSeededChance(parts.seed);
  const retention = { ...usualRetention, tapsDays: parts.tapsDays };
  let running: { readonly gateway: Gateway; readonly boot: Boot } | null = null;
  let isBusy = true;
  let bootAtMs = 0;
  let isDiaryDown = false;

  /** Each effect may be the last. */
  const effect = <T>(boot: Boot, call: () => Promise<T>): Promise<T> => {
    isBusy = true;
    if (boot.alive && boot.fuse !== null) {
      boot.fuse.effects -= 1;
      if (boot.fuse.effects < 0) boots.crash({ written: disk.waitingCount(), downMs: boot.fuse.downMs });
    }
    return boot.alive ? call() : new Promise<T>(() => undefined);
  };
  const start = async (): Promise<void> => {
    const boot: Boot = { alive: true, fuse: null };
    const diary = {
      record: () => undefined,
      forget: async () => (isDiaryDown ? Promise.reject(new Error('the diary is down')) : ('done' as const)),
    };
    const loud = loudPorts(parts, (call) => effect(boot, call));
    const ledger = ledgerOfJournal(loud.journal);
    const ports: GatewayPorts = { ...quietPorts(counts), ...loud, ledger, diary, clock, chance };
    const { workshop } = parts.shop;
    const how = { workshop, retention, reducer: 'simulation', version: '0', restored: null, snapshotEvery };
    const gateway = await createGateway({ ports, ...how });
    running = { gateway, boot };
    gateway.listen((change) => {
      if (boot.alive && change.kind === 'told') parts.onTold(change.told);
    });
    counts.boots += 1;
    await gateway.start();
    tellAll(parts, gateway);
  };

  const boots: Boots = {
    gateway: () => (running?.boot.alive ? running.gateway : null),
    isDue: () => running === null && clock.trueMs() >= bootAtMs,
    isBusy: () => isBusy,
    disturb() {
      isBusy = true;
    },
    async settle() {
      // What this brings about arrives a turn later, so it comes to an end.
      isBusy = false;
      await new Promise((resolve) => setImmediate(resolve));
    },
    crash({ written, downMs }) {
      if (!running) return;
      running.boot.alive = false;
      running = null;
      bootAtMs = clock.trueMs() + downMs;
      disk.cut(written);
    },
    crashAfter(how) {
      if (running) running.boot.fuse = { ...how };
    },
    setDiaryDown(down) {
      isDiaryDown = down;
    },
    async boot() {
      if (running) return;
      clock.boot();
      disk.setSlow(false);
      // On a full disk a start fails, and is tried again by whoever looks after it.
      await start().catch(() => boots.crash({ written: 0, downMs: retryMs }));
      parts.mail.turn(clock.trueMs());
      await boots.settle();
    },
  };
  return boots;
}

/** What stands around it says how it is, as after a reconnect. */
function tellAll({ relays, benches, shop, deafReaders }: Parts, gateway: Gateway): void {
  for (const relay of relays.all.values()) if (relay.isThere) relays.connect(relay);
  for (const bench of benches.all.values()) benches.tell(bench);
  for (const reader of Object.keys(shop.workshop.readers))
    if (!deafReaders.has(reader)) gateway.readerConnected(reader);
}

/** Ports at which something happens in the world: each call is an effect. */
function loudPorts(
  { disk, relays, benches, deafReaders, counts }: Parts,
  effect: <T>(call: () => Promise<T>) => Promise<T>,
): Pick<GatewayPorts, 'journal' | 'switches' | 'readers' | 'controllers'> {
  const answer = async (reader: string, { tap }: TapAnswer): Promise<void> => {
    if (deafReaders.has(reader)) throw new Error(`${reader} is away and hears no answer to ${tap}`);
    counts.answers += 1;
  };
  return {
    journal: {
      ...disk,
      append: (commit) => effect(() => disk.append(commit)),
      beat: (beat) => effect(() => disk.beat(beat)),
      delivered: (ids) => effect(() => disk.delivered(ids)),
      keepSnapshot: (reducer, state) => effect(() => disk.keepSnapshot(reducer, state)),
      tapsToForget: (ask) => effect(() => disk.tapsToForget(ask)),
    },
    switches: { set: (order) => effect(() => relays.set(order)) },
    readers: { answer: (reader, said) => effect(() => answer(reader, said)) },
    controllers: { endAccess: (machine) => effect(() => benches.endAccess(machine)) },
  };
}

/** Ports whose faults stop nothing. */
function quietPorts(
  counts: Counts,
): Pick<GatewayPorts, 'announcer' | 'texts' | 'log' | 'meters' | 'secrets' | 'allowLists' | 'photos'> {
  const nothing = (): void => undefined;
  return {
    announcer: { announce: nothing },
    texts: { say: (code) => code },
    log: {
      info: nothing,
      warn: nothing,
      error() {
        counts.errors += 1;
      },
    },
    meters: { count: nothing },
    // No reader of this workshop keeps a list.
    photos: { keep: async () => '', read: async () => null, keepOnly: async () => undefined },
    allowLists: { held: async () => null, allow: async () => false, disallow: async () => false },
    secrets: {
      readSun: () => null,
      seal: ({ text }) => text,
      unseal: ({ sealed }) => sealed,
      badgeKey: (badge) => digestOf(`pepper ${badge}`),
      digest: digestOf,
      hashPassword: async (password) => digestOf(password),
      verifyPassword: async (password, hash) => digestOf(password) === hash,
    },
  };
}
