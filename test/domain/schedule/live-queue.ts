// A life of one queue from a seed, as hostile as members and machines can be: padded requests, people who do not come, go
// out and come back, turns that overrun, machines that break and are booked. The world checks every promise meanwhile.

import { defaultPolicy, type SchedulePolicy } from '../../../src/domain/schedule/policy.ts';
import { createSeededChance, type SeededChance } from '../../fakes/seeded-chance.ts';
import { createQueueWorld, minute, type QueueWorld } from './queue-world.ts';

export type LifePlan = {
  readonly seed: number;
  readonly turns: number;
  readonly machines?: number;
  readonly members?: number;
  /** Overruns beyond the allowance, outages and bookings: what voids promises. */
  readonly faults?: boolean;
  readonly policy?: Partial<SchedulePolicy>;
  /** It is peak by turns, and not for days on end. */
  readonly turning?: boolean;
  /** Members decide for one of these every now and then. */
  readonly decided?: readonly Partial<SchedulePolicy>[];
};

/** The clock goes on by one to so many minutes at a time. */
const stepMostMin = 3;

type Plans = Map<string, { readonly claimAtMs: number | null; endAtMs: number | null }>;

export function liveQueue({
  seed,
  turns,
  machines,
  members,
  faults = false,
  policy,
  turning = false,
  decided = [],
}: LifePlan): QueueWorld {
  const chance = createSeededChance(seed);
  const usual = { ...defaultPolicy, noticeMs: stepMostMin * minute, ...policy };
  const world = createQueueWorld(usual, machines ?? 1 + chance.below(4));
  const people = members ?? 2 + chance.below(14);
  const plans: Plans = new Map();
  for (let number = 0; world.counts.turns < turns && number < turns * 400; number++) {
    act({ world, chance, people, number, faults });
    followPlans(world, chance, { plans, faults });
    if (chance.next() < (turning ? 0.02 : 0.001)) world.peak = !world.peak;
    if (decided.length > 0 && chance.next() < 0.01) world.setPolicy({ ...usual, ...chance.pick(decided) });
    world.nowMs += minute * (1 + chance.below(stepMostMin));
    world.settle();
  }
  return world;
}

type Act = {
  readonly world: QueueWorld;
  readonly chance: SeededChance;
  readonly people: number;
  readonly number: number;
  readonly faults: boolean;
};

function act({ world, chance, people, number, faults }: Act): void {
  const luck = chance.next();
  const tickets = [...world.queue().tickets.keys()];
  const some = tickets.length > 0 ? chance.pick(tickets) : '';
  if (luck < 0.35) {
    const person = chance.below(people);
    const team = person % 3 === 0 ? { team: `t${person % 2}`, teamWeight: 1 + (person % 2) } : {};
    const narrow = chance.next() < 0.1 ? { machines: ['m0'] } : {};
    const askedMin = 5 + chance.below(chance.next() < 0.2 ? 300 : 90);
    const whole = chance.next() < 0.05;
    const ask = { ticket: `k${number}`, member: `p${person}`, weight: 1 + (person % 3), askedMin, whole };
    if (world.take({ ...ask, ...team, ...narrow }) && chance.next() < 0.9) world.come(ask.ticket);
  } else if (luck < 0.38) world.goOut(some);
  else if (luck < 0.46) world.come(some);
  else if (luck < 0.47) world.leave(some);
  else if (faults && luck < 0.475) upset(world, chance);
}

function upset(world: QueueWorld, chance: SeededChance): void {
  const { machine, usable, bookedFromMs } = chance.pick(world.machines);
  if (!usable) world.setMachine(machine, { usable: true });
  else if (bookedFromMs !== null) world.setMachine(machine, { bookedFromMs: null });
  else if (chance.next() < 0.5) world.setMachine(machine, { usable: false });
  else world.setMachine(machine, { bookedFromMs: world.nowMs + (30 + chance.below(300)) * minute });
}

function followPlans(
  world: QueueWorld,
  chance: SeededChance,
  { plans, faults }: { plans: Plans; faults: boolean },
): void {
  for (const { ticket, phase, turn } of [...world.queue().tickets.values()]) {
    if (!turn) {
      plans.delete(ticket);
      continue;
    }
    const plan = plans.get(ticket) ?? { claimAtMs: claimPlan(world, chance), endAtMs: null };
    plans.set(ticket, plan);
    if (phase === 'called' && plan.claimAtMs !== null && plan.claimAtMs <= world.nowMs) {
      world.claim(ticket);
      const late = chance.next() < 0.1 ? chance.below(world.policy.overrunMs / minute - 4) : 0;
      const beyond = faults && chance.next() < 0.02 ? 10 + chance.below(60) : 0;
      const usedMin = (turn.lengthMs / minute) * (chance.next() < 0.5 ? 1 : chance.next());
      plan.endAtMs = world.nowMs + Math.floor(usedMin + late + beyond) * minute;
    } else if (phase === 'running' && plan.endAtMs !== null && plan.endAtMs <= world.nowMs) {
      world.end(ticket);
      plans.delete(ticket);
    }
  }
}

const claimPlan = (world: QueueWorld, chance: SeededChance): number | null =>
  chance.next() < 0.1 ? null : world.nowMs + chance.below(4) * minute;
