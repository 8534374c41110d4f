// Badges at the desk: a reader waits for a new one, a lost one goes at once, and a reader learns from a known one how it
// writes cards. Nobody gives a badge to, or takes one from, a member with rights that they do not hold themselves.

import { Type } from 'typebox';
import {
  BadgeAwaited,
  BadgeLost,
  BadgesAndPin,
  BadgeWish,
  LearnWish,
  SpellingLearnt,
} from '../contract/badges.ts';
import { Id } from '../contract/requests.ts';
import { badgesView, lostView } from './badges-view.ts';
import { rfc3339 } from './instant.ts';
import { mayTouch } from './members.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';

export function badgeRoutes(api: Api, parts: Parts): void {
  listRoute(api, parts);
  awaitRoute(api, parts);
  loseRoute(api, parts);
  learnRoute(api, parts);
}

function listRoute(api: Api, { options }: Parts): void {
  api.get(
    '/api/members/:member/badges',
    {
      config: { needs: ['members:write'], refusals: ['member-unknown'] },
      schema: {
        summary: 'The badges of a member, what each of them holds, and whether there is a PIN',
        tags: ['badges'],
        params: Type.Object({ member: Id }),
        response: { 200: BadgesAndPin, ...problemAnswers },
      },
    },
    (request, reply) => {
      const { member } = request.params;
      const recorded = options.gateway.state().members.get(member);
      if (recorded === undefined) return refuse(reply, 'member-unknown');
      const changeable = mayTouch(viewerOf(request), recorded);
      return badgesView(options, { member, changeable }) ?? refuse(reply, 'member-unknown');
    },
  );
}

function awaitRoute(api: Api, { options: { gateway } }: Parts): void {
  api.post(
    '/api/members/:member/badges',
    {
      config: {
        needs: ['members:write'],
        refusals: ['member-unknown', 'scope-above-own', 'reader-unknown', 'reader-busy', ...journalRefusals],
      },
      schema: {
        summary: 'For a minute the next card at a reader becomes a badge of this member',
        description: 'The reader says what became of it. A card that is refused leaves the reader waiting.',
        tags: ['badges'],
        params: Type.Object({ member: Id }),
        body: BadgeWish,
        response: { 202: BadgeAwaited, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = request.params;
      const recorded = gateway.state().members.get(member);
      if (recorded === undefined) return refuse(reply, 'member-unknown');
      if (!mayTouch(viewerOf(request), recorded)) return refuse(reply, 'scope-above-own');
      const { reader } = request.body;
      const outcome = await gateway.awaitBadge({ member, reader });
      if (!outcome.ok) return refuse(reply, outcome.code);
      reply.code(202);
      return { reader, until: rfc3339(outcome.untilMs) };
    },
  );
}

function loseRoute(api: Api, { options: { gateway } }: Parts): void {
  api.delete(
    '/api/members/:member/badges/:badge',
    {
      config: {
        needs: ['members:write'],
        refusals: [
          ...(['member-unknown', 'badge-none', 'scope-above-own', 'reader-unknown', 'reader-busy'] as const),
          ...journalRefusals,
        ],
      },
      schema: {
        summary: 'Take a lost badge away',
        description:
          'It opens nothing from now on, and a session that it opened ends. With `replaceAt` the next card at that reader takes its place.',
        tags: ['badges'],
        params: Type.Object({ member: Id, badge: Id }),
        querystring: Type.Object({ replaceAt: Type.Optional(Id) }),
        response: { 200: BadgeLost, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member, badge } = request.params;
      const recorded = gateway.state().members.get(member);
      if (recorded === undefined) return refuse(reply, 'member-unknown');
      if (!mayTouch(viewerOf(request), recorded)) return refuse(reply, 'scope-above-own');
      const replaceAt = request.query.replaceAt ?? null;
      const outcome = await gateway.loseBadge({ member, badge, replaceAt });
      return outcome.ok ? lostView(outcome) : refuse(reply, outcome.code);
    },
  );
}

function learnRoute(api: Api, { options: { gateway } }: Parts): void {
  api.post(
    '/api/readers/:reader/learn',
    {
      config: {
        needs: ['members:write'],
        refusals: ['reader-unknown', 'reader-busy', 'badge-none', 'spelling-none'],
      },
      schema: {
        summary: 'Learn from a known badge how a reader writes cards',
        description: 'Answers when that badge was held to the reader, or after a minute.',
        tags: ['badges'],
        params: Type.Object({ reader: Id }),
        body: LearnWish,
        response: { 200: SpellingLearnt, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { reader } = request.params;
      const outcome = await gateway.learnReader({ reader, badge: request.body.badge });
      return outcome.ok ? { reader, spelling: outcome.spelling } : refuse(reply, outcome.code);
    },
  );
}
