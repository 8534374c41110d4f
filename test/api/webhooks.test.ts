// How webhooks stand, for stewards; a test and a replay of one.

import { expect, it } from 'vitest';
import type { WebhookDesk } from '../../src/api/options.ts';
import { WebhookList, WebhookTested } from '../../src/contract/webhook-events.ts';
import { adminToken, expectProblem, expectShape, openApi } from './open-api.ts';

function desk() {
  const asked: unknown[] = [];
  const webhooks: WebhookDesk = {
    list: () => [
      {
        ...{ id: 'door', host: 'example.org', events: ['machine.locked'], names: false, state: 'failing' },
        ...{ position: 7, behind: 2, sent: 5, failures: 1, dropped: 0, fault: '500' },
        failingSince: '2026-11-22T09:00:00.000Z',
      },
    ],
    async test(id) {
      asked.push(['test', id]);
      return id === 'door' ? '500' : undefined;
    },
    async replay(id, from) {
      asked.push(['replay', id, from]);
      if (id !== 'door') return 'webhook-unknown';
      return from > 10 ? 'position-unknown' : 'ok';
    },
  };
  return { webhooks, asked };
}

it('lists them without their secrets and addresses', async () => {
  const { as } = await openApi(desk());
  const admin = await as(adminToken);
  const answer = await admin({ url: '/api/webhooks' });
  expectShape(WebhookList, answer.json());
  expect(answer.json().webhooks).toMatchObject([{ id: 'door', host: 'example.org', state: 'failing' }]);
});

it('tests one, and says what came back', async () => {
  const { as } = await openApi(desk());
  const admin = await as(adminToken);
  const answer = await admin({ method: 'POST', url: '/api/webhooks/door/test' });
  expectShape(WebhookTested, answer.json());
  expect(answer.json()).toEqual({ ok: false, fault: '500' });
  expectProblem(await admin({ method: 'POST', url: '/api/webhooks/none/test' }), 404, 'webhook-unknown');
});

it('tells one all again from where it is asked to', async () => {
  const { webhooks, asked } = desk();
  const { as } = await openApi({ webhooks });
  const admin = await as(adminToken);
  const replay = (id: string, from: unknown) =>
    admin({ method: 'POST', url: `/api/webhooks/${id}/replay`, payload: { from } });
  expect((await replay('door', 3)).statusCode).toBe(200);
  expect(asked).toEqual([['replay', 'door', 3]]);
  expectProblem(await replay('none', 3), 404, 'webhook-unknown');
  expectProblem(await replay('door', 11), 422, 'position-unknown');
  for (const from of [0, -1, 1.5, '3', null])
    expectProblem(await replay('door', from), 400, 'request-invalid');
});

it('has none where the file describes none', async () => {
  const { as } = await openApi();
  const admin = await as(adminToken);
  expect((await admin({ url: '/api/webhooks' })).json()).toEqual({ webhooks: [] });
});
