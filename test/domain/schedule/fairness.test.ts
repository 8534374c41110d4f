// What nobody gains: by padding, by many names in one team, by going out and coming back, by a ticket taken early. And
// what stays as it is while only time passes.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applySchedule } from '../../../src/domain/schedule/apply-schedule.ts';
import { decide } from '../../../src/domain/schedule/decide.ts';
import { waitingOf } from '../../../src/domain/schedule/line.ts';
import { defaultPolicy } from '../../../src/domain/schedule/policy.ts';
import { closedLoop, type Wanting } from './closed-loop.ts';
import { liveQueue } from './live-queue.ts';
import { createQueueWorld, minute, pool, type QueueWorld } from './queue-world.ts';

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const day = 24 * 60;
const order = (world: QueueWorld): readonly string[] =>
  waitingOf(world.state, world.queue()).fair.map(({ ticket }) => ticket);

/** A world with one machine that somebody holds, so that everybody else waits. */
function busyWorld(): QueueWorld {
  const world = createQueueWorld(defaultPolicy, 1);
  world.join({ ticket: 'held', member: 'holder', askedMin: 120 });
  world.claim('held');
  return world;
}

/** That much use, long ago by so many minutes. */
function used(
  world: QueueWorld,
  { member, team, min }: { member: string; team?: string; min: number },
): void {
  const ticket = `past-${member}-${world.events.length}`;
  world.join({ ticket, member, askedMin: min, whole: true, ...(team !== undefined && { team }) });
  world.claim(ticket);
  world.nowMs += min * minute;
  const data = { pool, ticket, chargeMs: min * minute, readyAtMs: world.nowMs };
  world.put({ type: 'turn-ended', data });
  world.settle();
}

describe('the fair order', () => {
  it('does not change by the passing of time alone', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 400 * day }), (seed, later) => {
        const world = liveQueue({ seed, turns: 25, machines: 1, members: 14 });
        const before = order(world);
        world.nowMs += later * minute;
        expect(order(world)).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  it('puts who used less first, where the branches part', () => {
    const world = createQueueWorld(defaultPolicy, 1);
    used(world, { member: 'ada', team: 'red', min: 100 });
    used(world, { member: 'bob', min: 60 });
    used(world, { member: 'cleo', team: 'red', min: 10 });
    world.join({ ticket: 'held', member: 'holder', askedMin: 120 });
    world.join({ ticket: 'a', member: 'ada', team: 'red', askedMin: 30 });
    world.join({ ticket: 'b', member: 'bob', askedMin: 30 });
    world.join({ ticket: 'c', member: 'cleo', team: 'red', askedMin: 30 });
    expect(order(world)).toEqual(['b', 'c', 'a']);
  });
});

describe('share (T2, T3)', () => {
  const wants = fc.array(
    fc.record({ least: fc.integer({ min: 10, max: 60 }), more: fc.integer({ min: 0, max: 60 }) }),
    {
      minLength: 2,
      maxLength: 7,
    },
  );

  it('T2: with budgets without an end, on one machine, nobody is ahead by more than one turn of theirs', () => {
    const policy = {
      ...defaultPolicy,
      halfLifeMs: 366 * day * minute,
      budgetLeastMs: 0,
      budgetMostMs: 7 * day * minute,
    };
    const endless = { ...policy, budgetPerMille: 10_000, budgetLeastMs: 7 * day * minute };
    fc.assert(
      fc.property(seeds, wants, (seed, each) => {
        const members = each.map(({ least, more }, index) => ({
          ...{ member: `p${index}`, leastMin: least, mostMin: least + more, weight: 1 + (index % 3) },
        }));
        const { widestGapMin } = closedLoop({
          policy: endless,
          machines: 1,
          seed,
          members,
          minutes: 2 * day,
        });
        const turns = members.map(({ mostMin, weight }) => mostMin / weight);
        // In a closed loop the last one is away for an instant between two turns: one turn of each.
        const [longest = 0, second = 0] = turns.toSorted((a, b) => b - a);
        expect(widestGapMin).toBeLessThanOrEqual(longest + second);
      }),
      { numRuns: 12 },
    );
  });

  it('T3: with the usual budgets, who always pads gets no more than their part and one turn', () => {
    const adversaries = fc.record({
      seed: seeds,
      others: fc.integer({ min: 2, max: 8 }),
      machines: fc.integer({ min: 1, max: 2 }),
    });
    fc.assert(
      fc.property(adversaries, ({ seed, others, machines }) => {
        const honest = Array.from({ length: others }, (_, index) => ({
          member: `p${index}`,
          leastMin: 15,
          mostMin: 45,
        }));
        const members: readonly Wanting[] = [{ member: 'padder', leastMin: 120, mostMin: 120 }, ...honest];
        const { usedMin } = closedLoop({ policy: defaultPolicy, machines, seed, members, minutes: 3 * day });
        const sum = [...usedMin.values()].reduce((all, min) => all + min, 0);
        expect(usedMin.get('padder')).toBeLessThanOrEqual(sum / members.length + 120);
      }),
      { numRuns: 12 },
    );
  });

  it('a team gains nothing by more names: its part stays its part', () => {
    const names = (count: number): readonly Wanting[] =>
      Array.from({ length: count }, (_, index) => ({
        member: `t${index}`,
        team: 'many',
        leastMin: 30,
        mostMin: 60,
      }));
    const others = [0, 1, 2].map((index) => ({ member: `p${index}`, leastMin: 30, mostMin: 60 }));
    for (const count of [1, 2, 4, 8]) {
      const members = [...names(count), ...others];
      const { usedMin } = closedLoop({
        policy: defaultPolicy,
        machines: 1,
        seed: count,
        members,
        minutes: 4 * day,
      });
      const sum = [...usedMin.values()].reduce((all, min) => all + min, 0);
      const team = [...usedMin].reduce((all, [member, min]) => all + (member.startsWith('t') ? min : 0), 0);
      expect([count, team <= sum / 4 + count * 60]).toEqual([count, true]);
    }
  });
});

