// The queues of pools that are used in turn, and what one does with one's own ticket: out for a while and back, a shorter
// turn, giving it back. A ticket is taken at the machine only: its tap says that the member is there.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { QueueView, TicketAway, TicketMinutes } from '../contract/queue.ts';
import { skipReasons } from '../contract/queue-words.ts';
import { Id } from '../contract/requests.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';
import { queueView } from './queue-view.ts';

const tags = ['machines'];

type TicketAsked = { readonly pool: string } & ({ readonly away: boolean } | { readonly minutes: number });

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
  changeRoutes(api, gateway);
  giveBackRoute(api, gateway);
  skipRoute(api, gateway);
}

type Queues = Parts['options']['gateway'];

/** Out for a while and back, and a shorter turn. */
function changeRoutes(api: Api, gateway: Queues): void {
  const changes = [...journalRefusals, 'member-none', 'queue-unknown', 'ticket-none', 'turn-runs'] as const;
  const changed = async (request: FastifyRequest, reply: FastifyReply, wish: TicketAsked) => {
    const { member } = viewerOf(request);
    if (member === null) return refuse(reply, 'member-none');
    const outcome = await gateway.changeTicket({ ...wish, by: member });
    if (!outcome.ok) return refuse(reply, outcome.code);
    reply.code(204);
    return null;
  };

  api.put(
    '/api/queues/:pool/ticket',
    {
      config: {
        needs: ['self:write'],
        refusals: [...changes, 'ticket-called', 'ticket-absent', 'ticket-elsewhere'],
      },
      schema: {
        summary: 'Go out for a while and keep my place, or say that I am back',
        tags,
        params: Type.Object({ pool: Id }),
        body: TicketAway,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    (request, reply) => changed(request, reply, { pool: request.params.pool, away: request.body.away }),
  );

  api.patch(
    '/api/queues/:pool/ticket',
    {
      config: {
        needs: ['self:write'],
        refusals: [...changes, 'ticket-called', 'turn-longer', 'turn-length'],
      },
      schema: {
        summary: 'Ask for a shorter turn in the same place',
        tags,
        params: Type.Object({ pool: Id }),
        body: TicketMinutes,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    (request, reply) => changed(request, reply, { pool: request.params.pool, minutes: request.body.minutes }),
  );
}

function giveBackRoute(api: Api, gateway: Queues): void {
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

/** Of a steward. */
function skipRoute(api: Api, gateway: Queues): void {
  api.delete(
    '/api/queues/:pool/line/:member',
    {
      config: {
        needs: ['sessions:end'],
        refusals: ['queue-unknown', 'ticket-none', 'turn-runs', ...journalRefusals],
      },
      schema: {
        summary: 'Take the ticket of somebody out of the queue, with a reason',
        tags,
        params: Type.Object({ pool: Id, member: Id }),
        querystring: Type.Object({ reason: Type.Enum([...skipReasons]) }),
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { pool, member } = request.params;
      const by = viewerOf(request).member ?? 'admin-token';
      const outcome = await gateway.skipTicket({ pool, member, by, reason: request.query.reason });
      if (!outcome.ok) return refuse(reply, outcome.code);
      reply.code(204);
      return null;
    },
  );
}
