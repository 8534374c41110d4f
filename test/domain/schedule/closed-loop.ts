// Members who always want the machine: each takes the next ticket when a turn ends. What everybody then gets is what the
// rule gives them, and nothing else.

import type { SchedulePolicy } from '../../../src/domain/schedule/policy.ts';
import { createSeededChance } from '../../fakes/seeded-chance.ts';
import { createQueueWorld, minute, type QueueWorld } from './queue-world.ts';

export type Wanting = {
  readonly member: string;
  readonly team?: string;
  readonly teamWeight?: number;
  readonly weight?: number;
  readonly leastMin: number;
  readonly mostMin: number;
};

export type LoopPlan = {
  readonly policy: SchedulePolicy;
  readonly machines: number;
  readonly seed: number;
  readonly members: readonly Wanting[];
  readonly minutes: number;
};

export type Loop = {
  readonly world: QueueWorld;
  /** Member → minutes on machines. */
  readonly usedMin: ReadonlyMap<string, number>;
  /** The largest difference of use per weight, as it was charged, that any two had, minutes. */
  readonly widestGapMin: number;
};

/** Lives that long; `watch` sees the world after each minute. */
export function closedLoop({ policy, machines, seed, members, minutes }: LoopPlan): Loop {
  const world = createQueueWorld(policy, machines);
  const chance = createSeededChance(seed);
  const wants = new Map(members.map((one) => [one.member, one]));
  const usedMin = new Map(members.map(({ member }) => [member, 0]));
  const charged = new Map(members.map(({ member }) => [member, 0]));
  let number = 0;
  let widestGapMin = 0;
  const join = ({ member, team, teamWeight = 1, weight = 1, leastMin, mostMin }: Wanting): void => {
    number += 1;
    const askedMin = leastMin + chance.below(mostMin - leastMin + 1);
    const of = team === undefined ? {} : { team, teamWeight };
    world.join({ ticket: `k${number}`, member, weight, askedMin, ...of });
  };
  for (const one of members) join(one);
  for (let passed = 0; passed < minutes; passed++) {
    world.pass(1);
    for (const { ticket, member, phase, turn } of [...world.queue().tickets.values()]) {
      if (!turn) continue;
      if (phase === 'running') usedMin.set(member, (usedMin.get(member) ?? 0) + 1);
      if (phase === 'called') {
        world.claim(ticket);
        charged.set(member, (charged.get(member) ?? 0) + turn.lengthMs / minute);
      } else if (world.nowMs >= (turn.claimedAtMs ?? 0) + turn.lengthMs) {
        world.end(ticket);
        const again = wants.get(member);
        if (again) join(again);
      }
    }
    const each = members.map(({ member, weight = 1 }) => (charged.get(member) ?? 0) / weight);
    widestGapMin = Math.max(widestGapMin, Math.max(...each) - Math.min(...each));
  }
  return { world, usedMin, widestGapMin };
}
