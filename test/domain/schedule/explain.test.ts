// The reasons: fed back they give the line, the numbers in them say what they claim, and what they advise is true.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/domain/schedule/decide.ts';
import { type Explanation, explain, type Reason } from '../../../src/domain/schedule/explain.ts';
import { createLine, waitingOf } from '../../../src/domain/schedule/line.ts';
import { defaultPolicy } from '../../../src/domain/schedule/policy.ts';
import { liveQueue } from './live-queue.ts';
import { createQueueWorld, minute, type QueueWorld } from './queue-world.ts';

const explained = (world: QueueWorld): readonly Explanation[] =>
  [...world.queue().tickets.keys()]
    .map((ticket) => explain({ state: world.state, ticket }, world.policy, world.situation()))
    .filter((one) => one !== null);

function isTrue(reason: Reason): boolean {
  if ('blocker' in reason) return reason.tieUpMs > reason.leftMs;
  const { code, theirs, mine } = reason;
  const [left, right] = [theirs.units * BigInt(mine.weight), mine.units * BigInt(theirs.weight)];
  return code === 'earlier-ticket' ? left === right && theirs.placeMs <= mine.placeMs : left < right;
}

describe('the reasons', () => {
  it('give the line when they are fed back, and their numbers bear them out', () => {
    let reasons = 0;
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const world = liveQueue({ seed, turns: 30, machines: 1, members: 16 });
        const all = explained(world);
        // From the reasons alone: whoever has fewer people ahead of them comes first.
        const again = all.toSorted((one, other) => one.ahead.length - other.ahead.length);
        const line = createLine(waitingOf(world.state, world.queue()), world.policy, world.peak);
        const order: string[] = [];
        for (let called = line.next(); called; called = line.next()) order.push(called.ticket.ticket);
        expect(again.map(({ ticket }) => ticket)).toEqual(order);
        for (const { ticket, ahead } of all) {
          expect(new Set(ahead.map((one) => one.ticket))).toEqual(
            new Set(order.slice(0, order.indexOf(ticket))),
          );
          for (const reason of ahead) {
            reasons += 1;
            seen.add(reason.code);
            expect([ticket, reason, isTrue(reason)]).toEqual([ticket, reason, true]);
          }
        }
      }),
      { numRuns: 40, seed: 1 },
    );
    expect(reasons).toBeGreaterThan(500);
    expect([...seen].sort()).toEqual(
      [
        'branch-less-used',
        'earlier-and-budget-spent',
        'earlier-ticket',
        'fits-budget',
        'member-less-used',
      ].sort(),
    );
  });

  it('advise to ask for less where that starts now, and it does', () => {
    const world = createQueueWorld(defaultPolicy, 1);
    world.setMachine('m0', { bookedFromMs: world.nowMs + 61 * minute });
    world.join({ ticket: 'long', member: 'ada', askedMin: 90 });
    expect(decide(world.state, world.policy, world.situation())).toEqual([]);
    const [first] = explained(world);
    // An hour, less the allowance for overrun, turnover, grace and noticing.
    expect(first?.sooner).toEqual({ askAtMostMs: 30 * minute, effect: 'starts-now' });
    world.leave('long');
    world.join({ ticket: 'short', member: 'ada', askedMin: 30 });
    expect(world.queue().tickets.get('short')?.phase).toBe('called');
  });

  it('name the turns that weigh most, heaviest first', () => {
    const world = createQueueWorld(defaultPolicy, 1);
    for (const [index, askedMin] of [20, 60, 10, 40, 30, 50, 15].entries()) {
      world.join({ ticket: `t${index}`, member: 'ada', askedMin });
      world.claim(`t${index}`);
      world.pass(askedMin);
      world.end(`t${index}`);
      world.pass(6);
    }
    const heaviest = world.queue().uses.get('member/ada')?.heaviest ?? [];
    expect(heaviest.map(({ ticket }) => ticket)).toEqual(['t1', 't5', 't3', 't4', 't0']);
  });
});
