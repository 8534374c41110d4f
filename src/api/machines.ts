// One machine: its card, its readings over time, and the end of a session from the page. A session never starts here;
// only a tap at the machine starts one (invariant 8).

import { Type } from 'typebox';
import { MachineCard, Series } from '../contract/board.ts';
import { EndedSession, Id } from '../contract/requests.ts';
import { machineById } from '../domain/machine/lookup.ts';
import { isReadingName, readingUnits } from '../domain/machine/reading.ts';
import { cardView } from './board-view.ts';
import { instantMs, rfc3339 } from './instant.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';

const params = Type.Object({ machine: Id });

/** Enough for any screen; the diary makes buckets of what is more. */
const maxBuckets = 800;
const defaultSpanMs = 600_000;
const maxSpanMs = 400 * 86_400_000;

export function machineRoutes(api: Api, parts: Parts): void {
  api.get(
    '/api/machines/:machine',
    {
      config: { needs: ['board:read'], refusals: ['machine-unknown'] },
      schema: {
        summary: 'One machine',
        tags: ['machines'],
        params,
        response: { 200: MachineCard, ...problemAnswers },
      },
    },
    (request, reply) =>
      cardView(parts.source(), viewerOf(request), request.params.machine) ?? refuse(reply, 'machine-unknown'),
  );
  readingsRoute(api, parts);
  endRoute(api, parts);
  releaseRoute(api, parts);
}

function readingsRoute(api: Api, { options }: Parts): void {
  const time = Type.Optional(Type.String({ maxLength: 40, description: 'RFC 3339.' }));
  api.get(
    '/api/machines/:machine/readings',
    {
      config: { needs: ['board:read'], refusals: ['machine-unknown', 'reading-unknown', 'range-wrong'] },
      schema: {
        summary: 'One reading over time, in at most 800 buckets',
        description: 'Without `to` until now, without `from` ten minutes before `to`.',
        tags: ['machines'],
        params,
        querystring: Type.Object({ name: Type.String({ maxLength: 64 }), from: time, to: time }),
        response: { 200: Series, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { machine } = request.params;
      const { name, from, to } = request.query;
      if (machineById(options.gateway.state(), machine) === undefined)
        return refuse(reply, 'machine-unknown');
      if (!isReadingName(name)) return refuse(reply, 'reading-unknown');
      const toMs = to === undefined ? options.clock.wallMs() : instantMs(to);
      const fromMs = from === undefined ? toMs - defaultSpanMs : instantMs(from);
      // Written so that a time that could not be read (NaN) is refused too.
      if (!(fromMs < toMs && toMs - fromMs <= maxSpanMs)) return refuse(reply, 'range-wrong');
      const samples = await options.diary.series({ machine, name, fromMs, toMs, limit: maxBuckets });
      return {
        machine,
        name,
        unit: readingUnits[name],
        samples: samples.map(({ atMs, mean, min, max }) => ({ at: rfc3339(atMs), mean, min, max })),
      };
    },
  );
}

function endRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/machines/:machine/end',
    {
      config: {
        needs: ['self:write', 'sessions:end'],
        refusals: [
          'machine-unknown',
          'session-none',
          'session-not-yours',
          'session-ending',
          ...journalRefusals,
        ],
      },
      schema: {
        summary: 'End the session that holds this machine',
        description:
          'Your own, or anybody’s with `sessions:end`. A job may finish first; it is unbilled from now on.',
        tags: ['machines'],
        params,
        response: { 200: EndedSession, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const outcome = await options.gateway.endSession({
        machine: request.params.machine,
        by: viewer.member ?? viewer.through,
        steward: viewer.scopes.has('sessions:end'),
      });
      return outcome.ok ? { session: outcome.session } : refuse(reply, outcome.code);
    },
  );
}

function releaseRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/machines/:machine/release',
    {
      config: {
        needs: ['alarms:answer'],
        refusals: ['machine-unknown', 'latch-none', 'latch-holds', ...journalRefusals],
      },
      schema: {
        summary: 'Release a machine that a fatal monitor latched',
        description: 'By name, into the journal. It starts nothing: the next session begins at the machine.',
        tags: ['machines'],
        params,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const outcome = await options.gateway.releaseInterlock({ machine: request.params.machine, by });
      if (!outcome.ok) return refuse(reply, outcome.code);
      reply.status(204);
      return null;
    },
  );
}
