// GET /api/webhooks: how the webhooks of officina.yaml stand; and for one of them a test, or all events again from a place in
// the journal. What is sent where is the file's alone.

import { Type } from 'typebox';
import { WebhookList, WebhookReplay, WebhookTested } from '../contract/webhook-events.ts';
import type { WebhookDesk } from './options.ts';
import type { Api, Parts } from './parts.ts';
import { problemAnswers, refuse } from './problem.ts';

const tags = ['webhooks'];
const Params = Type.Object({ id: Type.String({ pattern: '^[a-z0-9-]{1,64}$' }) });

export function webhookRoutes(api: Api, { options }: Parts): void {
  const { webhooks = none } = options;

  api.get(
    '/api/webhooks',
    {
      config: { needs: ['devices:read'] },
      schema: {
        summary: 'How the webhooks stand',
        description: 'Without their secrets, and of their addresses the host alone.',
        tags,
        response: { 200: WebhookList, ...problemAnswers },
      },
    },
    () => ({ webhooks: webhooks.list().map((one) => ({ ...one, events: [...one.events] })) }),
  );

  api.post(
    '/api/webhooks/:id/test',
    {
      config: { needs: ['devices:write'], refusals: ['webhook-unknown'] },
      schema: {
        summary: 'Send a test event to a webhook now',
        tags,
        params: Params,
        response: { 200: WebhookTested, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const fault = await webhooks.test(request.params.id);
      if (fault === undefined) return refuse(reply, 'webhook-unknown');
      return { ok: fault === null, fault };
    },
  );

  api.post(
    '/api/webhooks/:id/replay',
    {
      config: { needs: ['devices:write'], refusals: ['webhook-unknown', 'position-unknown'] },
      schema: {
        summary: 'Tell a webhook all again from a place in the journal',
        description: 'Also ends that it is told nothing. Events keep the ids that they had.',
        tags,
        params: Params,
        body: WebhookReplay,
        response: { 200: WebhookList, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const outcome = await webhooks.replay(request.params.id, request.body.from);
      if (outcome !== 'ok') return refuse(reply, outcome);
      return { webhooks: webhooks.list().map((one) => ({ ...one, events: [...one.events] })) };
    },
  );
}

const none: WebhookDesk = {
  list: () => [],
  test: async () => undefined,
  replay: async () => 'webhook-unknown',
};
