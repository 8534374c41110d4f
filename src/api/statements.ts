// GET /api/statement: what a month cost. Members see their own lines, and sums of those alone; everything is for those
// with statements:read.

import { Type } from 'typebox';
import { Statement } from '../contract/statement.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers } from './problem.ts';
import { createViewings } from './viewings.ts';

export function statementRoutes(api: Api, { options }: Parts): void {
  const viewings = createViewings(options);
  api.get(
    '/api/statement',
    {
      config: { needs: ['self:read', 'statements:read'], refusals: journalRefusals },
      schema: {
        summary: 'What a month cost',
        description:
          'Your own lines, or everybody’s with `statements:read`; that somebody looked at these is written down.',
        tags: ['statements'],
        querystring: Type.Object({
          month: Type.String({
            pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$',
            description: 'yyyy-mm in the zone of the space.',
          }),
        }),
        response: { 200: Statement, ...problemAnswers },
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const all = await options.statement(request.query.month);
      const statement = viewer.scopes.has('members:read') ? all : withoutTrainers(all);
      if (viewer.scopes.has('statements:read')) {
        await viewings.record(viewer, { member: null, what: 'statement' });
        return statement;
      }
      const openSessions = [...options.gateway.state().sessions.values()];
      return ownStatement(statement, {
        member: viewer.member,
        openSessions: openSessions.filter(({ member }) => member === viewer.member).length,
      });
    },
  );
}

/** Who taught is the business of those who may see members. */
function withoutTrainers(all: Statement): Statement {
  const accounts = all.accounts.map((account) => ({
    ...account,
    lines: account.lines.map(({ trainer: _, ...line }) => line),
  }));
  return { ...all, accounts };
}

function ownStatement(all: Statement, own: { member: string | null; openSessions: number }): Statement {
  const accounts = all.accounts.filter(({ member }) => member === own.member);
  const minor = accounts.reduce((sum, account) => sum + BigInt(account.minor), 0n);
  return { ...all, accounts, minor: minor.toString(), openSessions: own.openSessions };
}
