// Wishes for a week that is not drawn yet: ranked as they are made, taken back one by one.

import { Type } from 'typebox';
import { BookingDone, WishRequest, WishView } from '../contract/bookings.ts';
import { Id } from '../contract/requests.ts';
import { bookingRuleCodes } from './booking-problems.ts';
import { wishViews } from './booking-view.ts';
import { done } from './bookings.ts';
import { instantMs } from './instant.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';

const tags = ['bookings'];

export function wishRoutes(api: Api, { options }: Parts): void {
  const { gateway } = options;
  api.get(
    '/api/wishes',
    {
      config: { needs: ['self:read'] },
      schema: { summary: 'My wishes', tags, response: { 200: Type.Array(WishView), ...problemAnswers } },
    },
    (request) => [...wishViews(gateway.state(), viewerOf(request))],
  );
  api.post(
    '/api/wishes',
    {
      config: {
        needs: ['self:write'],
        refusals: [
          ...(['member-none', 'draft-none', 'draft-over', 'wishes-full', 'wish-twice'] as const),
          ...bookingRuleCodes,
          ...journalRefusals,
        ],
      },
      schema: {
        summary: 'Wish for a stretch of a week that is not drawn yet; it ranks after those before it',
        tags,
        body: WishRequest,
        response: { 201: BookingDone, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      const { pool, machine, from, to } = request.body;
      const times = { fromMs: instantMs(from), toMs: instantMs(to) };
      return done(reply, await gateway.makeWish({ pool, machine, member, ...times }), 201);
    },
  );
  api.delete(
    '/api/wishes/:wish',
    {
      config: { needs: ['self:write'], refusals: ['member-none', 'wish-unknown', ...journalRefusals] },
      schema: {
        summary: 'Take a wish back',
        tags,
        params: Type.Object({ wish: Id }),
        response: { 200: BookingDone, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      return done(reply, await gateway.withdrawWish({ wish: request.params.wish, by: member }));
    },
  );
}
