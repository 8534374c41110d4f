// What people and machines do in a simulated life, one row each. A deed that was chosen is plain data: it can be done again
// without the chance that chose it, and does nothing where the world has become another.

import type { Activity } from '../domain/machine/activity.ts';
import type { Bench } from './benches.ts';
import type { SeededChance } from './seeded-chance.ts';
import { cardOf, memberRow } from './shop.ts';
import type { World } from './world.ts';

export type Args = Readonly<Record<string, string | number | boolean | null>>;

/** What happens next: after a while, the row of that name, with what was chosen for it. */
export type Deed = { readonly waitMs: number; readonly name: string; readonly args: Args };

export type Choosing = {
  readonly world: World;
  readonly chance: SeededChance;
  /** Numbers taps and the like. */
  readonly count: number;
};

export type Row<A extends Args = Args> = {
  readonly name: string;
  /** How often, in comparison. */
  readonly weight: number;
  /** Null where nobody could do it now. */
  choose(choosing: Choosing): A | null;
  act(world: World, args: A): void;
};

type TapArgs = {
  readonly reader: string;
  readonly card: string;
  readonly machine: string | null;
  readonly tap: string;
};

const hourMs = 3_600_000;
const ignore = (): void => undefined;

const send = (world: World, { reader, card, machine, tap }: TapArgs): void =>
  world.tap({ reader, badge: card, machine, tap, spelling: null });

const person = ({ world, chance }: Choosing): number => chance.below(world.shop.members.length);
const machineIds = (world: World): readonly string[] => world.shop.workshop.order;

function tapAt({ world, count }: Choosing, machine: string, card: string): TapArgs | null {
  const reader = world.shop.workshop.machines[machine]?.reader ?? null;
  return reader === null ? null : { reader, card, machine, tap: `door:${count}` };
}

/** A machine that somebody holds, or that nobody does; null where there is none. */
function someMachine({ world, chance }: Choosing, isHeld: boolean): string | null {
  const state = world.gateway()?.state();
  if (!state) return null;
  const found = machineIds(world).filter((id) => (state.sessions.get(id)?.phase === 'active') === isHeld);
  return found.length === 0 ? null : chance.pick(found);
}

const arrive: Row<TapArgs> = {
  name: 'tap a free machine',
  weight: 24,
  choose(choosing) {
    const machine = someMachine(choosing, false);
    return machine === null ? null : tapAt(choosing, machine, cardOf(person(choosing)));
  },
  act: send,
};

const leave: Row<TapArgs> = {
  name: 'tap again to end',
  weight: 16,
  choose(choosing) {
    const gateway = choosing.world.gateway();
    const machine = someMachine(choosing, true);
    const member = gateway?.state().sessions.get(machine ?? '')?.member;
    const handle = member === undefined ? undefined : gateway?.person(member)?.handle;
    if (machine === null || handle === undefined) return null;
    return tapAt(choosing, machine, cardOf(Number(handle.slice('person-'.length))));
  },
  act: send,
};

const disturb: Row<TapArgs> = {
  name: 'tap a machine that is held',
  weight: 6,
  choose(choosing) {
    const machine = someMachine(choosing, true);
    return machine === null ? null : tapAt(choosing, machine, cardOf(person(choosing)));
  },
  act: send,
};

const stranger: Row<TapArgs> = {
  name: 'tap an unknown card',
  weight: 2,
  choose: (choosing) => {
    const machine = choosing.chance.pick(machineIds(choosing.world));
    return tapAt(choosing, machine, cardOf(1_000_000 + choosing.chance.below(50)));
  },
  act: send,
};

const astray: Row<TapArgs> = {
  name: 'tap the wrong place',
  weight: 3,
  choose(choosing) {
    const { world, chance, count } = choosing;
    const reader = chance.pick(Object.keys(world.shop.workshop.readers));
    const machine = chance.below(2) === 0 ? null : chance.pick(machineIds(world));
    return { reader, card: cardOf(person(choosing)), machine, tap: `door:${count}` };
  },
  act: send,
};

