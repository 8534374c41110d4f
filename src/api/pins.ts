// PINs beside badges: one's own, and a new one for somebody from a steward, which also opens a lock. What a PIN is never
// comes back.

import { Type } from 'typebox';
import { Id, NewPin } from '../contract/requests.ts';
import { mayTouch } from './members.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';

export function pinRoutes(api: Api, { options: { gateway } }: Parts): void {
  api.put(
    '/api/members/:member/pin',
    {
      config: {
        needs: ['members:write'],
        refusals: ['member-unknown', 'scope-above-own', 'secrets-busy', ...journalRefusals],
      },
      schema: {
        summary: 'Give a member a new PIN, or take it away',
        description: 'Wrong ones from before are forgiven.',
        tags: ['badges'],
        params: Type.Object({ member: Id }),
        body: NewPin,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = request.params;
      const recorded = gateway.state().members.get(member);
      if (recorded === undefined) return refuse(reply, 'member-unknown');
      if (!mayTouch(viewerOf(request), recorded)) return refuse(reply, 'scope-above-own');
      const outcome = await gateway.setPin({ member, pin: request.body.pin, unlock: true });
      if (!outcome.ok) return refuse(reply, outcome.code);
      reply.code(204);
      return null;
    },
  );
  api.put(
    '/api/session/pin',
    {
      config: {
        needs: ['self:write'],
        refusals: ['member-none', 'member-unknown', 'pin-locked', 'secrets-busy', ...journalRefusals],
      },
      schema: {
        summary: 'Give myself a new PIN, or take it away',
        tags: ['session'],
        body: NewPin,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      const outcome = await gateway.setPin({ member, pin: request.body.pin, unlock: false });
      if (!outcome.ok) return refuse(reply, outcome.code);
      reply.code(204);
      return null;
    },
  );
}
