// What people and machines do in a simulated life, one row each; those about the place and about a session that runs have
// tables of their own.

import type { Activity } from '../domain/machine/activity.ts';
import type { Bench } from './benches.ts';
import {
  type Choosing,
  ignore,
  machineIds,
  person,
  type Row,
  send,
  someMachine,
  type TapArgs,
  tapAt,
  tapOfHolder,
} from './choosing.ts';
import { cardOf, memberRow } from './people.ts';
import { peopleDeeds } from './people-deeds.ts';
import { placeDeeds } from './place-deeds.ts';
import { sessionDeeds } from './session-deeds.ts';
import type { World } from './world.ts';

const hourMs = 3_600_000;

const arrive: Row<TapArgs> = {
  name: 'tap a free machine',
  weight: 24,
  choose(choosing) {
    const machine = someMachine(choosing, false);
    return machine === null ? null : tapAt(choosing, machine, cardOf(person(choosing)));
  },
  act: (world, args) => send(world, args),
};

const leave: Row<TapArgs> = {
  name: 'tap again to end',
  weight: 16,
  choose: tapOfHolder,
  act: (world, args) => send(world, args),
};

const disturb: Row<TapArgs> = {
  name: 'tap a machine that is held',
  weight: 6,
  choose(choosing) {
    const machine = someMachine(choosing, true);
    return machine === null ? null : tapAt(choosing, machine, cardOf(person(choosing)));
  },
  act: (world, args) => send(world, args),
};

const stranger: Row<TapArgs> = {
  name: 'tap an unknown card',
  weight: 2,
  choose: (choosing) => {
    const machine = choosing.chance.pick(machineIds(choosing.world));
    return tapAt(choosing, machine, cardOf(1_000_000 + choosing.chance.below(50)));
  },
  act: (world, args) => send(world, args),
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
  act: (world, args) => send(world, args),
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
    (one) =>
      one.isPowered &&
      one.machine.link !== 'none' &&
      one.machine.reader !== null &&
      (one.jobUntilMs !== null) === isWorking,
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
  ...peopleDeeds,
  ...placeDeeds,
  ...sessionDeeds,
];
