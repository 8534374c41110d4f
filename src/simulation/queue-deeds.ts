// What people do in pools that are used in turn: they wait where others work, come when they are called or do not, go out and
// come back, ask for less and give their ticket back. Only lives with turns know these deeds.

import type { Ticket } from '../domain/schedule/schedule-state.ts';
import { type Choosing, ignore, person, type Row, send, type TapArgs, tapAt } from './choosing.ts';
import { cardOf } from './people.ts';
import type { World } from './world.ts';

type InQueue = { readonly pool: string; readonly ticket: Ticket };

function someTicket({ world, chance }: Choosing, phases: readonly Ticket['phase'][]): InQueue | null {
  const queues = [...(world.gateway()?.state().schedule.queues.values() ?? [])];
  const found = queues.flatMap(({ pool, tickets }) =>
    [...tickets.values()].filter(({ phase }) => phases.includes(phase)).map((ticket) => ({ pool, ticket })),
  );
  return found.length === 0 ? null : chance.pick(found);
}

const cardOfMember = (world: World, member: string): string | null => {
  const handle = world.gateway()?.person(member)?.handle;
  return handle === undefined ? null : cardOf(Number(handle.slice('person-'.length)));
};

const queueUp: Row<TapArgs> = {
  name: 'tap where others take turns',
  weight: 30,
  choose(choosing) {
    const { machines, policy } = choosing.world.shop.workshop;
    const pools = policy?.pools ?? {};
    const ids = Object.keys(machines).filter((id) => Object.hasOwn(pools, machines[id]?.pool ?? ''));
    return ids.length === 0 ? null : tapAt(choosing, choosing.chance.pick(ids), cardOf(person(choosing)));
  },
  act: (world, args) => send(world, args),
};

const come: Row<TapArgs> = {
  name: 'a called member comes',
  weight: 24,
  choose(choosing) {
    const found = someTicket(choosing, ['called']);
    const card = found && cardOfMember(choosing.world, found.ticket.member);
    const machine = found?.ticket.turn?.machine;
    return card && machine !== undefined ? tapAt(choosing, machine, card) : null;
  },
  act: (world, args) => send(world, args),
};

/** Also at a machine that cools, or whose session has not ended yet. */
const again: Row<TapArgs> = {
  name: 'who waits taps again',
  weight: 10,
  choose(choosing) {
    const { world, chance } = choosing;
    const found = someTicket(choosing, ['callable', 'parked', 'away']);
    const card = found && cardOfMember(world, found.ticket.member);
    const { machines, order } = world.shop.workshop;
    const ids = order.filter((id) => machines[id]?.pool === found?.pool);
    return card && ids.length > 0 ? tapAt(choosing, chance.pick(ids), card) : null;
  },
  act: (world, args) => send(world, args),
};

type TicketArgs = { readonly pool: string; readonly by: string };

const awayRow = (row: {
  name: string;
  weight: number;
  away: boolean;
  phases: readonly Ticket['phase'][];
}): Row<TicketArgs> => ({
  name: row.name,
  weight: row.weight,
  choose(choosing) {
    const found = someTicket(choosing, row.phases);
    return found && { pool: found.pool, by: found.ticket.member };
  },
  act: (world, args) =>
    void world
      .gateway()
      ?.changeTicket({ ...args, away: row.away })
      .catch(ignore),
});

const shorten: Row<TicketArgs & { minutes: number }> = {
  name: 'who waits asks for less',
  weight: 4,
  choose(choosing) {
    const found = someTicket(choosing, ['callable', 'away']);
    return found && { pool: found.pool, by: found.ticket.member, minutes: 5 + choosing.chance.below(25) };
  },
  act: (world, args) => void world.gateway()?.changeTicket(args).catch(ignore),
};

const giveBack: Row<TicketArgs> = {
  name: 'a ticket is given back',
  weight: 2,
  choose(choosing) {
    const found = someTicket(choosing, ['callable', 'called', 'away', 'parked']);
    return found && { pool: found.pool, by: found.ticket.member };
  },
  act: (world, args) => void world.gateway()?.leaveQueue(args).catch(ignore),
};

export const queueDeeds: readonly Row[] = [
  queueUp,
  come,
  again,
  awayRow({ name: 'who waits goes out for a while', weight: 5, away: true, phases: ['callable', 'called'] }),
  awayRow({ name: 'who is out says to be back', weight: 6, away: false, phases: ['away', 'parked'] }),
  shorten,
  giveBack,
];