const twice: Row<TapArgs> = {
  name: 'tap that the reader sends twice',
  weight: 2,
  choose: arrive.choose,
  act(world, args) {
    send(world, args);
    send(world, args);
    world.mail.post(world.clock.trueMs() + 3_000, () => send(world, args));
  },
};

const steward: Row<{ machine: string }> = {
  name: 'a steward ends a session',
  weight: 1,
  choose(choosing) {
    const machine = someMachine(choosing, true);
    return machine === null ? null : { machine };
  },
  act: (world, { machine }) =>
    void world.gateway()?.endSession({ machine, by: 'steward', steward: true }).catch(ignore),
};

const train: Row<{ person: number; until: string | null; fromDay: string }> = {
  name: 'change what somebody is trained for',
  weight: 1,
  choose(choosing) {
    const { world, chance } = choosing;
    const day = (ms: number): string => new Date(world.clock.wallMs() + ms).toISOString().slice(0, 10);
    const until = chance.below(3) === 0 ? null : day((chance.below(20) - 5) * 24 * hourMs);
    return { person: person(choosing), until, fromDay: day(0) };
  },
  act: (world, args) =>
    void world
      .gateway()
      ?.importMembers([memberRow(args.person, args.fromDay, args.until)], { dryRun: false })
      .catch(ignore),
};

const bench = (world: World, id: string): Bench | undefined => world.benches.all.get(id);

/** Machines with power and a controller, working or not. */
function powered({ world, chance }: Choosing, isWorking: boolean): string | null {
  const found = [...world.benches.all.values()].filter(
    (one) => one.isPowered && one.machine.link !== 'none' && (one.jobUntilMs !== null) === isWorking,
  );
  return found.length === 0 ? null : chance.pick(found).id;
}

const work: Row<{ machine: string; jobMs: number }> = {
  name: 'a job begins',
  weight: 22,
  choose(choosing) {
    const { chance } = choosing;
    const machine = powered(choosing, false);
    // Most take minutes, some the night.
    const jobMs = 20_000 + chance.below(chance.below(6) === 0 ? 9 * hourMs : 1_200_000);
    return machine === null ? null : { machine, jobMs };
  },
  act(world, { machine, jobMs }) {
    const one = bench(world, machine);
    if (one) world.benches.work(one, jobMs);
  },
};

const interruptions: readonly Activity[] = [
  'paused',
  'running',
  'running',
  'door',
  'toolChange',
  'alarm',
  'busy',
  'heating',
];

const interrupt: Row<{ machine: string; activity: Activity }> = {
  name: 'a job is interrupted or goes on',
  weight: 12,
  choose(choosing) {
    const machine = powered(choosing, true);
    return machine === null ? null : { machine, activity: choosing.chance.pick(interruptions) };
  },
  act(world, { machine, activity }) {
    const one = bench(world, machine);
    if (one && one.jobUntilMs !== null) world.benches.show(one, activity);
  },
};

const fiddle: Row<{ machine: string; activity: Activity }> = {
  name: 'a machine is moved by hand',
  weight: 10,
  choose(choosing) {
    const machine = powered(choosing, false);
    const activity = choosing.chance.pick([
      'idle',
      'idle',
      'jogging',
      'homing',
      'check',
      'sleeping',
    ] as const);
    return machine === null ? null : { machine, activity };
  },
  act(world, { machine, activity }) {
    const one = bench(world, machine);
    if (one && one.jobUntilMs === null) world.benches.show(one, activity);
  },
};

/** What may happen; a new row is all that a new deed needs. */
export const deeds: readonly Row[] = [
  arrive,
  leave,
  disturb,
  stranger,
  astray,
  twice,
  steward,
  train,
  work,
  interrupt,
  fiddle,
];
