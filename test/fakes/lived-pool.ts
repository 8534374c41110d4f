// A journal of some weeks in pools that are used in turn, lived by the deciding code of the gateway itself: taps, calls,
// claims, ends and renewals, minute by minute, from a seed.

import { decideTap } from '../../src/domain/access/decide-tap.ts';
import { decideTurns } from '../../src/domain/access/decide-turns.ts';
import { noWishes } from '../../src/domain/access/tap-decision.ts';
import { turnEndMs } from '../../src/domain/access/turn-at.ts';
import type { Workshop } from '../../src/domain/machine/workshop.ts';
import type { PoolPolicy } from '../../src/domain/policy/policy-document.ts';
import { ruleOf } from '../../src/domain/policy/rule-of.ts';
import { createHistory, type History } from './history.ts';
import { decideTo } from './policy.ts';
import { machineLike, sampleWorkshop } from './sample-workshop.ts';
import { createSeededChance } from './seeded-chance.ts';

const minute = 60_000;

export type LivedPool = {
  readonly seed: number;
  readonly days: number;
  readonly members: number;
  /** Pool → how many machines. */
  readonly pools: Readonly<Record<string, number>>;
  readonly turns?: PoolPolicy;
  /** Of somebody coming, in a minute of the day and pool. */
  readonly busy: number;
};

/** Members are `m0` to …; a third of them are in teams of six. */
export function livePool(life: LivedPool): History {
  const chance = createSeededChance(life.seed);
  const history = createHistory({ workshop: workshopOf(life) });
  const { turns = {} } = life;
  decideTo(history, { pools: Object.fromEntries(Object.keys(life.pools).map((pool) => [pool, turns])) });
  for (const pool of Object.keys(life.pools)) {
    const { halfLifeMs } = ruleOf(life.turns ?? {});
    history.add({ type: 'queue-described', data: { pool, halfLifeMs } });
  }
  const members = Array.from({ length: life.members }, (_, index) => `m${index}`);
  for (const [index, member] of members.entries())
    history.member(member, { team: index % 3 === 0 ? `team-${Math.floor(index / 18)}` : null });
  /** Machine → when its holder wants to end. */
  const ends = new Map<string, number>();
  let taps = 0;

  const settle = (): void => {
    for (let due = decideTurns(history.state, history.stamp()); due.length > 0; ) {
      history.add(...due);
      due = decideTurns(history.state, history.stamp());
    }
  };
  const tap = (member: string, machine: string): void => {
    taps += 1;
    const request = {
      ...{ reader: 'front', tap: `door:${taps}`, machine, replayed: false, pin: 'none' as const },
      ...{
        badge: { badge: `badge-${member}`, member, counter: null },
        newSession: `id-${taps}`,
        wishes: noWishes,
      },
    };
    const decision = decideTap(history.state, request, history.stamp());
    history.add(...decision.bodies);
    if (decision.outcome === 'granted')
      ends.set(machine, history.stamp().atMs + (10 + chance.below(80)) * minute);
  };

  for (let minutes = 0; minutes < life.days * 24 * 60; minutes++) {
    history.clock.advance(minute);
    const nowMs = history.stamp().atMs;
    for (const [machine, session] of [...history.state.sessions]) {
      const pool = history.state.workshop?.machines[machine]?.pool ?? '';
      const turnMs = turnEndMs(history.state, { id: machine, pool }) ?? Number.POSITIVE_INFINITY;
      if (nowMs < Math.min(ends.get(machine) ?? 0, turnMs)) continue;
      const of = { session: session.session, machine };
      const cause = nowMs >= turnMs ? ('turn' as const) : ('second-tap' as const);
      history.add({ type: 'session-ending', data: { ...of, cause, reader: null, tap: null } });
      history.add({ type: 'session-ended', data: { ...of, power: 'off' } });
    }
    settle();
    for (const queue of history.state.schedule.queues.values())
      for (const { phase, member, turn, sinceMs } of [...queue.tickets.values()])
        if (phase === 'called' && turn && nowMs - sinceMs >= 2 * minute) tap(member, turn.machine);
    const hour = Math.floor(minutes / 60) % 24;
    if (hour < 9 || hour > 21) continue;
    for (const [pool, machines] of Object.entries(life.pools)) {
      if (chance.next() >= life.busy) continue;
      const member = chance.pick(members);
      const isHere =
        [...history.state.sessions.values()].some((session) => session.member === member) ||
        [...history.state.schedule.queues.values()].some(({ tickets }) =>
          [...tickets.values()].some((ticket) => ticket.member === member),
        );
      if (!isHere) tap(member, `${pool}-${chance.below(machines)}`);
    }
    settle();
  }
  return history;
}

function workshopOf({ pools }: LivedPool): Workshop {
  const ids = Object.entries(pools).flatMap(([pool, count]) =>
    Array.from({ length: count }, (_, index) => [pool, `${pool}-${index}`] as const),
  );
  const machines = Object.fromEntries(
    ids.map(([pool, id]) => [
      id,
      machineLike({ name: id, pool, reader: 'front', switch: null, requires: [] }),
    ]),
  );
  return { ...sampleWorkshop, machines, order: ids.map(([, id]) => id), tariffs: [] };
}
