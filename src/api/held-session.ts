// What the holder of a machine does with the running session: charge it elsewhere, limit it, hand it over, keep it. It is
// always one's own; and nothing here starts one (invariant 8).

import { Type } from 'typebox';
import { HandOver, HeldSession, SessionChange } from '../contract/held-session.ts';
import { Id } from '../contract/requests.ts';
import { rfc3339 } from './instant.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';

const params = Type.Object({ machine: Id });
const tags = ['machines'];
const ownRefusals = [
  'machine-unknown',
  'session-none',
  'session-not-yours',
  'session-ending',
  ...journalRefusals,
] as const;

export function heldSessionRoutes(api: Api, { options }: Parts): void {
  const { gateway } = options;

  api.put(
    '/api/machines/:machine/session',
    {
      config: { needs: ['self:write'], refusals: [...ownRefusals, 'cost-code-unknown', 'ceiling-passed'] },
      schema: {
        summary: 'Set the cost code or the ceiling of your own session',
        description:
          'What is left out stays. A cost code holds from now on: the bill is split here. At its ceiling the session ends by itself.',
        tags,
        params,
        body: SessionChange,
        response: { 200: HeldSession, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const own = { machine: request.params.machine, by: viewerOf(request).by };
      const outcome = await gateway.changeSession({ ...request.body, ...own });
      return outcome.ok ? { session: outcome.session } : refuse(reply, outcome.code);
    },
  );

  api.post(
    '/api/machines/:machine/hand-over',
    {
      config: { needs: ['self:write'], refusals: ownRefusals },
      schema: {
        summary: 'Hand your own session over',
        description:
          'For a minute the next tap of another member who may use the machine takes it over, with its job; power stays on. Each pays for their part.',
        tags,
        params,
        response: { 200: HandOver, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const own = { machine: request.params.machine, by: viewerOf(request).by };
      const outcome = await gateway.offerHandOver(own);
      if (!outcome.ok) return refuse(reply, outcome.code);
      return { session: outcome.session, until: rfc3339(outcome.untilMs) };
    },
  );

  api.post(
    '/api/machines/:machine/keep',
    {
      config: { needs: ['self:write'], refusals: [...ownRefusals, 'session-not-idle'] },
      schema: {
        summary: 'Say that you are still there',
        description: 'Where nothing has moved for long and the session is about to end by that.',
        tags,
        params,
        response: { 200: HeldSession, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const own = { machine: request.params.machine, by: viewerOf(request).by };
      const outcome = await gateway.keepSession(own);
      return outcome.ok ? { session: outcome.session } : refuse(reply, outcome.code);
    },
  );
}
