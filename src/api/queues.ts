// The queues of pools that are used in turn, and giving one's own ticket back. A ticket is taken at the machine only: its
// tap says that the member is there.

import { Type } from 'typebox';
import { QueueView } from '../contract/queue.ts';
import { Id } from '../contract/requests.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';
import { queueView } from './queue-view.ts';

const tags = ['machines'];

export function queueRoutes(api: Api, { options }: Parts): void {
  const { gateway } = options;

  api.get(
    '/api/queues',
    {
      config: { needs: ['board:read'] },
      schema: {
        summary: 'Who waits where, and my own place',
        tags,
        response: { 200: Type.Array(QueueView), ...problemAnswers },
      },
    },
    (request) => {
      const pools = Object.keys(gateway.state().policy?.document.pools ?? {});
      return pools.flatMap((pool) => queueView(gateway, viewerOf(request), pool) ?? []);
    },
  );

  api.delete(
    '/api/queues/:pool/ticket',
    {
      config: {
        needs: ['self:write'],
        refusals: ['queue-unknown', 'ticket-none', 'turn-runs', 'member-none', ...journalRefusals],
      },
      schema: {
        summary: 'Give my ticket back',
        tags,
        params: Type.Object({ pool: Id }),
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      const outcome = await gateway.leaveQueue({ pool: request.params.pool, by: member });
      if (!outcome.ok) return refuse(reply, outcome.code);
      reply.code(204);
      return null;
    },
  );
}
