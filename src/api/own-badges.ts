// What members see and do of their own badges: look at them, and report one lost. A new one comes from a steward.

import { Type } from 'typebox';
import { BadgeLost, BadgesAndPin } from '../contract/badges.ts';
import { Id } from '../contract/requests.ts';
import { badgesView, lostView } from './badges-view.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';

export function ownBadgeRoutes(api: Api, { options }: Parts): void {
  api.get(
    '/api/session/badges',
    {
      config: { needs: ['self:read'], refusals: ['member-none'] },
      schema: {
        summary: 'My badges, what each of them holds, and whether I have a PIN',
        tags: ['session'],
        response: { 200: BadgesAndPin, ...problemAnswers },
      },
    },
    (request, reply) => {
      const { member, scopes } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      const changeable = scopes.has('self:write');
      return badgesView(options, { member, changeable }) ?? refuse(reply, 'member-none');
    },
  );
  api.delete(
    '/api/session/badges/:badge',
    {
      config: { needs: ['self:write'], refusals: ['member-none', 'badge-none', ...journalRefusals] },
      schema: {
        summary: 'Report a badge of mine lost',
        description: 'It opens nothing from now on, and a session that it opened ends.',
        tags: ['session'],
        params: Type.Object({ badge: Id }),
        response: { 200: BadgeLost, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      const { badge } = request.params;
      const outcome = await options.gateway.loseBadge({ member, badge, replaceAt: null });
      return outcome.ok ? lostView(outcome) : refuse(reply, outcome.code);
    },
  );
}
