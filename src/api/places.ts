// Where a member is signed in with a browser: the list, one place to end, and all of them at once.

import { Type } from 'typebox';
import { Id } from '../contract/requests.ts';
import { PlaceList } from '../contract/sign-in.ts';
import { takeCookie } from './cookie.ts';
import { rfc3339 } from './instant.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { problemAnswers, refuse } from './problem.ts';

export function placeRoutes(api: Api, parts: Parts): void {
  listRoute(api, parts);
  endRoutes(api, parts);
}

function listRoute(api: Api, { options, signIns }: Parts): void {
  api.get(
    '/api/session/places',
    {
      config: { needs: ['self:read'], refusals: ['member-none'] },
      schema: {
        summary: 'Where I am signed in',
        description: 'Browsers only; tokens are listed under /api/tokens.',
        tags: ['session'],
        response: { 200: PlaceList, ...problemAnswers },
      },
    },
    (request, reply) => {
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      const { credential } = request;
      const here = credential.kind === 'cookie' ? signIns.placeOf(credential.digest)?.place : undefined;
      // Monotonic times, told on the clock as it is now.
      const nowMs = options.clock.wallMs() - options.clock.monoMs();
      const places = signIns.placesOf(member).map(({ place, how, browser, ...at }) => ({
        ...{ place, here: place === here, how, browser },
        since: rfc3339(nowMs + at.sinceMonoMs),
        seen: rfc3339(nowMs + at.seenMonoMs),
        until: rfc3339(nowMs + at.untilMonoMs),
      }));
      return { places };
    },
  );
}

function endRoutes(api: Api, { signIns }: Parts): void {
  api.delete(
    '/api/session/places/:place',
    {
      config: { needs: ['self:write'], refusals: ['member-none', 'place-none'] },
      schema: {
        summary: 'Sign out in one place',
        tags: ['session'],
        params: Type.Object({ place: Id }),
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    (request, reply) => {
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      if (!signIns.closePlace(member, request.params.place)) return refuse(reply, 'place-none');
      reply.code(204);
      return null;
    },
  );
  api.delete(
    '/api/session/places',
    {
      config: { needs: ['self:write'], refusals: ['member-none'] },
      schema: {
        summary: 'Sign out everywhere, here too',
        tags: ['session'],
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    (request, reply) => {
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      signIns.closeAllOf(member);
      takeCookie(request, reply);
      reply.code(204);
      return null;
    },
  );
}
