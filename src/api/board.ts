// GET /api/board: every machine at a glance, with the names that this viewer may see.

import { Board } from '../contract/board.ts';
import { boardView } from './board-view.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { problemAnswers, refuse } from './problem.ts';

export function boardRoutes(api: Api, parts: Parts): void {
  api.get(
    '/api/board',
    {
      config: { needs: ['board:read'], refusals: ['workshop-missing'] },
      schema: {
        summary: 'Every machine at a glance',
        tags: ['board'],
        response: { 200: Board, ...problemAnswers },
      },
    },
    (request, reply) => boardView(parts.source(), viewerOf(request)) ?? refuse(reply, 'workshop-missing'),
  );
}
