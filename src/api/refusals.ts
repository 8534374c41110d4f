// Every refusal code with its words, from the one table; the search of the desk shows them.

import { RefusalList } from '../contract/refusals.ts';
import type { Api } from './parts.ts';
import { problemAnswers, problems } from './problem.ts';

export function refusalRoutes(api: Api): void {
  const refusals = Object.entries(problems).map(([code, [, title, detail]]) => ({ code, title, detail }));
  api.get(
    '/api/refusals',
    {
      config: { needs: ['board:read'] },
      schema: {
        summary: 'Every code with which a request may be refused, and what to do',
        tags: ['desk'],
        response: { 200: RefusalList, ...problemAnswers },
      },
    },
    () => ({ refusals }),
  );
}
