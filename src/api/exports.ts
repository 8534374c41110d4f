// What leaves the house over HTTP, in pieces as it is read: rows for other programs, and all that is kept of one member, for
// themselves or at the desk.

import { Readable } from 'node:stream';
import { Type } from 'typebox';
import type { Scope } from '../contract/people.ts';
import { Id } from '../contract/requests.ts';
import { createAttempts } from './attempts.ts';
import { instantMs } from './instant.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { problemAnswers, refuse } from './problem.ts';

const tags = ['exports'];
/** Of one viewer: each reads far, while taps go on. */
const mostExports = 20;
const hourMs = 3_600_000;

const needs: Readonly<Record<'sessions' | 'charges' | 'postings' | 'members', Scope>> = {
  sessions: 'ledger:read',
  charges: 'ledger:read',
  postings: 'ledger:read',
  members: 'members:write',
};

/** It goes out as it is read. */
const dataAnswer = { 200: Type.Unknown(), ...problemAnswers };

type Slow = ReturnType<typeof createAttempts>;

export function exportRoutes(api: Api, parts: Parts): void {
  const slow = createAttempts({ limit: mostExports, windowMs: hourMs, clock: parts.options.clock });
  rowsRoute(api, parts, slow);
  ownDataRoute(api, parts, slow);
  memberDataRoute(api, parts, slow);
}

function rowsRoute(api: Api, { options }: Parts, slow: Slow): void {
  api.get(
    '/api/exports/:what',
    {
      config: {
        needs: ['ledger:read', 'members:write'],
        refusals: ['range-wrong', 'scope-missing', 'too-many-attempts'],
      },
      schema: {
        summary: 'Rows for other programs',
        description:
          'By the time at which they were written down; postings by their date. CSV with a guard against formulas, or JSON lines. ' +
          'Members with `members:write`, all else with `ledger:read`.',
        tags,
        params: Type.Object({ what: Type.Enum(['sessions', 'charges', 'postings', 'members']) }),
        querystring: Type.Object({
          from: Type.Optional(Type.String({ maxLength: 40, description: 'RFC 3339.' })),
          to: Type.Optional(Type.String({ maxLength: 40, description: 'RFC 3339.' })),
          format: Type.Optional(Type.Enum(['csv', 'jsonl'])),
        }),
        response: dataAnswer,
      },
    },
    async (request, reply) => {
      const { what } = request.params;
      const { from, to, format = 'csv' } = request.query;
      const viewer = viewerOf(request);
      if (!viewer.scopes.has(needs[what])) return refuse(reply, 'scope-missing');
      const fromMs = from === undefined ? 0 : instantMs(from);
      const toMs = to === undefined ? options.gateway.state().lastAtMs + 1 : instantMs(to);
      if (!(fromMs < toMs)) return refuse(reply, 'range-wrong', { field: 'from' });
      const retryAfterS = slow.take(viewer.by);
      if (retryAfterS > 0) return refuse(reply, 'too-many-attempts', { retryAfterS });
      reply.type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8');
      reply.header('content-disposition', `attachment; filename="${what}.${format}"`);
      return reply.send(Readable.from(options.papers.rows({ what, fromMs, toMs, format })));
    },
  );
}

function ownDataRoute(api: Api, { options }: Parts, slow: Slow): void {
  api.get(
    '/api/session/data',
    {
      config: { needs: ['self:read'], refusals: ['member-unknown', 'too-many-attempts'] },
      schema: {
        summary: 'All that is kept of you',
        description:
          'One JSON document: who you are, what you wrote, every entry about you. Nothing of others.',
        tags,
        response: dataAnswer,
      },
    },
    async (request, reply) => {
      const { member, by } = viewerOf(request);
      const retryAfterS = slow.take(by);
      if (retryAfterS > 0) return refuse(reply, 'too-many-attempts', { retryAfterS });
      const data = member === null ? null : await options.papers.member(member);
      if (data === null) return refuse(reply, 'member-unknown');
      reply.type('application/json; charset=utf-8');
      reply.header('content-disposition', 'attachment; filename="my-data.json"');
      return reply.send(Readable.from(data));
    },
  );
}

function memberDataRoute(api: Api, { options }: Parts, slow: Slow): void {
  api.get(
    '/api/members/:member/data',
    {
      config: { needs: ['members:write'], refusals: ['member-unknown', 'too-many-attempts'] },
      schema: {
        summary: 'All that is kept of a member, to hand it to them',
        tags,
        params: Type.Object({ member: Id }),
        response: dataAnswer,
      },
    },
    async (request, reply) => {
      const retryAfterS = slow.take(viewerOf(request).by);
      if (retryAfterS > 0) return refuse(reply, 'too-many-attempts', { retryAfterS });
      const data = await options.papers.member(request.params.member);
      if (data === null) return refuse(reply, 'member-unknown');
      reply.type('application/json; charset=utf-8');
      reply.header('content-disposition', 'attachment; filename="member-data.json"');
      return reply.send(Readable.from(data));
    },
  );
}
