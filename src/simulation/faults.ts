// What fails in a simulated life, one row each, by the port at which it fails. A fault begins by a deed, lasts as long as
// was chosen then, and heals by itself.

import type { Choosing, Row } from './choosing.ts';
import type { Ailments } from './relays.ts';
import type { World } from './world.ts';

/** One row: where it fails, and what is then to be done; the weight says how often in comparison. */
export type Fault = Row & {
  readonly port: 'switch' | 'reader' | 'controller' | 'journal' | 'gateway' | 'clock' | 'diary';
};

const minuteMs = 60_000;

/** Lasts from seconds to a quarter of an hour, mostly short. */
const aWhile = ({ chance }: Choosing): number =>
  2_000 + chance.below(chance.pick([10_000, minuteMs, 15 * minuteMs]));

const later = (world: World, ms: number, heal: () => void): void =>
  world.mail.post(world.clock.trueMs() + ms, heal);

type SwitchArgs = { readonly switch: string; readonly lastsMs: number };

function chooseSwitch(choosing: Choosing): SwitchArgs | null {
  const ids = [...choosing.world.relays.all.keys()];
  return ids.length === 0 ? null : { switch: choosing.chance.pick(ids), lastsMs: aWhile(choosing) };
}

/** A switch that ails in one way. */
const ailing = (name: string, weight: number, ails: Partial<Ailments>): Fault => {
  const row: Row<SwitchArgs> = {
    name,
    weight,
    choose: chooseSwitch,
    act(world, args) {
      const relay = world.relays.get(args.switch);
      Object.assign(relay.ails, ails);
      world.relays.tell(relay);
      later(world, args.lastsMs, () => world.relays.heal(relay));
    },
  };
  return { ...row, port: 'switch' };
};

const away: Row<SwitchArgs> = {
  name: 'a switch is away',
  weight: 4,
  choose: chooseSwitch,
  act(world, args) {
    const relay = world.relays.get(args.switch);
    world.relays.disconnect(relay);
    later(world, args.lastsMs, () => world.relays.connect(relay));
  },
};

const mains: Row<SwitchArgs> = {
  name: 'a switch loses its mains',
  weight: 2,
  choose: chooseSwitch,
  act(world, args) {
    const relay = world.relays.get(args.switch);
    world.relays.cutMains(relay);
    later(world, args.lastsMs, () => world.relays.connect(relay));
  },
};

const stepBack: Row<SwitchArgs> = {
  name: 'an energy total steps back',
  weight: 1,
  choose: chooseSwitch,
  act(world, args) {
    const relay = world.relays.get(args.switch);
    relay.energyWh = 0;
    world.relays.tell(relay);
  },
};

const rollOver: Row<SwitchArgs> = {
  name: 'an energy total rolls over',
  weight: 1,
  choose: chooseSwitch,
  act(world, { switch: id, lastsMs }) {
    const relay = world.relays.get(id);
    // Shortly before the end of 32 bits of watt-hours, and a while later past it.
    relay.energyWh = 2 ** 32 - 2;
    world.relays.tell(relay);
    later(world, lastsMs, () => {
      relay.energyWh %= 2 ** 32 - 2;
      world.relays.tell(relay);
    });
  },
};

type ReaderArgs = { readonly reader: string; readonly lastsMs: number };

const deaf: Row<ReaderArgs> = {
  name: 'a reader hears no answers',
  weight: 3,
  choose: (choosing) => ({
    reader: choosing.chance.pick(Object.keys(choosing.world.shop.workshop.readers)),
    lastsMs: aWhile(choosing),
  }),
  act(world, { reader, lastsMs }) {
    world.deafReaders.add(reader);
    later(world, lastsMs, () => {
      world.deafReaders.delete(reader);
      world.gateway()?.readerConnected(reader);
    });
  },
};

type BenchArgs = { readonly machine: string; readonly lastsMs: number };

const ailingController = (
  name: string,
  weight: number,
  ails: (world: World, machine: string, isIll: boolean) => void,
): Fault => {
  const row: Row<BenchArgs> = {
    name,
    weight,
    choose: (choosing) => ({
      machine: choosing.chance.pick(choosing.world.shop.workshop.order),
      lastsMs: aWhile(choosing),
    }),
    act(world, { machine, lastsMs }) {
      ails(world, machine, true);
      later(world, lastsMs, () => ails(world, machine, false));
    },
  };
  return { ...row, port: 'controller' };
};

type Answer = 'confirmed' | 'refused' | 'unknown';

