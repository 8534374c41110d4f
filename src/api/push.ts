// GET and PUT /api/session/push: where I am told that it is my turn, that my session ends soon, and of alarms.

import { Type } from 'typebox';
import { NewPush, OwnPush } from '../contract/push.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';

const path = '/api/session/push';

export function pushRoutes(api: Api, { options }: Parts): void {
  const { gateway, pushServer = null } = options;
  api.get(
    path,
    {
      config: { needs: ['self:read'], refusals: ['member-none'] },
      schema: {
        summary: 'Where I am told of what happens',
        tags: ['session'],
        response: { 200: OwnPush, ...problemAnswers },
      },
    },
    (request, reply) => {
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      return { server: pushServer, topic: gateway.person(member)?.push ?? null };
    },
  );
  api.put(
    path,
    {
      config: { needs: ['self:write'], refusals: ['member-none', 'push-none', ...journalRefusals] },
      schema: {
        summary: 'Say where I am to be told, or null for nowhere',
        tags: ['session'],
        body: NewPush,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      const { topic } = request.body;
      if (topic !== null && pushServer === null) return refuse(reply, 'push-none');
      if (!(await gateway.setPush({ member, topic }))) return refuse(reply, 'member-none');
      reply.code(204);
      return null;
    },
  );
}