describe('what nobody gains', () => {
  it('by asking for more: whoever would be called with a padded request would be with an honest one', () => {
    const padded = fc.record({ seed: seeds, more: fc.integer({ min: 1, max: 90 }) });
    fc.assert(
      fc.property(padded, ({ seed, more }) => {
        const world = liveQueue({ seed, turns: 20, machines: 1, members: 12 });
        for (const ticket of [...world.queue().tickets.values()].filter(
          ({ phase }) => phase === 'callable',
        )) {
          const honest = structuredClone(world.state);
          const lying = structuredClone(world.state);
          const asked = lying.queues.get(pool)?.tickets.get(ticket.ticket);
          if (asked) asked.askedMs += more * minute;
          const free = {
            ...world.situation(),
            machines: [{ ...world.situation().machines[0], machine: 'free' }],
          };
          const situation = {
            ...free,
            machines: free.machines.map((one) => ({
              usable: true,
              heldUntilMs: null,
              bookedFromMs: null,
              shortLane: false,
              ...one,
            })),
          };
          const called = (state: typeof honest) =>
            decide(state, defaultPolicy, situation).find(({ type }) => type === 'turn-granted')?.data;
          const liar = called(lying);
          if (liar && 'ticket' in liar && liar.ticket === ticket.ticket)
            expect(called(honest)).toMatchObject({ ticket: ticket.ticket });
        }
      }),
      { numRuns: 15 },
    );
  });

  it('by an early ticket: the place is that of who has come, not of who has asked', () => {
    const world = busyWorld();
    world.take({ ticket: 'early', member: 'early', askedMin: 30 });
    world.pass(30);
    world.join({ ticket: 'there', member: 'there', askedMin: 30 });
    world.pass(5);
    world.come('early');
    expect(order(world)).toEqual(['there', 'early']);
  });

  it('by going out: time away is no time in the line', () => {
    const world = busyWorld();
    world.join({ ticket: 'brief', member: 'brief', askedMin: 30 });
    world.pass(1);
    world.goOut('brief');
    world.pass(20);
    world.join({ ticket: 'there', member: 'there', askedMin: 30 });
    world.pass(10);
    world.come('brief');
    expect(order(world)).toEqual(['there', 'brief']);
    const brief = world.queue().tickets.get('brief');
    expect([brief?.overtakenMs, brief?.misses]).toEqual([0, 0]);
  });

  it('by giving a ticket back and taking another: what was used is remembered as it was', () => {
    const world = createQueueWorld(
      { ...defaultPolicy, creditMostMs: 60 * minute, debtMostMs: 60 * minute },
      1,
    );
    used(world, { member: 'heavy', min: 600 });
    const before = world.queue().uses.get('member/heavy')?.units;
    world.join({ ticket: 'held', member: 'holder', askedMin: 60 });
    for (let round = 0; round < 5; round++) {
      world.join({ ticket: `h${round}`, member: 'heavy', askedMin: 30 });
      world.leave(`h${round}`);
    }
    expect(world.queue().uses.get('member/heavy')?.units).toBe(before);
  });

  it('by a call that is missed: nothing is charged, and the second one takes the ticket', () => {
    const world = createQueueWorld(defaultPolicy, 1);
    world.join({ ticket: 'gone', member: 'gone', askedMin: 30 });
    world.pass(11);
    expect(world.queue().tickets.get('gone')).toMatchObject({ phase: 'parked', misses: 1, turn: null });
    expect(world.queue().uses.get('member/gone')?.units).toBe(0n);
    world.come('gone');
    world.pass(11);
    expect(world.queue().tickets.size).toBe(0);
  });
});

describe('the reducer', () => {
  it('takes nothing that the table of a ticket does not know', () => {
    const world = busyWorld();
    const claim = { type: 'turn-claimed', data: { pool, ticket: 'held' }, atMs: world.nowMs } as const;
    expect(() => applySchedule(world.state, claim)).toThrow(RangeError);
  });
});