const answers = (answer: Answer) => (world: World, machine: string, isIll: boolean) => {
  const bench = world.benches.all.get(machine);
  if (bench) bench.answers = isIll ? answer : 'confirmed';
};

const controllerFaults: readonly Fault[] = [
  ailingController('a controller is silent', 3, (world, machine, isIll) => {
    const bench = world.benches.all.get(machine);
    if (bench) world.benches.setSilent(bench, isIll);
  }),
  ailingController('a controller says idle whatever it does', 2, (world, machine, isIll) => {
    const bench = world.benches.all.get(machine);
    if (bench) bench.saysIdle = isIll;
  }),
  ailingController('a controller refuses', 2, answers('refused')),
  ailingController('a controller does not say', 2, answers('unknown')),
  ailingController('a controller is slow', 2, (world, machine, isIll) => {
    const bench = world.benches.all.get(machine);
    if (bench) bench.answerLateMs = isIll ? 25_000 : 0;
  }),
];

const lasting = (
  port: Fault['port'],
  row: { name: string; weight: number; set: (world: World, isIll: boolean) => void },
): Fault => {
  const { name, weight, set } = row;
  const whole: Row<{ lastsMs: number }> = {
    name,
    weight,
    choose: (choosing) => ({ lastsMs: aWhile(choosing) }),
    act(world, { lastsMs }) {
      set(world, true);
      later(world, lastsMs, () => set(world, false));
    },
  };
  return { ...whole, port };
};

const breakWrites: Row<{ writes: number }> = {
  name: 'the disk cannot be written',
  weight: 2,
  choose: ({ chance }) => ({ writes: 1 + chance.below(4) }),
  act: (world, { writes }) => world.disk.breakNext(writes),
};

/** How long it is down: mostly seconds, at times longer than any lease; not so often that little else happens. */
const downMs = ({ chance }: Choosing): number =>
  1_000 + chance.below(chance.below(24) === 0 ? 4_000_000 : 20_000);

const crash: Row<{ written: number; downMs: number }> = {
  name: 'the gateway dies',
  weight: 2,
  choose: (choosing) => ({ written: choosing.chance.below(4), downMs: downMs(choosing) }),
  act: (world, how) => world.crash(how),
};

const crashBetween: Row<{ effects: number; downMs: number }> = {
  name: 'the gateway dies between two effects',
  weight: 4,
  choose: (choosing) => ({ effects: choosing.chance.below(12), downMs: downMs(choosing) }),
  act: (world, how) => world.crashAfter(how),
};

const jump: Row<{ ms: number }> = {
  name: 'the clock jumps',
  weight: 1,
  choose: ({ chance }) => ({ ms: chance.below(7_200_000) - 3_600_000 }),
  act: (world, { ms }) => world.clock.jump(ms),
};

const at = (port: Fault['port'], row: Row): Fault => ({ ...row, port });

export const faults: readonly Fault[] = [
  ailing('a switch loses orders', 3, { losesOrders: true }),
  ailing('a switch gets orders twice', 2, { doublesOrders: true }),
  ailing('orders come late and overtake each other', 2, { orderLateMs: 4_000 }),
  ailing('reports of a switch are lost', 2, { losesReports: true }),
  ailing('reports of a switch come late', 2, { reportLateMs: 7_000 }),
  ailing('a switch says on, whatever is so', 1, { says: true }),
  ailing('a switch says off, whatever is so', 1, { says: false }),
  ailing('a relay is welded', 1, { isWelded: true }),
  ailing('a meter is silent', 1, { hasNoMeter: true }),
  ailing('an energy total goes missing', 1, { hasNoTotal: true }),
  at('switch', away),
  at('switch', mains),
  at('switch', stepBack),
  at('switch', rollOver),
  at('reader', deaf),
  ...controllerFaults,
  lasting('journal', { name: 'the disk is slow', weight: 4, set: ({ disk }, isIll) => disk.setSlow(isIll) }),
  lasting('journal', { name: 'the disk is full', weight: 2, set: ({ disk }, isIll) => disk.setFull(isIll) }),
  at('journal', breakWrites),
  at('gateway', crash),
  at('gateway', crashBetween),
  at('clock', jump),
  lasting('clock', {
    name: 'the clock is not set',
    weight: 1,
    set: ({ clock }, isIll) => clock.setSynchronised(!isIll),
  }),
  lasting('diary', {
    name: 'the diary is down',
    weight: 1,
    set: (world, isIll) => world.setDiaryDown(isIll),
  }),
];
