// A simulated life: from a seed, or from a list of deeds that was lived before. After every deed the invariants are checked;
// the first that breaks ends the life and is handed back with all that led to it.

import { Broken } from './broken.ts';
import type { Args, Deed, Row } from './choosing.ts';
import { deeds as deedRows } from './deeds.ts';
import { faults as faultRows } from './faults.ts';
import { queueDeeds } from './queue-deeds.ts';
import { createSeededChance, type SeededChance } from './seeded-chance.ts';
import { createShop } from './shop.ts';
import { createWatch, type Watch } from './watch.ts';
import { openWorld, type World } from './world.ts';

type FaultLevel = 'none' | 'few' | 'many';

export type LifeOptions = {
  readonly seed: number;
  readonly members: number;
  readonly machines: number;
  readonly faults: FaultLevel;
  /** How many deeds come in an hour, in comparison with a real workshop; 1 is as in one. */
  readonly pace: number;
  /** It ends after so many days, or so many deeds, whichever is first. */
  readonly days: number;
  readonly deeds: number;
  /** Some pools are used in turn; left out: none is. */
  readonly turns?: boolean;
  /** Refused taps are forgotten after so many days; left out, a week. */
  readonly tapsDays?: number;
  /** Lived again: these deeds and no others. */
  readonly again?: readonly Deed[];
  /** Called now and then. */
  readonly onProgress?: (lived: { days: number; deeds: number }) => void;
};

export type Life = {
  readonly world: World;
  readonly watch: Watch;
  readonly deeds: readonly Deed[];
  readonly broken: Broken | null;
  /** How long it was in the workshop, and on this computer. */
  readonly livedMs: number;
  readonly tookMs: number;
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const checkAllEvery = 5_000;

export async function live(options: LifeOptions): Promise<Life> {
  const beganMs = performance.now();
  const done: Deed[] = [];
  const wallMs = beginningMs(options);
  const fromDay = new Date(wallMs).toISOString().slice(0, 10);
  let opened: World | null = null;
  const now = (): World => {
    if (!opened) throw new Error('the world is not there yet');
    return opened;
  };
  const watch = createWatch(now);
  const world = await openWorld({
    seed: options.seed,
    shop: createShop({ ...options, fromDay }),
    wallMs,
    tapsDays: options.tapsDays ?? 7,
    onOrder: (order, relay) => opened && watch.order(order, relay),
    onTap: watch.tap,
    onAnswer: watch.answer,
    onTold: watch.told,
    onRest: () => opened && watch.step(),
  });
  opened = world;
  let broken: Broken | null = null;
  try {
    watch.step();
    for (const deed of options.again ?? chosen(world, options)) {
      done.push(deed);
      await act(world, deed);
      watch.step();
      if (done.length % checkAllEvery === 0) watch.all();
      if (done.length % 500 === 0)
        options.onProgress?.({ days: world.clock.trueMs() / dayMs, deeds: done.length });
    }
    await calm(world);
    watch.step();
    watch.all();
    endsInTheDark(world);
  } catch (fault) {
    broken = fault instanceof Broken ? fault : new Broken('0 fault', String((fault as Error).stack ?? fault));
  }
  const livedMs = world.clock.trueMs();
  return { world, watch, deeds: done, broken, livedMs, tookMs: performance.now() - beganMs };
}

const rows: ReadonlyMap<string, Row> = new Map(
  [...deedRows, ...queueDeeds, ...faultRows].map((row) => [row.name, row]),
);

async function act(world: World, { waitMs, name, args }: Deed): Promise<void> {
  await world.advance(waitMs);
  const row = rows.get(name);
  if (!row) throw new RangeError(`there is no deed or fault "${name}"; see deeds.ts and faults.ts`);
  row.act(world, args);
  await world.settle();
}

/** Faults in an hour; those of `many` come faster than most heal. */
const faultsPerHour: Readonly<Record<FaultLevel, number>> = { none: 0, few: 1, many: 20 };

/** How busy a workshop is from midnight on: quiet nights, a peak in the evening. */
const rhythm = [1, 0, 0, 0, 0, 0, 0, 1, 3, 8, 10, 11, 9, 7, 9, 10, 11, 13, 16, 20, 20, 16, 8, 3];

/** Deeds one after the other, as chance and the hour bring them. */
function* chosen(world: World, options: LifeOptions): Generator<Deed> {
  const chance = createSeededChance(options.seed + 1);
  const people = options.turns ? [...deedRows, ...queueDeeds] : deedRows;
  const endMs = options.days * dayMs;
  let count = 0;
  let waitMs = 0;
  while (count < options.deeds && world.clock.trueMs() + waitMs < endMs) {
    const hour = Math.floor(((world.clock.wallMs() + waitMs) / hourMs + 1) % 24);
    const deedRate = (options.pace * options.members * (rhythm[hour] ?? 0)) / 50 + options.pace / 2;
    const faultRate = faultsPerHour[options.faults] * options.pace;
    const pauseMs = Math.ceil((-Math.log(1 - chance.next()) * hourMs) / (deedRate + faultRate));
    // The hour changes what is usual, so no pause is longer than a quarter of one.
    if (pauseMs > hourMs / 4) {
      waitMs += hourMs / 4;
      continue;
    }
    waitMs += pauseMs;
    const isFault = chance.next() * (deedRate + faultRate) < faultRate;
    const row = byWeight(isFault ? faultRows : people, chance);
    const args: Args | null = row.choose({ world, chance, count });
    if (args === null) continue;
    count += 1;
    yield { waitMs, name: row.name, args };
    waitMs = 0;
  }
}

function byWeight(table: readonly Row[], chance: SeededChance): Row {
  let left = chance.next() * table.reduce((sum, { weight }) => sum + weight, 0);
  for (const row of table) {
    left -= row.weight;
    if (left < 0) return row;
  }
  throw new RangeError('an empty table has no rows to choose from');
}

/** The night on which the clocks are put back, or forward, falls into the life, at its middle or on the fourteenth day. */
function beginningMs({ seed, days }: LifeOptions): number {
  const nightMs = Date.parse(seed % 2 === 0 ? '2026-10-25T01:00:00Z' : '2027-03-28T01:00:00Z');
  return nightMs - Math.ceil(Math.min(days / 2, 14) * 24) * hourMs;
}

/** Everything is mended, and everybody goes home. */
async function calm(world: World): Promise<void> {
  world.disk.setFull(false);
  world.disk.setSlow(false);
  world.disk.breakNext(0);
  world.clock.setSynchronised(true);
  await world.advance(hourMs);
  await world.boot();
  for (const relay of world.relays.all.values()) {
    world.relays.heal(relay);
    world.relays.connect(relay);
  }
  for (const bench of world.benches.all.values()) world.benches.rest(bench);
  await world.advance(60_000);
  for (const machine of world.shop.workshop.order)
    await world.gateway()?.endSession({ machine, by: 'steward', steward: true });
  await world.advance(2 * hourMs);
}

function endsInTheDark(world: World): void {
  const held = [...(world.gateway()?.state().sessions.values() ?? [])].map(
    ({ machine, phase }) => `${machine} ${phase}`,
  );
  if (held.length > 0) throw new Broken('9 never-ends', `at the end there is still ${held.join(', ')}`);
  const lit = [...world.relays.all.values()].filter(({ isOn }) => isOn).map(({ id }) => id);
  if (lit.length > 0) throw new Broken('1 lit', `at the end power is still on at ${lit.join(', ')}`);
}
