// GET /api/machines/:machine/access: whether a member may use a machine, and what would help. Everybody asks for themselves;
// for others only those who may see members.

import { Type } from 'typebox';
import { AccessView } from '../contract/access.ts';
import { Id } from '../contract/requests.ts';
import type { AccessRead, NoRead } from '../gateway/gateway.ts';
import { askedMember } from './asked-member.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { problemAnswers, refuse } from './problem.ts';

export function accessRoutes(api: Api, { options }: Parts): void {
  api.get(
    '/api/machines/:machine/access',
    {
      config: {
        needs: ['self:read', 'members:read'],
        refusals: [
          'machine-unknown',
          'member-none',
          'member-unknown',
          'scope-missing',
          'time-unreadable',
          'time-ambiguous',
          'time-skipped',
        ],
      },
      schema: {
        summary: 'Whether a member may use this machine, and what would help',
        description: 'For oneself, or with `members:read` for the member named. Nothing is written.',
        tags: ['machines'],
        params: Type.Object({ machine: Id }),
        querystring: Type.Object({
          member: Type.Optional(Id),
          at: Type.Optional(
            Type.String({ maxLength: 40, description: 'RFC 3339, or local to the space; left out: now.' }),
          ),
        }),
        response: { 200: AccessView, ...problemAnswers },
      },
    },
    (request, reply) => {
      const asked = askedMember(viewerOf(request), request.query.member);
      if (!asked.ok) return refuse(reply, asked.code);
      const { member } = asked;
      const { at = null } = request.query;
      const outcome = options.gateway.access({ member, machine: request.params.machine, at });
      if (outcome.ok) return accessView(outcome.access);
      const { code, readings } = outcome;
      return refuse(reply, code, readings.length === 0 ? {} : { readings: [...readings] });
    },
  );
}

export function accessView({ member, machine, may, no, bypassed, rules, lessons }: AccessRead): AccessView {
  return {
    ...{ member, machine, may, ...noView(no), bypassed: [...bypassed] },
    rules: rules.map((one) => ({
      ...{ rule: one.rule, asks: one.asks, ok: one.no === null, bypassed: one.bypassed },
      ...noView(one.no),
    })),
    lessons: lessons.map((one) => ({ ...one })),
  };
}

const noView = (no: NoRead | null) =>
  no ?? { code: null, sentence: null, remedy: null, fromMs: null, untilMs: null };
