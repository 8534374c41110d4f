// What people do about the place and its machines rather than with them: they come and go, lock what looks unsafe, set
// modes, report problems and close them, release what was latched; and what a sensor measures meanwhile.

import type { Mode } from '../domain/machine/activity.ts';
import { type Choosing, ignore, machineIds, person, type Row, send, type TapArgs } from './choosing.ts';
import { cardOf } from './people.ts';
import { sensor } from './shop.ts';
import type { World } from './world.ts';

const keyOf = (world: World, one: number): string | undefined =>
  world.gateway()?.personByHandle(`person-${one}`)?.member;

/** Somebody who is inside by the journal; null while nobody is. */
function someoneInside({ world, chance }: Choosing): number | null {
  const gateway = world.gateway();
  const inside = [...(gateway?.state().inside.keys() ?? [])];
  const handle = inside.length === 0 ? undefined : gateway?.person(chance.pick(inside))?.handle;
  return handle === undefined ? null : Number(handle.slice('person-'.length));
}

const atDoor = ({ count }: Choosing, reader: string, one: number): TapArgs => ({
  reader,
  card: cardOf(one),
  machine: null,
  tap: `door:${count}`,
});

const enter: Row<TapArgs> = {
  name: 'tap at the entrance',
  weight: 10,
  choose: (choosing) => atDoor(choosing, 'entrance', person(choosing)),
  act: (world, args) => send(world, args),
};

const goHome: Row<TapArgs> = {
  name: 'tap at the entrance to leave',
  weight: 12,
  choose(choosing) {
    const one = someoneInside(choosing);
    const reader = choosing.chance.below(2) === 0 ? 'entrance' : 'exit';
    return one === null ? null : atDoor(choosing, reader, one);
  },
  act: (world, args) => send(world, args),
};

const lock: Row<{ machine: string; person: number; severity: 'stop' | 'after' }> = {
  name: 'somebody locks a machine',
  weight: 1,
  choose: (choosing) => ({
    machine: choosing.chance.pick(machineIds(choosing.world)),
    person: person(choosing),
    severity: choosing.chance.pick(['stop', 'after'] as const),
  }),
  act(world, { machine, person: one, severity }) {
    const by = keyOf(world, one);
    if (by === undefined) return;
    void world.gateway()?.lockMachine({ machine, by, steward: false, severity }).catch(ignore);
  },
};

const unlock: Row<{ machine: string }> = {
  name: 'a steward unlocks a machine',
  weight: 2,
  choose({ world, chance }) {
    const locked = [...(world.gateway()?.state().locks.keys() ?? [])];
    return locked.length === 0 ? null : { machine: chance.pick(locked) };
  },
  act: (world, { machine }) => void world.gateway()?.unlockMachine({ machine, by: 'console' }).catch(ignore),
};

const setMode: Row<{ machine: string; mode: Mode }> = {
  name: 'a steward sets a mode',
  weight: 2,
  choose({ world, chance }) {
    // Most machines that are set aside come back soon.
    const aside = [...(world.gateway()?.state().modes.keys() ?? [])];
    if (aside.length > 0 && chance.below(3) > 0) return { machine: chance.pick(aside), mode: 'production' };
    const mode = chance.pick(['setup', 'maintenance', 'out-of-order', 'retired'] as const);
    return { machine: chance.pick(machineIds(world)), mode };
  },
  act(world, { machine, mode }) {
    const wish = { machine, mode, by: 'console', note: null, photo: null };
    void world.gateway()?.setMachineMode(wish).catch(ignore);
  },
};

const report: Row<{ machine: string; person: number; severity: 'note' | 'flag' | 'lock' }> = {
  name: 'somebody reports a problem',
  weight: 1,
  choose: (choosing) => ({
    machine: choosing.chance.pick(machineIds(choosing.world)),
    person: person(choosing),
    severity: choosing.chance.pick(['note', 'flag', 'lock', 'lock'] as const),
  }),
  act(world, { machine, person: one, severity }) {
    const by = keyOf(world, one);
    if (by === undefined) return;
    void world.gateway()?.reportProblem({ machine, by, severity, text: 'It smells.' }).catch(ignore);
  },
};

const close: Row<{ machine: string; problem: string }> = {
  name: 'a steward closes a problem',
  weight: 2,
  choose({ world, chance }) {
    const open = [...(world.gateway()?.state().care ?? [])].flatMap(([machine, { problems }]) =>
      [...problems.keys()].map((problem) => ({ machine, problem })),
    );
    return open.length === 0 ? null : chance.pick(open);
  },
  act(world, args) {
    const closing = { ...args, by: 'console', what: 'mended', minutes: 5 } as const;
    void world.gateway()?.closeProblem(closing).catch(ignore);
  },
};

const release: Row<{ machine: string }> = {
  name: 'a steward releases what was latched',
  weight: 3,
  choose({ world, chance }) {
    const latched = [...(world.gateway()?.state().latches.keys() ?? [])];
    return latched.length === 0 ? null : { machine: chance.pick(latched) };
  },
  act: (world, { machine }) =>
    void world.gateway()?.releaseInterlock({ machine, by: 'console' }).catch(ignore),
};

const measure: Row<{ coolantC: number }> = {
  name: 'the coolant changes',
  weight: 2,
  choose({ world, chance }) {
    // At the edge, out of the critical limits, out of the fatal ones; mostly well.
    return world.benches.all.has(sensor) ? { coolantC: chance.pick([20, 20, 20, 22, 24, 24, 26, 45]) } : null;
  },
  act(world, { coolantC }) {
    const bench = world.benches.all.get(sensor);
    if (bench) world.benches.tell(Object.assign(bench, { coolantC }));
  },
};

const silence: Row<{ isSilent: boolean }> = {
  name: 'the sensor falls silent or speaks again',
  weight: 1,
  choose: ({ world }) => {
    const bench = world.benches.all.get(sensor);
    return bench ? { isSilent: !bench.isSilent } : null;
  },
  act(world, { isSilent }) {
    const bench = world.benches.all.get(sensor);
    if (bench) world.benches.setSilent(bench, isSilent);
  },
};

export const placeDeeds: readonly Row[] = [
  enter,
  goHome,
  lock,
  unlock,
  setMode,
  report,
  close,
  release,
  measure,
  silence,
];
