// Alarms about switches: what is open, what was, and the answer of a steward, which goes to the journal.

import { Type } from 'typebox';
import { AlarmAnswer, AlarmView } from '../contract/alarms.ts';
import { Id } from '../contract/requests.ts';
import { alarmView, openAlarms } from './alarm-view.ts';
import { instantMs } from './instant.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';

const maxSpanMs = 400 * 86_400_000;

export function alarmRoutes(api: Api, parts: Parts): void {
  listRoute(api, parts);
  answerRoute(api, parts);
}

function listRoute(api: Api, { options }: Parts): void {
  const time = Type.Optional(Type.String({ maxLength: 40, description: 'RFC 3339.' }));
  api.get(
    '/api/alarms',
    {
      config: { needs: ['devices:read'], refusals: ['range-wrong'] },
      schema: {
        summary: 'Open alarms, or all that were raised in a span of time',
        description:
          'Without `from` the open ones, the most pressing first. With `from` those raised since then and before `to` ' +
          '(now, if left out), over or not, the oldest first; of more than a thousand the newest.',
        tags: ['devices'],
        querystring: Type.Object({ from: time, to: time }),
        response: { 200: Type.Array(AlarmView), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { gateway, clock } = options;
      const viewer = viewerOf(request);
      const { from, to } = request.query;
      if (from === undefined && to === undefined) return openAlarms(gateway, viewer);
      const fromMs = from === undefined ? Number.NaN : instantMs(from);
      const toMs = to === undefined ? clock.wallMs() + 1 : instantMs(to);
      // Written so that a time that could not be read (NaN) is refused too.
      if (!(fromMs < toMs && toMs - fromMs <= maxSpanMs)) return refuse(reply, 'range-wrong');
      const raised = await gateway.alarmsRaised({ fromMs, toMs });
      return raised.map((alarm) => alarmView({ gateway, viewer }, alarm));
    },
  );
}

function answerRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/alarms/:alarm/answer',
    {
      config: {
        needs: ['alarms:answer'],
        refusals: ['alarm-unknown', 'alarm-answered', ...journalRefusals],
      },
      schema: {
        summary: 'Answer an open alarm',
        description:
          'Once, by name, into the journal. `seen` and `false-alarm` leave it until it is over; `mended` ends it.',
        tags: ['devices'],
        params: Type.Object({ alarm: Id }),
        body: AlarmAnswer,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const { alarm } = request.params;
      const outcome = await options.gateway.answerAlarm({ alarm, by, what: request.body.what });
      if (!outcome.ok) return refuse(reply, outcome.code);
      reply.status(204);
      return null;
    },
  );
}
