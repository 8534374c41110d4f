// PINs beside badges: one's own, for which the password is asked again, and a new one for somebody from a steward, which
// also opens a lock. What a PIN is never comes back.

import { Type } from 'typebox';
import { Id, NewPin, OwnPin } from '../contract/requests.ts';
import { createAttempts } from './attempts.ts';
import { mayTouch } from './members.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';

export function pinRoutes(api: Api, parts: Parts): void {
  memberPinRoute(api, parts);
  ownPinRoute(api, parts);
}

function memberPinRoute(api: Api, { options: { gateway } }: Parts): void {
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
}

/** As many passwords as a person mistypes; somebody who guesses at a screen that was left waits. */
const passwordTries = { limit: 5, windowMs: 15 * 60_000 } as const;

function ownPinRoute(api: Api, { options: { gateway, secrets, clock } }: Parts): void {
  const tries = createAttempts({ ...passwordTries, clock });
  api.put(
    '/api/session/pin',
    {
      config: {
        needs: ['self:write'],
        refusals: [
          ...(['member-none', 'member-unknown', 'password-wrong', 'too-many-attempts'] as const),
          ...(['pin-locked', 'secrets-busy'] as const),
          ...journalRefusals,
        ],
      },
      schema: {
        summary: 'Give myself a new PIN, or take it away',
        description: 'Asks for my password again.',
        tags: ['session'],
        body: OwnPin,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      const waitS = tries.take(member);
      if (waitS > 0) return refuse(reply, 'too-many-attempts', { retryAfterS: waitS });
      const { pin, password } = request.body;
      const known = gateway.person(member)?.password ?? null;
      if (!(await secrets.verifyPassword(password, known))) return refuse(reply, 'password-wrong');
      const outcome = await gateway.setPin({ member, pin, unlock: false });
      if (!outcome.ok) return refuse(reply, outcome.code);
      reply.code(204);
      return null;
    },
  );
}
