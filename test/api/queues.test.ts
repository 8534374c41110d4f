// Queues over HTTP: what a card and the list tell, that nobody is named, and giving a ticket back.

import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { MachineCard } from '../../src/contract/board.ts';
import { QueueView } from '../../src/contract/queue.ts';
import type { QueueFacts } from '../../src/gateway/gateway.ts';
import { startMs } from '../fakes/fake-gateway.ts';
import { expectProblem, expectShape, openApi } from './open-api.ts';

const facts: QueueFacts = {
  pool: 'lasers',
  waiting: 2,
  latestMs: startMs + 3_600_000,
  line: [
    { member: 'key-bo', phase: 'callable', machine: null, untilMs: null, latestMs: startMs + 1_800_000 },
    { member: 'key-ada', phase: 'away', machine: null, untilMs: startMs + 7_200_000, latestMs: null },
  ],
  mine: {
    phase: 'callable',
    machine: null,
    untilMs: null,
    place: 2,
    latestMs: startMs + 3_600_000,
    likelyMs: startMs + 600_000,
    minutes: 60,
    ahead: [{ code: 'member-less-used', count: 1 }],
    reasons: [
      {
        member: 'key-bo',
        code: 'member-less-used',
        between: 'members',
        theirs: { usedMs: 1_200_999, weight: 1, sinceMs: startMs, heaviest: [] },
        mine: {
          ...{ usedMs: 3_600_000, weight: 1, sinceMs: startMs },
          heaviest: [{ atMs: startMs - 86_400_000, countsMs: 3_300_000 }],
        },
      },
    ],
    shorter: { minutes: 30, effect: 'is-next' },
  },
};
const leave = { method: 'DELETE', url: '/api/queues/lasers/ticket' } as const;

describe('queues over HTTP', () => {
  it('stand on the card of their machines, and are left out where there is none', async () => {
    const { as, gateway } = await openApi();
    const ada = await as('ada');
    expect((await ada({ url: '/api/machines/laser' })).json()).not.toHaveProperty('queue');
    gateway.nextQueue = facts;
    const card = (await ada({ url: '/api/machines/laser' })).json();
    expectShape(MachineCard, card);
    expect(card.queue).toMatchObject({
      waiting: 2,
      mine: { place: 2, latestStart: '2026-11-22T10:00:00.000Z' },
    });
  });

  it('are listed, those of pools that are used in turn', async () => {
    const { as, gateway } = await openApi();
    const ada = await as('ada');
    gateway.nextQueue = facts;
    expect((await ada({ url: '/api/queues' })).json()).toEqual([]);
    gateway.live.policy = { version: 1, hash: '0'.repeat(64), document: { pools: { lasers: {} } } };
    const listed = (await ada({ url: '/api/queues' })).json();
    expectShape(Type.Array(QueueView), listed);
    expect(listed).toHaveLength(1);
  });

  it('name only who chose to be shown, and tell days and never hours of what weighs', async () => {
    const { as, gateway } = await openApi();
    gateway.nextQueue = facts;
    await gateway.setShown('key-bo', false);
    const ada = await as('ada');
    const read = async () => (await ada({ url: '/api/machines/laser' })).json().queue as QueueView;
    const { line, mine } = await read();
    expect(line.map((place) => [place.member, place.mine])).toEqual([
      [null, false],
      ['Ada Rossi', true],
    ]);
    expect(line[1]?.until).toBe('2026-11-22T11:00:00.000Z');
    expect(mine?.reasons).toMatchObject([
      {
        member: null,
        code: 'member-less-used',
        budget: null,
        uses: {
          between: 'members',
          theirs: { usedS: 1_200, heaviest: [] },
          mine: { usedS: 3_600, heaviest: [{ day: '2026-11-21', countsS: 3_300 }] },
        },
      },
    ]);
    await gateway.setShown('key-bo', true);
    expect((await read()).line[0]?.member).toBe('Bo Weiß');
  });

  it('take going out, coming back and a shorter turn, or say why not', async () => {
    const { as, gateway } = await openApi();
    const ada = await as('ada');
    const put = (away: boolean) =>
      ada({ method: 'PUT', url: '/api/queues/lasers/ticket', payload: { away } });
    const patch = (minutes: number) =>
      ada({ method: 'PATCH', url: '/api/queues/lasers/ticket', payload: { minutes } });
    expect((await put(true)).statusCode).toBe(204);
    expect((await patch(25)).statusCode).toBe(204);
    const of = { pool: 'lasers', by: 'key-ada' };
    expect(gateway.asked.map((one) => one.with)).toEqual([
      { ...of, away: true },
      { ...of, minutes: 25 },
    ]);
    gateway.nextTicket = { ok: false, code: 'ticket-called' };
    expectProblem(await put(true), 409, 'ticket-called');
    gateway.nextTicket = { ok: false, code: 'ticket-absent' };
    expectProblem(await put(false), 409, 'ticket-absent');
    gateway.nextTicket = { ok: false, code: 'turn-longer' };
    expectProblem(await patch(90), 409, 'turn-longer');
    expect((await patch(4)).statusCode).toBe(400);
  });

  it('give a ticket back, or say why not', async () => {
    const { as, gateway } = await openApi();
    const ada = await as('ada');
    expect((await ada(leave)).statusCode).toBe(204);
    expect(gateway.asked).toEqual([{ verb: 'leaveQueue', with: { pool: 'lasers', by: 'key-ada' } }]);
    gateway.nextLeft = { ok: false, code: 'queue-unknown' };
    expectProblem(await ada(leave), 404, 'queue-unknown');
    gateway.nextLeft = { ok: false, code: 'ticket-none' };
    expectProblem(await ada(leave), 409, 'ticket-none');
    gateway.nextLeft = { ok: false, code: 'turn-runs' };
    expectProblem(await ada(leave), 409, 'turn-runs');
  });
});
