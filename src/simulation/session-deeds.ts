// What people do with a session between its start and its end: they limit what it costs, charge it to a code, offer it to
// the next who taps, take it over, and say that they are still there.

import { noWishes } from '../domain/access/tap-decision.ts';
import {
  type Choosing,
  ignore,
  person,
  type Row,
  send,
  someMachine,
  type TapArgs,
  tapAt,
  tapOfHolder,
} from './choosing.ts';
import { cardOf } from './people.ts';
import type { World } from './world.ts';

const limitedStart: Row<TapArgs & { ceilingMinor: string }> = {
  name: 'tap a free machine with a ceiling',
  weight: 4,
  choose(choosing) {
    const machine = someMachine(choosing, false);
    const tap = machine === null ? null : tapAt(choosing, machine, cardOf(person(choosing)));
    return tap && { ...tap, ceilingMinor: String(1 + choosing.chance.below(400)) };
  },
  act: (world, { ceilingMinor, ...args }) => send(world, args, { ...noWishes, ceilingMinor }),
};

const offerByTap: Row<TapArgs> = {
  name: 'tap to offer the machine',
  weight: 3,
  choose: tapOfHolder,
  act: (world, args) => send(world, args, { ...noWishes, handOver: true }),
};

/** Whoever holds a machine, as the page knows them. */
function holding(choosing: Choosing): { machine: string; by: string } | null {
  const machine = someMachine(choosing, true);
  const by = choosing.world
    .gateway()
    ?.state()
    .sessions.get(machine ?? '')?.member;
  return machine === null || by === undefined ? null : { machine, by };
}

const offerOnPage: Row<{ machine: string; by: string }> = {
  name: 'a page offers the machine',
  weight: 2,
  choose: holding,
  act: (world, request) => void world.gateway()?.offerHandOver(request).catch(ignore),
};

const takeOver: Row<TapArgs> = {
  name: 'tap a machine that is offered',
  weight: 12,
  choose(choosing) {
    const { world, chance } = choosing;
    const sessions = [...(world.gateway()?.state().sessions.values() ?? [])];
    const offered = sessions.filter(({ phase, offeredMonoMs }) => {
      const agoMs = world.clock.monoMs() - (offeredMonoMs ?? Number.NEGATIVE_INFINITY);
      // Also just too late.
      return phase === 'active' && agoMs < 90_000;
    });
    if (offered.length === 0) return null;
    return tapAt(choosing, chance.pick(offered).machine, cardOf(person(choosing)));
  },
  act: (world, args) => send(world, args),
};

const limit: Row<{ machine: string; by: string; ceilingMinor: string | null }> = {
  name: 'a page limits what a session costs',
  weight: 2,
  choose(choosing) {
    const { chance } = choosing;
    const held = holding(choosing);
    return held && { ...held, ceilingMinor: chance.below(5) === 0 ? null : String(chance.below(600)) };
  },
  act: change,
};

const charge: Row<{ machine: string; by: string; costCode: string | null }> = {
  name: 'a page charges a cost code',
  weight: 2,
  choose(choosing) {
    const held = holding(choosing);
    return held && { ...held, costCode: choosing.chance.pick(['research', 'course', null]) };
  },
  act: change,
};

function change(
  world: World,
  wish: { machine: string; by: string; ceilingMinor?: string | null; costCode?: string | null },
): void {
  void world.gateway()?.changeSession(wish).catch(ignore);
}

const keep: Row<{ machine: string; by: string }> = {
  name: 'a page says that its member is still there',
  weight: 1,
  choose: holding,
  act: (world, request) => void world.gateway()?.keepSession(request).catch(ignore),
};

export const sessionDeeds: readonly Row[] = [
  limitedStart,
  offerByTap,
  offerOnPage,
  takeOver,
  limit,
  charge,
  keep,
];
