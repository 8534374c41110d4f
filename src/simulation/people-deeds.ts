// What happens to members and their training: they are suspended and let back in, lose a badge, also while they hold a
// machine, and learn at the machine beside somebody who teaches.

import {
  type Choosing,
  ignore,
  machineIds,
  person,
  type Row,
  send,
  type TapArgs,
  tapAt,
} from './choosing.ts';
import { cardOf } from './people.ts';
import type { World } from './world.ts';

const numberOf = (world: World, member: string): number | null => {
  const handle = world.gateway()?.person(member)?.handle;
  return handle === undefined ? null : Number(handle.slice('person-'.length));
};

/** Mostly somebody who holds a machine, so that it happens in mid-session. */
function someone(choosing: Choosing): string | null {
  const { world, chance } = choosing;
  const gateway = world.gateway();
  const held = [...(gateway?.state().sessions.values() ?? [])];
  if (held.length > 0 && chance.below(3) > 0) return chance.pick(held).member;
  return gateway?.personByHandle(`person-${person(choosing)}`)?.member ?? null;
}

type StatusArgs = { readonly member: string; readonly status: 'active' | 'suspended' };

const setStatus = (world: World, args: StatusArgs): void =>
  void world
    .gateway()
    ?.setStatus({ ...args, by: 'console' })
    .catch(ignore);

const suspend: Row<StatusArgs> = {
  name: 'a member is suspended',
  weight: 0.6,
  choose(choosing) {
    const member = someone(choosing);
    return member === null ? null : { member, status: 'suspended' };
  },
  act: setStatus,
};

const reinstate: Row<StatusArgs> = {
  name: 'a member is let back in',
  weight: 1,
  choose({ world, chance }) {
    const members = [...(world.gateway()?.state().members.values() ?? [])];
    const out = members.filter(({ status }) => status === 'suspended');
    return out.length === 0 ? null : { member: chance.pick(out).member, status: 'active' };
  },
  act: setStatus,
};

const lose: Row<{ member: string }> = {
  name: 'a badge is reported lost',
  // It never comes back, so few are.
  weight: 0.15,
  choose(choosing) {
    const member = someone(choosing);
    return member === null ? null : { member };
  },
  act(world, { member }) {
    const badge = world.gateway()?.state().members.get(member)?.badges[0];
    if (badge !== undefined)
      void world.gateway()?.loseBadge({ member, badge, replaceAt: null }).catch(ignore);
  },
};

/** Somebody who teaches something. */
function someTrainer({ world, chance }: Choosing): number | null {
  const members = [...(world.gateway()?.state().members.values() ?? [])];
  const found = members.filter(({ certificates }) => certificates.some(({ level }) => level === 'teach'));
  return found.length === 0 ? null : numberOf(world, chance.pick(found).member);
}

const teach: Row<TapArgs> = {
  name: 'a trainer taps where a learner was refused',
  weight: 8,
  choose(choosing) {
    const waiting = [...(choosing.world.gateway()?.state().learners ?? [])];
    const nowMs = choosing.world.clock.monoMs();
    // Also just too late.
    const fresh = waiting.filter(([, { monoMs }]) => nowMs - monoMs < 70_000);
    const trainer = someTrainer(choosing);
    if (fresh.length === 0 || trainer === null) return null;
    return tapAt(choosing, choosing.chance.pick(fresh)[0], cardOf(trainer));
  },
  act: (world, args) => send(world, args),
};

const open: Row<TapArgs> = {
  name: 'a trainer opens a machine',
  weight: 3,
  choose(choosing) {
    const trainer = someTrainer(choosing);
    const machine = choosing.chance.pick(machineIds(choosing.world));
    return trainer === null ? null : tapAt(choosing, machine, cardOf(trainer));
  },
  act: (world, args) => send(world, args),
};

const learn: Row<TapArgs> = {
  name: 'a learner taps beside a trainer',
  weight: 8,
  choose(choosing) {
    const { world } = choosing;
    const nowMs = world.clock.monoMs();
    const state = world.gateway()?.state();
    const opened = [...(state?.sessions.values() ?? [])].filter(
      ({ phase, phaseMonoMs, member }) =>
        phase === 'active' &&
        nowMs - phaseMonoMs < 70_000 &&
        state?.members.get(member)?.certificates.some(({ level }) => level === 'teach'),
    );
    if (opened.length === 0) return null;
    return tapAt(choosing, choosing.chance.pick(opened).machine, cardOf(person(choosing)));
  },
  act: (world, args) => send(world, args),
};

export const peopleDeeds: readonly Row[] = [suspend, reinstate, lose, teach, open, learn];
