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
  mine: {
    phase: 'callable',
    machine: null,
    untilMs: null,
    place: 2,
    latestMs: startMs + 3_600_000,
    likelyMs: startMs + 600_000,
    ahead: [{ code: 'earlier-ticket', count: 1 }],
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
