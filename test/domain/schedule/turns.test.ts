// The ways of a turn: who may take a ticket, cuts, renewals, overruns, the short lane, bookings, what counts in the end.

import { describe, expect, it } from 'vitest';
import { renewTurn } from '../../../src/domain/schedule/hold-turn.ts';
import { defaultPolicy } from '../../../src/domain/schedule/policy.ts';
import { takeTicket } from '../../../src/domain/schedule/take-ticket.ts';
import { createQueueWorld, minute, pool, type QueueWorld } from './queue-world.ts';

const world = (machines = 1): QueueWorld => createQueueWorld(defaultPolicy, machines);
const ticket = (of: QueueWorld, id: string) => of.queue().tickets.get(id);
const wish = {
  pool,
  ticket: 'x',
  member: 'ada',
  path: [],
  askedMs: 30 * minute,
  whole: false,
  machines: null,
};

describe('a ticket', () => {
  it('inv. 6: is refused with a code, and nothing changes', () => {
    const of = world();
    of.join({ ticket: 'one', member: 'ada', askedMin: 30 });
    const before = structuredClone(of.state);
    const outcomes = [
      takeTicket(of.state, of.policy, wish),
      takeTicket(of.state, of.policy, { ...wish, pool: 'nowhere' }),
      takeTicket(of.state, of.policy, { ...wish, member: 'bob', askedMs: 0 }),
      takeTicket(of.state, { ...of.policy, ticketsMost: 1 }, { ...wish, member: 'bob' }),
    ];
    const codes = outcomes.map((outcome) => (outcome.ok ? null : outcome.code));
    expect(codes).toEqual(['ticket-held', 'queue-unknown', 'turn-length', 'queue-full']);
    expect(of.state).toEqual(before);
  });

  it('gets a long turn cut to the cap at peak, and nothing that must stay whole', () => {
    const of = world(2);
    of.peak = true;
    of.join({ ticket: 'long', member: 'ada', askedMin: 300 });
    of.join({ ticket: 'print', member: 'bob', askedMin: 600, whole: true });
    expect(ticket(of, 'long')?.turn?.lengthMs).toBe(defaultPolicy.peakCapMs);
    expect(ticket(of, 'print')).toMatchObject({ phase: 'callable', promise: { latestMs: null } });
    of.peak = false;
    of.settle();
    expect(ticket(of, 'print')?.turn?.lengthMs).toBe(600 * minute);
  });

  it('of more than the short lane does not get a machine of it', () => {
    const of = world();
    of.setMachine('m0', { shortLane: true });
    of.join({ ticket: 'long', member: 'ada', askedMin: 31 });
    expect(ticket(of, 'long')?.phase).toBe('callable');
    of.join({ ticket: 'short', member: 'bob', askedMin: 30 });
    expect(ticket(of, 'short')?.phase).toBe('called');
  });
});

describe('a turn', () => {
  it('goes on only while nobody waits who could have the machine', () => {
    const of = world();
    of.join({ ticket: 'one', member: 'ada', askedMin: 30 });
    of.claim('one');
    const renew = () => renewTurn(of.state, of.policy, { ticket: 'one', situation: of.situation() });
    expect(renew()).toMatchObject({ ok: true, events: [{ data: { byMs: defaultPolicy.renewMs } }] });
    of.join({ ticket: 'two', member: 'bob', askedMin: 30 });
    expect(renew()).toEqual({ ok: false, code: 'turn-contended' });
  });

  it('counts a quarter while nobody waits, in full while somebody does, and overrun twice on top', () => {
    const of = world();
    of.join({ ticket: 'one', member: 'ada', askedMin: 60 });
    of.claim('one');
    of.pass(40);
    of.join({ ticket: 'two', member: 'bob', askedMin: 30 });
    of.pass(30);
    of.end('one');
    const ended = of.events.find(({ type }) => type === 'turn-ended');
    // 40 minutes alone, 30 with somebody waiting, of which 10 were beyond its end.
    expect(ended?.data).toMatchObject({ chargeMs: (40 / 4 + 30 + 2 * 10) * minute });
  });

  it('that overruns beyond the allowance voids the promises behind it, which are made anew at once', () => {
    const of = world();
    of.join({ ticket: 'one', member: 'ada', askedMin: 30 });
    of.claim('one');
    of.join({ ticket: 'two', member: 'bob', askedMin: 30 });
    const first = ticket(of, 'two')?.promise?.latestMs ?? 0;
    of.pass(30 + 15 + 10 + 1);
    expect(ticket(of, 'two')?.promise).toMatchObject({ why: 'overrun', madeAtMs: of.nowMs });
    expect(ticket(of, 'two')?.promise?.latestMs).toBeGreaterThan(first);
    expect(of.broken).toEqual([]);
  });

  it('on a machine that breaks voids what counted on it; a booking does too', () => {
    const of = world(2);
    for (const id of ['one', 'two', 'three']) of.join({ ticket: id, member: id, askedMin: 30 });
    of.setMachine('m1', { usable: false });
    expect(ticket(of, 'three')?.promise).toMatchObject({ why: 'outage', machines: ['m0'] });
    of.setMachine('m0', { bookedFromMs: of.nowMs + 90 * minute });
    expect(ticket(of, 'three')?.promise).toMatchObject({ why: 'booking', latestMs: null });
  });

  it('is cut to what was earned where a spent budget brings it on, and to nothing less', () => {
    const of = world();
    // Everybody has used less than the one who came first.
    of.put({
      type: 'ticket-taken',
      data: { ...wish, ticket: 'past', member: 'heavy', path: [{ branch: 'member/heavy', weight: 1 }] },
    });
    of.come('past');
    of.claim('past');
    of.put({
      type: 'turn-ended',
      data: { pool, ticket: 'past', chargeMs: 6000 * minute, readyAtMs: of.nowMs },
    });
    of.join({ ticket: 'held', member: 'holder', askedMin: 30 });
    of.claim('held');
    of.join({ ticket: 'heavy', member: 'heavy', askedMin: 120 });
    for (let number = 0; number < 8; number++)
      of.join({ ticket: `l${number}`, member: `l${number}`, askedMin: 60 });
    let latest = 'held';
    while (ticket(of, 'heavy')?.turn === null) {
      of.pass(58);
      of.end(latest);
      of.pass(6);
      latest = [...of.queue().tickets.values()].find(({ turn }) => turn)?.ticket ?? '';
      of.claim(latest);
    }
    const granted = of.events.findLast(({ type }) => type === 'turn-granted');
    expect(granted?.data).toMatchObject({ ticket: 'heavy', code: 'budget-spent' });
    const lengthMs = ticket(of, 'heavy')?.turn?.lengthMs ?? 0;
    expect(lengthMs).toBeLessThan(120 * minute);
    expect(lengthMs).toBeGreaterThanOrEqual(defaultPolicy.earnedLeastMs);
  });

  it('in one pool sends the tickets of the same member in others away until it is over', () => {
    const of = world();
    of.put({ type: 'queue-described', data: { pool: 'mills', halfLifeMs: defaultPolicy.halfLifeMs } });
    of.put({ type: 'ticket-taken', data: { ...wish, pool: 'mills', ticket: 'mill' } });
    of.put({ type: 'ticket-callable', data: { pool: 'mills', ticket: 'mill', budgetMs: 0, handicapMs: 0 } });
    of.join({ ticket: 'laser', member: 'ada', askedMin: 30 });
    expect(of.state.queues.get('mills')?.tickets.get('mill')?.phase).toBe('away');
  });
});
