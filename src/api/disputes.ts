// Disputes: a member contests a charge of theirs, and whoever has `disputes:settle` decides. Members see their own and not who
// decided; opening is slowed down, so that no script fills the journal.

import { Type } from 'typebox';
import {
  DisputeList,
  DisputeMade,
  DisputeRequest,
  SettlementDone,
  SettlementRequest,
} from '../contract/disputes.ts';
import { Id } from '../contract/requests.ts';
import { createAttempts } from './attempts.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';

const tags = ['disputes'];
const params = Type.Object({ dispute: Id });

/** Of one member: openings and withdrawals together. */
const mostWords = 30;
const hourMs = 3_600_000;

export function disputeRoutes(api: Api, parts: Parts): void {
  const slow = createAttempts({ limit: mostWords, windowMs: hourMs, clock: parts.options.clock });
  listRoute(api, parts);
  openRoute(api, parts, slow);
  withdrawRoute(api, parts, slow);
  settleRoute(api, parts);
}

type Slow = ReturnType<typeof createAttempts>;

function listRoute(api: Api, { options }: Parts): void {
  api.get(
    '/api/disputes',
    {
      config: { needs: ['self:read', 'disputes:settle'] },
      schema: {
        summary: 'What was contested, and how it ended',
        description: 'Your own, or everybody’s with `disputes:settle` and `all=true`.',
        tags,
        querystring: Type.Object({ all: Type.Optional(Type.Enum(['true', 'false'])) }),
        response: { 200: DisputeList, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { scopes, member } = viewerOf(request);
      const isAll = request.query.all === 'true';
      if (isAll && !scopes.has('disputes:settle')) return refuse(reply, 'scope-missing');
      if (!isAll && member === null) return { disputes: [] };
      return { disputes: [...(await options.gateway.disputes.list(isAll ? null : member))] };
    },
  );
}

function openRoute(api: Api, { options }: Parts, slow: Slow): void {
  api.post(
    '/api/disputes',
    {
      config: {
        needs: ['self:write'],
        refusals: [
          ...(['charge-unknown', 'charge-nothing', 'dispute-open-already', 'dispute-too-late'] as const),
          ...(['disputes-full', 'disputes-of-charge-full', 'member-unknown', 'text-unreadable'] as const),
          ...(['clock-unset', 'too-many-attempts', ...journalRefusals] as const),
        ],
      },
      schema: {
        summary: 'Contest a charge of yours',
        description: 'One at a time for each charge, three in all, within the days that the space allows.',
        tags,
        body: DisputeRequest,
        response: { 200: DisputeMade, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const retryAfterS = slow.take(by);
      if (retryAfterS > 0) return refuse(reply, 'too-many-attempts', { retryAfterS });
      const outcome = await options.gateway.disputes.open({ ...request.body, by });
      return outcome.ok ? { dispute: outcome.dispute } : refuse(reply, outcome.code);
    },
  );
}

function withdrawRoute(api: Api, { options }: Parts, slow: Slow): void {
  api.post(
    '/api/disputes/:dispute/withdraw',
    {
      config: {
        needs: ['self:write'],
        refusals: ['dispute-unknown', 'dispute-over', 'too-many-attempts', ...journalRefusals],
      },
      schema: {
        summary: 'Withdraw a dispute of yours',
        tags,
        params,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const retryAfterS = slow.take(by);
      if (retryAfterS > 0) return refuse(reply, 'too-many-attempts', { retryAfterS });
      const outcome = await options.gateway.disputes.withdraw({ ...request.params, by });
      if (!outcome.ok) return refuse(reply, outcome.code);
      reply.status(204);
      return null;
    },
  );
}

function settleRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/disputes/:dispute/settle',
    {
      config: {
        needs: ['disputes:settle'],
        refusals: [
          ...(['dispute-unknown', 'dispute-over', 'dispute-own', 'credit-wrong'] as const),
          ...(['charge-unknown', 'text-unreadable', ...journalRefusals] as const),
        ],
      },
      schema: {
        summary: 'Decide a dispute',
        description:
          'What is taken off is booked by a further charge, which follows. Nobody decides their own.',
        tags,
        params,
        body: SettlementRequest,
        response: { 200: SettlementDone, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const { minor = null, minutes = null, ...said } = request.body;
      const wish = { ...said, ...request.params, minor, minutes, by };
      const outcome = await options.gateway.disputes.settle(wish);
      if (!outcome.ok) return refuse(reply, outcome.code);
      return { minor: outcome.minor, currency: outcome.currency };
    },
  );
}
