// The care of a machine: its hour meters and parts, problems that members report and stewards close, and the log of who did
// what. A report by a member is bounded per hour, so that nobody locks or drowns a workshop by a script.

import { Type } from 'typebox';
import { CareReport, CareView, ProblemAnswer, ProblemMade, ProblemReport } from '../contract/care.ts';
import { memberDeeds } from '../contract/care-words.ts';
import { Id } from '../contract/requests.ts';
import type { CareTold } from '../gateway/gateway.ts';
import { createAttempts } from './attempts.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';
import type { Viewer } from './viewers.ts';

const machineOnly = Type.Object({ machine: Id });

/** Of one member. */
const mostReports = 10;
const hourMs = 3_600_000;

export function careRoutes(api: Api, parts: Parts): void {
  readRoute(api, parts);
  reportRoute(api, parts);
  closeRoute(api, parts);
  noteRoute(api, parts);
}

function readRoute(api: Api, { options }: Parts): void {
  api.get(
    '/api/machines/:machine/care',
    {
      config: { needs: ['board:read'], refusals: ['machine-unknown'] },
      schema: {
        summary: 'Hours, parts, open problems and the care log of a machine',
        description:
          'Names only for those who may see members, and one’s own. What people wrote only for those with `self:read`.',
        tags: ['care'],
        params: machineOnly,
        response: { 200: CareView, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const told = await options.gateway.careOf(askOf(viewerOf(request), request.params.machine));
      return told === null ? refuse(reply, 'machine-unknown') : careView(told);
    },
  );
}

function reportRoute(api: Api, { options }: Parts): void {
  const reports = createAttempts({ limit: mostReports, windowMs: hourMs, clock: options.clock });
  api.post(
    '/api/machines/:machine/problems',
    {
      config: {
        needs: ['self:write'],
        refusals: [
          'machine-unknown',
          'member-unknown',
          'problems-full',
          'text-unreadable',
          'too-many-attempts',
          ...journalRefusals,
        ],
      },
      schema: {
        summary: 'Report a problem with a machine',
        description: 'Ten an hour by each member. Nothing that runs is ended, whatever the severity.',
        tags: ['care'],
        params: machineOnly,
        body: ProblemReport,
        response: { 200: ProblemMade, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const retryAfterS = reports.take(by);
      if (retryAfterS > 0) return refuse(reply, 'too-many-attempts', { retryAfterS });
      const { machine } = request.params;
      const outcome = await options.gateway.reportProblem({ ...request.body, machine, by });
      return outcome.ok ? { problem: outcome.problem } : refuse(reply, outcome.code);
    },
  );
}

function closeRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/machines/:machine/problems/:problem/close',
    {
      config: { needs: ['care:write'], refusals: ['problem-unknown', ...journalRefusals] },
      schema: {
        summary: 'Close a problem',
        description: 'By name, into the journal and the log. A machine that it locked is open again.',
        tags: ['care'],
        params: Type.Object({ machine: Id, problem: Id }),
        body: ProblemAnswer,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const outcome = await options.gateway.closeProblem({ ...request.params, ...request.body, by });
      if (!outcome.ok) return refuse(reply, outcome.code);
      reply.status(204);
      return null;
    },
  );
}

function noteRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/machines/:machine/care',
    {
      config: {
        needs: ['self:write', 'care:write'],
        refusals: [
          ...(['machine-unknown', 'member-unknown', 'part-unknown', 'part-missing'] as const),
          ...(['text-unreadable', ...journalRefusals] as const),
        ],
      },
      schema: {
        summary: 'Write down what was done for a machine',
        description:
          '`serviced` begins the service interval of a part anew, or of all parts; `replaced` also its meter.',
        tags: ['care'],
        params: machineOnly,
        body: CareReport,
        response: { 200: CareView, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const { kind } = request.body;
      if (!memberDeeds.includes(kind) && !viewer.scopes.has('care:write'))
        return refuse(reply, 'scope-missing');
      const { machine } = request.params;
      const outcome = await options.gateway.noteCare({ ...request.body, machine, by: viewer.by });
      if (!outcome.ok) return refuse(reply, outcome.code);
      const told = await options.gateway.careOf(askOf(viewer, machine));
      return told === null ? refuse(reply, 'machine-unknown') : careView(told);
    },
  );
}

const askOf = ({ member, scopes }: Viewer, machine: string) => ({
  machine,
  names: (by: string) => by === member || scopes.has('members:read'),
  texts: scopes.has('self:read'),
});

/** The same, in arrays of its own. */
const careView = ({ parts, problems, log, ...told }: CareTold) => ({
  ...told,
  parts: [...parts],
  problems: [...problems],
  log: [...log],
});
