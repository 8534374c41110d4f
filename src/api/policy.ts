// How machines are shared, as members read it: what counts, what is to count and what did, in sentences and as documents.

import { Type } from 'typebox';
import { PolicyVersionView, PolicyView } from '../contract/policy-view.ts';
import type { Texts } from '../gateway/ports.ts';
import type { Api, Parts } from './parts.ts';
import { policyVersionView, policyView } from './policy-view.ts';
import { problemAnswers, refuse } from './problem.ts';

const tags = ['policy'];

const InLanguage = Type.Object({
  language: Type.Optional(
    Type.String({
      pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$',
      description: 'BCP 47, as in `it`; left out, that of the space.',
    }),
  ),
});

export function policyRoutes(api: Api, { options }: Parts): void {
  const { gateway, textsIn } = options;
  const textsFor = ({ language }: { language?: string }): Texts =>
    textsIn(language ?? gateway.state().workshop?.space.locale ?? 'en');

  api.get(
    '/api/policy',
    {
      config: { needs: ['board:read'] },
      schema: {
        summary: 'How machines are shared: what counts, what is to count and what did',
        tags,
        querystring: InLanguage,
        response: { 200: PolicyView, ...problemAnswers },
      },
    },
    async (request) => policyView(await gateway.policy(), textsFor(request.query)),
  );

  api.get(
    '/api/policy/:version',
    {
      config: { needs: ['board:read'], refusals: ['policy-unknown'] },
      schema: {
        summary: 'One version of it, whole',
        tags,
        params: Type.Object({ version: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }) }),
        querystring: InLanguage,
        response: { 200: PolicyVersionView, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const told = await gateway.policyVersion(Number(request.params.version));
      if (told === null) return refuse(reply, 'policy-unknown');
      return policyVersionView(told, { texts: textsFor(request.query), before: null });
    },
  );
}
