// Use that is entered by hand after an outage, and its withdrawal, by those with `usage:write`. With `dryRun` the answer
// is the same and nothing is written, so that its price can be looked at first.

import { Type } from 'typebox';
import { Id } from '../contract/requests.ts';
import { UsageReport, UsageRequest, WithdrawalRequest } from '../contract/usage.ts';
import type { UsageOutcome } from '../gateway/gateway.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, type ProblemFacts, problemAnswers, type Refusable, refuse } from './problem.ts';

export function usageRoutes(api: Api, parts: Parts): void {
  enterRoute(api, parts);
  withdrawRoute(api, parts);
}

function enterRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/machines/:machine/usage',
    {
      config: {
        needs: ['usage:write'],
        refusals: [
          'machine-unknown',
          'member-unknown',
          'time-unreadable',
          'time-ambiguous',
          'time-skipped',
          'note-unreadable',
          'clock-unset',
          'usage-backwards',
          'usage-in-future',
          'usage-too-long',
          'usage-too-old',
          'usage-overlap',
          'usage-entered-already',
          'workshop-missing',
          ...journalRefusals,
        ],
      },
      schema: {
        summary: 'Enter a use that no reader saw',
        description:
          'It is billed like any other, with its time on every clock, and marked. The same use again is refused.',
        tags: ['usage'],
        params: Type.Object({ machine: Id }),
        body: UsageRequest,
        response: { 200: UsageReport, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { dryRun = false, note = null, ...asked } = request.body;
      const { by } = viewerOf(request);
      const input = { ...asked, note, machine: request.params.machine, by };
      return answer(reply, await options.gateway.enterUsage(input, { dryRun }), dryRun);
    },
  );
}

function withdrawRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/usage/:session/withdrawal',
    {
      config: {
        needs: ['usage:write'],
        refusals: ['usage-not-entered', 'usage-withdrawn-already', ...journalRefusals],
      },
      schema: {
        summary: 'Take an entered use back',
        description: 'The statement keeps its line, and a second one that takes the amount off.',
        tags: ['usage'],
        params: Type.Object({ session: Id }),
        body: WithdrawalRequest,
        response: { 200: UsageReport, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { dryRun = false, why } = request.body;
      const input = { session: request.params.session, why, by: viewerOf(request).by };
      return answer(reply, await options.gateway.withdrawUsage(input, { dryRun }), dryRun);
    },
  );
}

function answer(reply: Refusable, outcome: UsageOutcome, dryRun: boolean) {
  if (!outcome.ok) return refuse(reply, outcome.code, factsOf(outcome));
  const { ok: _, warnings, ...report } = outcome;
  return { ...report, warnings: [...warnings], dryRun };
}

/** Only what there is to say: an empty field would say something. */
function factsOf({ about, field, readings }: Extract<UsageOutcome, { ok: false }>): ProblemFacts {
  return {
    ...(about === null ? {} : { about }),
    ...(field === null ? {} : { field }),
    ...(readings.length === 0 ? {} : { readings: [...readings] }),
  };
}
