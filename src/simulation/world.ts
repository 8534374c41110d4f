// The world around the real gateway in a simulated life. The gateway may die at any moment, also between any two of its
// effects, and is started again by a deed; everything else goes on. Nothing waits for real time, nothing is by chance.

import type { Gateway, Tap } from '../gateway/gateway.ts';
import type { TapAnswer } from '../gateway/ports.ts';
import { type Benches, createBenches } from './benches.ts';
import { type Boots, createBoots } from './boots.ts';
import { createDisk, type Disk } from './disk.ts';
import { createHandClock, type HandClock } from './hand-clock.ts';
import { createMail, type Mail } from './mail.ts';
import { createRelays, type Order, type Relay, type Relays } from './relays.ts';
import type { Shop } from './shop.ts';
import type { Watch } from './watch.ts';

export type WorldOptions = {
  readonly seed: number;
  readonly shop: Shop;
  readonly wallMs: number;
  readonly tapsDays: number;
  /** Called with each order at the moment it is sent. */
  readonly onOrder: (order: Order, relay: Relay) => void;
  readonly onTap: (tap: Tap) => void;
  readonly onAnswer: (tap: Tap, answer: TapAnswer) => void;
  readonly onTold: Watch['told'];
  /** Called whenever something was asked of the world and it has come to rest again. */
  readonly onRest: () => void;
};

export type World = {
  readonly clock: HandClock;
  readonly disk: Disk;
  readonly mail: Mail;
  readonly relays: Relays;
  readonly benches: Benches;
  readonly shop: Shop;
  /** Null while it is down. */
  gateway(): Gateway | null;
  /** Readers that do not hear answers now. */
  readonly deafReaders: Set<string>;
  readonly counts: Counts;
  /** Turns the clocks, with all that happens meanwhile. */
  advance(ms: number): Promise<void>;
  /** Lets everything happen that needs no time. */
  settle(): Promise<void>;
  tap(tap: Tap): void;
  /** It dies at once, and is started again later; the first `written` of the commits that wait are on the disk all the same. */
  crash(how: { written: number; downMs: number }): void;
  /** It dies after so many more of its effects, in the midst of whatever it is then doing. */
  crashAfter(how: { effects: number; downMs: number }): void;
  /** Starts it, where it is down. */
  boot(): Promise<void>;
  /** While true, the diary says no. */
  setDiaryDown(down: boolean): void;
};

export type Counts = { boots: number; orders: number; answers: number; ticks: number; errors: number };

/** How often the gateway looks at the clock. */
const tickMs = 1_000;
const relayTellMs = 30_000;
export async function openWorld(options: WorldOptions): Promise<World> {
  const { shop } = options;
  const clock = createHandClock({ wallMs: options.wallMs });
  const mail = createMail();
  const disk = createDisk();
  const counts: Counts = { boots: 0, orders: 0, answers: 0, ticks: 0, errors: 0 };
  const heard = (): Gateway | null => boots.gateway();
  const benches = createBenches({
    machines: shop.workshop.machines,
    clock,
    mail,
    report: (report) => heard()?.reportMachine(report),
  });
  const fed = new Map(Object.entries(shop.workshop.machines).map(([id, machine]) => [machine.switch, id]));
  const relays = createRelays({
    ids: Object.keys(shop.workshop.switches),
    clock,
    mail,
    report: (report) => heard()?.reportSwitch(report),
    onOrder: (order, relay) => {
      counts.orders += 1;
      options.onOrder(order, relay);
    },
    onChange: ({ id, isOn }) => benches.power(fed.get(id) ?? '', isOn),
  });
  const parts = { clock, mail, disk, relays, benches, shop, counts, deafReaders: new Set<string>() };
  const { seed, tapsDays, onTold } = options;
  const boots = createBoots({ ...parts, seed, tapsDays, onTold });
  const world: World = {
    ...parts,
    gateway: heard,
    settle: boots.settle,
    ...createTime({ ...parts, onRest: options.onRest }, boots),
    tap(tap) {
      const gateway = heard();
      if (!gateway) return;
      boots.disturb();
      options.onTap(tap);
      gateway.tap(tap).then(
        (said) => options.onAnswer(tap, said),
        // The disk said no; the reader shows that and may send it again.
        () => undefined,
      );
    },
    crash: boots.crash,
    crashAfter: boots.crashAfter,
    boot: boots.boot,
    setDiaryDown: boots.setDiaryDown,
  };
  await world.boot();
  await world.gateway()?.importMembers(shop.members, { dryRun: false });
  return world;
}

type Parts = Pick<World, 'clock' | 'mail' | 'relays' | 'benches' | 'counts'> & Pick<WorldOptions, 'onRest'>;

/** How time passes: devices first, then what is on its way, then the gateway looks at its clock. */
function createTime(parts: Parts, boots: Boots): Pick<World, 'advance'> {
  const { clock, mail, relays, benches, counts, onRest } = parts;
  let nextTickMs = tickMs;

  const turnOnce = async (): Promise<void> => {
    if (boots.isDue()) await boots.boot();
    relays.turn();
    benches.turn();
    mail.turn(clock.trueMs());
    if (clock.trueMs() >= nextTickMs) {
      nextTickMs = clock.trueMs() + tickMs;
      counts.ticks += 1;
      if (clock.trueMs() % relayTellMs < tickMs) for (const relay of relays.all.values()) relays.tell(relay);
      boots.gateway()?.tick();
    }
    if (!boots.isBusy()) return;
    await boots.settle();
    onRest();
  };

  return {
    async advance(ms) {
      const endMs = clock.trueMs() + ms;
      while (clock.trueMs() < endMs) {
        const untilMs = Math.min(endMs, Math.max(nextTickMs, clock.trueMs() + 1));
        clock.advance(untilMs - clock.trueMs());
        await turnOnce();
      }
      mail.turn(clock.trueMs());
      await boots.settle();
    },
  };
}
